import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { checked, comply, places } from './checked.ts';
import { tickmark } from './inOneProcess.ts';

describe('lines and columns', () => {
  const ends = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };
  for (const [end, name] of Object.entries(ends)) {
    for (const mark of ['', '\ufeff']) {
      it(`count from 1 in UTF-16 units with ${name}${mark && ' and a byte order mark'}`, async t => {
        const folder = folderOf(t, comply);
        const text = [
          'name: TBD',
          'acronym: \u{1f600}',
          'satisfies: {TSC: [CC6.1]}',
          '---',
          '# \u{1d4b3}',
          '',
          '\u{1f600}\te\u0301 CC9.9 CC9.8',
          '',
        ];
        write(folder, 'policies/access.md', mark + text.join(end));
        const found = await checked(folder, 'policies/access.md');
        assert.deepEqual(places(found, 'documents/placeholder'), ['policies/access.md:1:7-10']);
        assert.deepEqual(places(found, 'criteria/unknown'), [
          'policies/access.md:7:7-12',
          'policies/access.md:7:13-18',
        ]);
      });
    }
  }

  it('are those of a terminal too, with the words underlined', async t => {
    const folder = folderOf(t, comply);
    write(
      folder,
      'policies/access.md',
      '\ufeffname: A\r\nacronym: B\r\nsatisfies:\r\n  TSC:\r\n  - \tCC9.9\r\n---\r\nText.\r\n',
    );
    const { stdout } = await tickmark(folder, 'check', 'policies/access.md');
    assert.match(
      stdout,
      /^policies\/access\.md:5:6: error criteria\/unknown\n {4}- \tCC9\.9\n {4} {2}\t\^{5}\n {2}`CC9\.9` is not a criterion\./m,
    );
  });

  it('of a long line are shown with what stands around them', async t => {
    const folder = folderOf(t, comply);
    write(
      folder,
      'policies/access.md',
      `name: A\nacronym: B\n---\n${'word '.repeat(50)}CC9.9${' word'.repeat(50)}\n`,
    );
    const [, quote = '', carets = ''] =
      (await tickmark(folder, 'check', 'policies/access.md')).stdout.match(
        /^policies\/access\.md:4:251: error criteria\/unknown\n(.*)\n(.*)\n/m,
      ) ?? [];
    assert.match(quote, /^ {2}…[word ]{60}CC9\.9[word ]{40}…$/);
    assert.equal(quote.slice(carets.indexOf('^'), carets.length), 'CC9.9');
  });

  it('are found for thousands of findings in one line without delay', { timeout: 60_000 }, async t => {
    const folder = folderOf(t, comply);
    write(folder, 'policies/access.md', `name: A\nacronym: B\n---\n${'CC9.9 '.repeat(20_000)}\n`);
    assert.match((await tickmark(folder, 'check', 'policies/access.md')).stdout, /\b20000 errors/);
  });
});
