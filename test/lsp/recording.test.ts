// What a recording holds, and what its file may be.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Event, type Message, type MessageReader, type MessageWriter } from 'vscode-languageserver';
import { ClientAnswers } from '../../server/src/lsp/recording/clientAnswers.ts';
import { firstDifference } from '../../server/src/lsp/recording/differences.ts';
import { maskedMessage, maskedText } from '../../server/src/lsp/recording/masked.ts';
import { NoRecording, readRecording } from '../../server/src/lsp/recording/readRecording.ts';
import { Recorder } from '../../server/src/lsp/recording/recorder.ts';
import type { Texts } from '../../server/src/lsp/recording/recording.ts';

const none = { onError: Event.None, onClose: Event.None, dispose: () => undefined };

/** Records what a client and a server say, in turn. */
function recorded(texts: Texts, said: readonly object[], answered: readonly object[]): string {
  let file = '';
  let time = 0;
  const recorder = new Recorder(
    {
      add(text) {
        file += text;
      },
      failed: assert.ifError,
      now: () => time++,
      today: '2026-03-01',
      platform: 'a machine',
    },
    texts,
  );
  const reader: MessageReader = {
    ...none,
    onPartialMessage: Event.None,
    listen(callback) {
      for (const message of said) callback({ jsonrpc: '2.0', ...message });
      return { dispose: () => undefined };
    },
  };
  const heard: Message[] = [];
  const writer: MessageWriter = {
    ...none,
    write: async message => void heard.push(message),
    end: () => undefined,
  };
  const channel = recorder.recorded({ reader, writer });
  channel.reader.listen(message => heard.push(message));
  for (const message of answered) channel.writer.write({ jsonrpc: '2.0', ...message });
  assert.deepEqual(
    heard,
    [...said, ...answered].map(message => ({ jsonrpc: '2.0', ...message })),
  );
  return file;
}

const opened = {
  method: 'textDocument/didOpen',
  params: {
    textDocument: {
      uri: 'file:///home/me/controls/a.md',
      languageId: 'markdown',
      version: 1,
      text: '---\r\nid: AC-01\r\nowner: Zoë\r\n---\r\n𝒜 20 %\n',
    },
  },
};
const answer = { id: 1, result: { contents: 'AC-01: access', range: { start: { line: 0, character: 4 } } } };

describe('a recording', () => {
  it('has every message in both directions, unchanged and with its time', () => {
    const { header, messages } = readRecording(recorded('whole', [opened], [answer]));
    assert.deepEqual([header.texts, header.today, header.platform], ['whole', '2026-03-01', 'a machine']);
    assert.match(header.note, /full text of every document/);
    assert.deepEqual(messages, [
      { at: 1, from: 'client', message: { jsonrpc: '2.0', ...opened } },
      { at: 2, from: 'server', message: { jsonrpc: '2.0', ...answer } },
    ]);
  });

  it('with masked texts has no word of a document or an answer, and says what is left', () => {
    const file = recorded('masked', [opened], [answer]);
    const { header, messages } = readRecording(file);
    assert.match(header.note, /What is left: paths/);
    assert.deepEqual(
      messages.map(({ message }) => message['params'] ?? message['result']),
      [
        {
          textDocument: {
            uri: 'file:///home/me/controls/a.md',
            languageId: 'markdown',
            version: 1,
            text: '---\r\nxx: xx-00\r\nxxxxx: xxß\r\n---\r\n𝑥 00 %\n',
          },
        },
        { contents: 'xx-00: xxxxxx', range: { start: { line: 0, character: 4 } } },
      ],
    );
    assert.deepEqual(
      messages.map(({ message }) => message['id']),
      [undefined, 1],
    );
  });

  it('ends where the disk fails, and the session goes on', () => {
    const failures: unknown[] = [];
    const recorder = new Recorder(
      {
        add: () => assert.fail('the disk is full'),
        failed: error => failures.push(error),
        now: () => 0,
        today: '2026-03-01',
        platform: '',
      },
      'whole',
    );
    const heard: Message[] = [];
    const writer: MessageWriter = {
      ...none,
      write: async message => void heard.push(message),
      end: () => undefined,
    };
    const reader: MessageReader = { ...none, onPartialMessage: Event.None, listen: () => none };
    recorder.recorded({ reader, writer }).writer.write({ jsonrpc: '2.0' });
    assert.deepEqual([heard.length, failures.length], [1, 1]);
  });

  it('is read up to the last line that is whole', () => {
    const file = recorded('whole', [opened], [answer]);
    assert.equal(readRecording(file.slice(0, -5)).messages.length, 1);
  });
});

describe('a masked text', () => {
  it('has the length and the line ends of the text, in UTF-16 and in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const masked = maskedText(text);
        assert.equal(masked.length, text.length);
        assert.equal(Buffer.byteLength(masked), Buffer.byteLength(text));
        assert.deepEqual(masked.match(/\r\n?|\n/g), text.match(/\r\n?|\n/g));
        assert.doesNotMatch(masked, /[a-wyz1-9]/i);
      }),
    );
  });

  it('is any string of a message that is no word of the protocol', () => {
    const { params } = maskedMessage({
      method: 'x',
      params: { newName: 'secret', a: ['secret', { b: 'secret' }] },
    });
    assert.doesNotMatch(JSON.stringify(params), /secret/);
  });
});

describe('a file that is no recording', () => {
  const [header = ''] = recorded('whole', [], []).split('\n');
  for (const [name, text, why] of [
    ['is empty', '', /no complete line/],
    ['is not JSON', 'hello\n', /^Line 1 is not JSON/],
    ['is other JSON', '{"a":1}\n', /^Line 1 is not the first line of a recording/],
    ['is of a later version', header.replace('"tickmarkRecording":1', '"tickmarkRecording":9\n'), /^Line 1/],
    ['has no day', `${header.replace('2026-03-01', '2026-02-30')}\n`, /^Line 1: `today`/],
    ['has half a line', `${header}\n{"at":\n`, /^Line 2 is not JSON/],
    ['has a time that is none', `${header}\n{"at":"1","from":"client","message":{}}\n`, /^Line 2: `at`/],
    ['has another sender', `${header}\n{"at":1,"from":"me","message":{}}\n`, /^Line 2: `from`/],
    ['has no message', `${header}\n{"at":1,"from":"client","message":[]}\n`, /^Line 2: `message`/],
    ['is too deep', `${header}\n${'['.repeat(1e5)}${']'.repeat(1e5)}\n`, /^Line 2 is nested/],
  ] as const) {
    it(`is rejected with the line, if it ${name}`, () => {
      assert.throws(
        () => readRecording(text),
        error => error instanceof NoRecording && why.test(error.message),
      );
    });
  }
});

describe('two answers', () => {
  it('are the same where only the state of the server differs', () => {
    const one = { result: { resultId: '1-a', items: [{ message: 'm' }] } };
    assert.equal(firstDifference(one, { result: { resultId: '2-b', items: [{ message: 'm' }] } }), undefined);
  });

  it('differ at the first place where they are not the same', () => {
    const differ = (one: unknown, other: unknown) => firstDifference({ result: one }, { result: other });
    assert.deepEqual(differ([{ a: 1 }], [{ a: 2 }]), { at: 'result[0].a', recorded: '1', now: '2' });
    assert.deepEqual(differ([1], [1, 2]), { at: 'result.length', recorded: '1', now: '2' });
    assert.deepEqual(differ(null, {}), { at: 'result', recorded: 'null', now: '{}' });
    assert.deepEqual(differ({}, { constructor: 1 }), {
      at: 'result.constructor',
      recorded: undefined,
      now: '1',
    });
  });
});

describe('what the client of a recording answers', () => {
  const message = (from: 'client' | 'server', fields: object) => ({ at: 0, from, message: { ...fields } });
  const answers = () =>
    new ClientAnswers([
      message('server', { id: 1, method: 'read', params: { uri: 'a' } }),
      message('client', { id: 1, result: 'first' }),
      message('server', { id: 2, method: 'read', params: { uri: 'a' } }),
      message('client', { id: 2, result: 'second' }),
      message('server', { id: 3, method: 'register', params: { token: 'x' } }),
      message('client', { id: 3, result: null }),
    ]);

  it('is what it answered to the same question, in order, and the last one again', () => {
    const client = answers();
    const ask = () => client.to({ id: 7, method: 'read', params: { uri: 'a' } })['result'];
    assert.deepEqual([ask(), ask(), ask()], ['first', 'second', 'second']);
  });

  it('is agreement where it agreed to something of the kind, and an error for what it was never asked', () => {
    const client = answers();
    assert.equal(client.to({ id: 7, method: 'register', params: { token: 'y' } })['result'], null);
    assert.ok(client.to({ id: 7, method: 'read', params: { uri: 'b' } })['error']);
  });
});
