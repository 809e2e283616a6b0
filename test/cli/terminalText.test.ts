import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  handedOut,
  joined,
  json,
  printable,
  printableLines,
  terminal,
} from '../../server/src/cli/terminalText.ts';

/** Text with controls, marks of writing direction and whatever else is not seen, from all of Unicode. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001b[2J',
        '\u009b2J',
        '\u001b]0;x\u0007',
        '\r',
        '\n',
        '\r\n',
        '\t',
        '\u007f',
        '\u0000',
      ),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u2069',
        '\u200f',
        '\u061c',
        '\u200b',
        '\u200d',
        '\u2060',
        '\ufeff',
        '\u00ad',
      ),
      fc.constantFrom(
        '\u2028',
        '\u2029',
        '\u3164',
        '\u115f',
        '\u034f',
        '\u{e0041}',
        '\u{1d173}',
        '\u180e',
        '\ufff9',
      ),
    ),
  )
  .map(pieces => pieces.join(''));

/** What a terminal would obey, or show nothing of. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('text for a terminal', () => {
  it('has no control and no format character but tabs, and the length it had', () => {
    fc.assert(
      fc.property(hostile, text => {
        const shown = printable(text);
        assert.doesNotMatch(shown.replaceAll('\t', ''), unseen);
        assert.equal(shown.length, text.length);
        assert.equal(printable(shown), shown);
      }),
    );
  });

  it('keeps what is seen', () => {
    for (const text of [
      'CC6.1\tZugriff für Gäste — „nie“',
      '中文 العربية עברית',
      '⚠\ufe0f ✅ 👍🏽',
      'e\u0301 a\u00a0b',
    ])
      assert.equal(printable(text), text);
    assert.equal(printable('a\u202eb\u{e0041}c'), 'a\ufffdb\ufffd\ufffdc');
  });

  it('has line ends where there are several lines, and no carriage return that would write over one', () => {
    assert.equal(printableLines('a\r\nb\rc\n\nd\u001b'), 'a\r\nb\ufffdc\n\nd\ufffd');
  });

  it('is JSON with the very same characters', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, text) => {
        const shown = json({ [key]: [text, 1] });
        assert.deepEqual(JSON.parse(shown), { [key]: [text, 1] });
        assert.doesNotMatch(shown.replaceAll('\n', ''), unseen);
      }),
    );
  });

  it('is data as it is where nobody watches', () => {
    assert.equal(
      handedOut('a\u200cb,\u001b\r\n'),
      process.stdout.isTTY ? 'a\ufffdb,\ufffd\r\n' : 'a\u200cb,\u001b\r\n',
    );
  });

  it('takes no text that is not yet printable', () => {
    const text: string = 'x';
    // @ts-expect-error
    terminal`${text}`;
    // @ts-expect-error
    joined([text]);
    // @ts-expect-error
    joined([`${printable(text)}!`]);
    assert.equal(terminal`${printable(text)} ${1}`, 'x 1');
  });
});
