import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../../server/src/core/features/completion/completion.ts';
import { shortlist } from '../../../../server/src/core/features/completion/shortlist.ts';
import { editingAt } from '../editingAt.ts';
import { control, itemsAt, labels, offered, program, taken } from './offered.ts';

/** What is replaced, and the first that is offered. */
const first = (example: string) => {
  const { labels: all, replaces } = offered(example);
  return [replaces, ...all.slice(0, 1)];
};
const policy = (text: string) => `${program}---\nid: AC-01\n---\n=== policies/p.md\n# Policy\n\n${text}\n`;

describe('criteria by words, in a list of them', () => {
  for (const [typed, id] of [
    ['encr', 'CC6.1'],
    ['MFA', 'CC6.1'],
    ['logging', 'CC7.2'],
    ['background ch', 'CC1.4'],
    ['pentest', 'CC4.1'],
    ['encyrp', 'CC6.1'],
    ['authoris', 'CC6.1'],
  ] as const) {
    it(`are found by ${typed}`, () => {
      assert.deepEqual(first(control(`satisfies: [${typed}$0]`)), [typed, id]);
      assert.deepEqual(first(control('satisfies:', '  TSC:', `    - ${typed}$0`)), [typed, id]);
      assert.deepEqual(first(control(`satisfies: ["${typed}$0"]`)), [typed, id]);
    });
  }

  it('have those in scope before the others, and those listed last', () => {
    const scope = '=== tickmark.yaml\nscope: {categories: [security]}\n';
    assert.equal(labels(`${scope}${control('satisfies: [backup$0]')}`)[0], 'CC7.5');
    const listed = labels(control('satisfies: [CC6.1, encr$0]'));
    assert.deepEqual([listed[0], listed.at(-1)], ['CC6.7', 'CC6.1']);
  });

  it('begin with what is typed in the words by which editors look for them', () => {
    for (const typed of ['encr', 'Encr', 'encrypts', 'rotation', 'background ch', 'encyrp', 'commit']) {
      const items = itemsAt(control(`satisfies: [${typed}$0]`));
      assert.ok(items.length > 0);
      for (const { filter } of items) assert.ok(filter.startsWith(typed), filter);
    }
  });

  it('are found by their title and description too', () => {
    assert.deepEqual(labels(control('satisfies: [falls short$0]')), ['CC1.1']);
    assert.ok(labels(control('satisfies: [Clear obj$0]')).includes('CC3.1'));
  });

  it('are all there where nothing is typed, or an id, or what leads nowhere', () => {
    for (const typed of ['', 'CC', 'CC6.1', 'zzz'])
      assert.equal(labels(control(`satisfies: [${typed}$0]`)).length, 61, typed);
  });

  it('replace the words', () => {
    assert.equal(
      taken(control('satisfies: [CC1.1, background ch$0]'), 'CC1.4'),
      control('satisfies: [CC1.1, CC1.4]').replace(/^.*\n/, ''),
    );
  });

  it('are asked for again with each letter, until an id is typed', () => {
    for (const [typed, isIncomplete] of [
      ['', true],
      ['c', true],
      ['encr', true],
      ['CC6', false],
    ] as const) {
      const { editing, offset } = editingAt(control(`satisfies: [${typed}$0]`));
      const list = shortlist(completionsAt(editing, offset) ?? [], editing.facts.text, offset);
      assert.equal(list.isIncomplete, isIncomplete, typed);
    }
  });

  it('are found in the exclusions of the manifest, and in a catalog of one’s own by its texts', () => {
    const own = [
      '=== tickmark.yaml',
      'report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}',
      'catalogs: [own.yaml]',
      '=== own.yaml',
      'name: Own',
      'criteria:',
      '  - {id: CO-1, title: Payments are authorized}',
      '  - {id: CO-2, title: Changes are tested}',
      '',
    ].join('\n');
    assert.deepEqual(labels(`${own}${control('satisfies:', '  Own: [chan$0]')}`), ['CO-2']);
    const manifest = '=== tickmark.yaml\nscope: {exclude: [{criterion: visitors$0}]}\n';
    assert.equal(labels(manifest)[0], 'CC6.4');
  });
});

describe('criteria by words, in running text', () => {
  for (const [text, replaced, id] of [
    ['Data is encr$0', 'encr', 'CC6.1'],
    ['Data is encrypted$0 at rest.', 'encrypted', 'CC6.1'],
    ['We do background checks$0', 'background checks', 'CC1.4'],
    ['**MFA$0** everywhere', 'MFA', 'CC6.1'],
    ['- DR$0', 'DR', 'A1.2'],
    ['The multi-factor auth$0', 'multi-factor auth', 'CC6.1'],
    ['Vendors$0', 'Vendors', 'CC9.2'],
  ] as const) {
    it(`are found by ${replaced}`, () => {
      assert.deepEqual(first(policy(text)), [replaced, id]);
    });
  }

  it('replace the words, to their end', () => {
    assert.equal(taken(policy('Data is encr$0yption here.'), 'CC6.1'), '# Policy\n\nData is CC6.1 here.\n');
  });

  it('are none for words of which the table knows nothing, nor where no word is being typed', () => {
    for (const text of ['The$0', 'encryption $0', 'encryption.$0', 'e$0', 'path/encr$0', 'a@log$0'])
      assert.deepEqual(labels(policy(text)), [], text);
  });

  it('are none in code, in link targets and in files that are not of the program', () => {
    for (const text of ['`encr$0`', '```\nencr$0\n```', '[a](encr$0)', '<a title="encr$0">b</a>'])
      assert.deepEqual(labels(policy(text)), [], text);
    assert.deepEqual(labels('=== tickmark.yaml\n=== notes/a.md\nSee encr$0\n'), []);
  });

  it('are none in the texts of a record, where editors ask with every letter', () => {
    assert.deepEqual(labels(control('statement: Data is encr$0')), []);
  });
});
