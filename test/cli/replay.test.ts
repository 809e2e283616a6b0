// A session that is recorded, and replayed.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { initialize, notification, request, serveRaw } from '../lsp/raw.ts';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { tickmark } from './tickmark.ts';

const program = `
  === tickmark.yaml
  === controls/a.md
  ---
  id: AC-01
  satisfies: [CC6.1]
  ---
`;

/** Records a short session: a document is opened, and something asked of it. */
async function record(t: TestContext, ...options: readonly string[]): Promise<string> {
  const folder = folderOf(t, program);
  const file = join(emptyFolder(t), 'session.jsonl');
  const uri = pathToFileURL(join(folder, 'controls/a.md')).href;
  const text = readFileSync(join(folder, 'controls/a.md'), 'utf8');
  const { client, ended } = serveRaw(t, '--record', file, ...options);
  client.send(initialize(1, pathToFileURL(folder).href), notification('initialized', {}));
  client.send(
    notification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    }),
  );
  await client.saying(({ method }) => method === 'textDocument/publishDiagnostics');
  const position = { line: text.split('\n').findIndex(line => line.includes('CC6.1')), character: 14 };
  client.send(request(2, 'textDocument/hover', { textDocument: { uri }, position }));
  await client.answer(2);
  client.send(request(3, 'shutdown'));
  await client.answer(3);
  client.send(notification('exit'));
  assert.deepEqual(await ended, { code: 0, complaint: '' });
  return file;
}

describe('a recorded session', () => {
  it('has the same answers again, each with its time', async t => {
    const file = await record(t);
    assert.equal(statSync(file).mode & 0o077, 0, 'only its user may read it');
    const { code, stdout, stderr } = tickmark(emptyFolder(t), 'lsp', '--replay', file);
    assert.deepEqual([code, stderr], [0, '']);
    const lines = stdout.replace(/\d+\.\d ms/g, 'N ms').replace(/ +/g, ' ');
    assert.equal(
      lines,
      ' N ms initialize same\n N ms textDocument/hover same\n N ms shutdown same\n\n3 requests: 3 same.\n',
    );
  });

  it('ends with 1 where an answer is not the recorded one, and says in what', async t => {
    const file = await record(t);
    const lines = readFileSync(file, 'utf8').split('\n');
    const changed = lines.map(line =>
      line.includes('"from":"server"') && line.includes('"id":2,') ? line.replace('CC6.1', 'CC6.2') : line,
    );
    writeFileSync(file, changed.join('\n'));
    const { code, stdout } = tickmark(emptyFolder(t), 'lsp', '--replay', file);
    assert.equal(code, 1);
    assert.match(stdout, /textDocument\/hover +different: result\.contents.*CC6\.1.*, recorded .*CC6\.2/);
    assert.match(stdout, /3 requests: 2 same, 1 different\.\n$/);
  });

  it('is replayed without comparing where its texts are masked', async t => {
    const file = await record(t, '--mask-texts');
    assert.doesNotMatch(readFileSync(file, 'utf8'), /AC-01|CC6\.1/);
    const { code, stdout } = tickmark(emptyFolder(t), 'lsp', '--replay', file);
    assert.deepEqual([code, stdout.split('\n').at(-2)], [0, '3 requests: 3 not compared.']);
  });
});

describe('a recording', () => {
  it('replaces no file', t => {
    const folder = emptyFolder(t);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { code, stdout, stderr } = tickmark(folder, 'lsp', '--stdio', '--record', 'notes.txt');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /--record notes\.txt: the file was not written: it exists already\. Name a new file\./,
    );
    assert.equal(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'mine');
  });

  for (const [name, args, why] of [
    ['has no file', ['--stdio', '--record'], /--record needs a value/],
    ['has an option for its file', ['--record', '--stdio'], /--record needs a value/],
    ['masks what it does not record', ['--stdio', '--mask-texts'], /--mask-texts: add --record FILE/],
    ['is to be in no folder', ['--stdio', '--record', 'no/where'], /--record no\/where: .*ENOENT/],
    [
      'is to be replayed and is not there',
      ['--replay', 'no.jsonl'],
      /--replay no\.jsonl: this file does not/,
    ],
    ['is replayed and masked', ['--replay', 'a', '--mask-texts'], /--replay: leave --mask-texts out/],
    ['keeps the times of none', ['--stdio', '--keep-times'], /--keep-times: add --replay FILE/],
    ['is replayed and recorded', ['--replay', 'a', '--record', 'b'], /--replay: leave --record out/],
  ] as const) {
    it(`cannot be made or read where it ${name}`, t => {
      const { code, stderr } = tickmark(emptyFolder(t), 'lsp', ...args);
      assert.equal(code, 2);
      assert.match(stderr, why);
    });
  }
});
