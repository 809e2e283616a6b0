import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { control, itemsAt, labels, offered, program, taken } from './offered.ts';

describe('criteria under satisfies', () => {
  it('come missing ones first, then by how far along, excluded ones, those out of scope, and those listed', () => {
    const all = labels(`${program}---\nid: AC-01\nsatisfies:\n  TSC: [CC9.2, $0]\n---\n`);
    assert.equal(all.length, 61);
    assert.deepEqual(all.slice(0, 3), ['CC1.1', 'CC1.2', 'CC1.3']);
    assert.deepEqual(all.slice(all.indexOf('A1.3'), all.indexOf('A1.3') + 5), [
      'A1.3',
      'CC6.1',
      'CC6.2',
      'A1.1',
      'C1.1',
    ]);
    assert.equal(all.at(-1), 'CC9.2');
  });

  it('come first among those in the same state if records beside this one cite them', () => {
    const beside =
      '=== controls/b.yaml\n- id: B\n  satisfies: [CC8.1]\n- id: C\n  satisfies: [CC8.1, CC7.1]\n';
    const elsewhere = '=== policies/p.md\n---\nid: P\nsatisfies: [CC7.2]\n---\n';
    const both = '=== tickmark.yaml\nscope: {categories: [security]}\n';
    const all = labels(`${both}${beside}${elsewhere}${control('satisfies: [$0]')}`);
    const place = (id: string) => all.indexOf(id);
    assert.ok(place('CC1.1') < place('CC7.2') && place('CC7.2') < place('CC8.1'), 'missing ones come first');
    assert.ok(place('CC8.1') < place('CC7.1'));
  });

  it('have points of focus, once more is typed behind the id', () => {
    const { labels: all, replaces } = offered(control('satisfies: [CC6.1, cc6.4-p$0]'));
    assert.deepEqual(all, ['CC6.4-POF1', 'CC6.4-POF2', 'CC6.4-POF3', 'CC6.4-POF4']);
    assert.equal(replaces, 'cc6.4-p');
    assert.match(taken(control('satisfies: {TSC: [CC6.4-$0]}'), 'CC6.4-POF2'), /\{TSC: \[CC6\.4-POF2\]\}/);
    assert.deepEqual(labels('=== policies/a.md\nSee CC6.5-$0\n'), ['CC6.5-POF1']);
    assert.ok(!labels(control('satisfies: [CC6.4$0]')).some(label => label.includes('POF')));
  });

  it('have those points last that are of another category or privacy role', () => {
    const manifest = (categories: string) =>
      `=== tickmark.yaml\nprivacyRole: controller\nscope: {categories: [${categories}]}\n`;
    const access = 'satisfies: [CC6.1-$0]';
    assert.equal(labels(manifest('security') + control(access)).length, 13);
    assert.deepEqual(labels(manifest('security, privacy') + control(access)).slice(-2), [
      'CC6.1-POF13',
      'CC6.1-POF12',
    ]);
    assert.deepEqual(labels(manifest('privacy') + control('satisfies: [P5.2-$0]')), [
      'P5.2-POF2',
      'P5.2-POF3',
      'P5.2-POF4',
      'P5.2-POF1',
    ]);
  });

  it('are found by their id and by words of their title and description', () => {
    const items = itemsAt(control('satisfies: [$0]'));
    const found = items.find(({ label }) => label === 'CC6.1');
    assert.match(found?.filter ?? '', /^CC6\.1 .*access/i);
    assert.match(JSON.stringify(found?.documentation), /missing/);
  });

  for (const [form, before, after] of [
    ['a list in brackets', ['satisfies: [CC1.1, $0]'], ['satisfies: [CC1.1, CC6.1]']],
    ['a list in brackets without blanks', ['satisfies: [CC1.1,$0]'], ['satisfies: [CC1.1,CC6.1]']],
    ['a list in brackets that is not closed', ['satisfies: [CC1.1, $0'], ['satisfies: [CC1.1, CC6.1']],
    ['our catalog', ['satisfies:', '  TSC: [CC$0]'], ['satisfies:', '  TSC: [CC6.1]']],
    ['braces', ['satisfies: {TSC: [$0]}'], ['satisfies: {TSC: [CC6.1]}']],
    [
      'several lines',
      ['satisfies: {TSC: [', '  CC1.1, # why', '  $0', ']}'],
      ['satisfies: {TSC: [', '  CC1.1, # why', '  CC6.1', ']}'],
    ],
    [
      'a block list',
      ['satisfies:', '  TSC:', '    - CC1.1', '    - $0'],
      ['satisfies:', '  TSC:', '    - CC1.1', '    - CC6.1'],
    ],
    ['a block list at the edge', ['satisfies:', '- $0'], ['satisfies:', '- CC6.1']],
    ['a bare dash', ['satisfies:', '  - CC1.1', '  -$0'], ['satisfies:', '  - CC1.1', '  - CC6.1']],
    ['a bare dash at the edge', ['satisfies:', '-$0'], ['satisfies:', '- CC6.1']],
    [
      'a bare dash under a catalog',
      ['satisfies:', '  TSC: # ours', '\t-$0'],
      ['satisfies:', '  TSC: # ours', '\t- CC6.1'],
    ],
    ['a bracket that was only opened', ['satisfies: [$0'], ['satisfies: [CC6.1']],
    ['a lone value', ['satisfies: $0'], ['satisfies: CC6.1']],
    ['a value right behind the colon', ['satisfies:$0'], ['satisfies: CC6.1']],
    ['double quotes', ['satisfies: ["CC6$0"]'], ['satisfies: ["CC6.1"]']],
    ['single quotes', ["satisfies: ['$0']"], ["satisfies: ['CC6.1']"]],
    ['words begun', ['satisfies: [logical acc$0]'], ['satisfies: [CC6.1]']],
    ['a word that goes on', ['satisfies: [CC6$0.3, CC1.1]'], ['satisfies: [CC6.1, CC1.1]']],
    ['the beginning of a range', ['satisfies: [CC6$0.2-CC6.3]'], ['satisfies: [CC6.1-CC6.3]']],
  ] as const) {
    it(`go into ${form}`, () => {
      assert.equal(taken(control(...before), 'CC6.1'), control(...after).replace(/^.*\n/, ''));
    });
  }

  it('go into front matter that is not closed yet', () => {
    assert.equal(
      taken('=== controls/a.md\n---\nid: AC-01\nsatisfies: [$0\n\n# Access\n', 'CC6.1'),
      '---\nid: AC-01\nsatisfies: [CC6.1\n\n# Access\n',
    );
  });

  it('go into a record of a list and of a file of documents', () => {
    assert.equal(
      taken('=== controls/a.yaml\n- id: A\n  satisfies: [CC6.1]\n- id: B\n  satisfies: [$0]\n', 'CC6.1'),
      '- id: A\n  satisfies: [CC6.1]\n- id: B\n  satisfies: [CC6.1]\n',
    );
    assert.equal(
      taken('=== controls/a.yaml\nid: A\n---\nid: B\nsatisfies:\n  TSC:\n    - CC$0\n', 'CC6.1'),
      'id: A\n---\nid: B\nsatisfies:\n  TSC:\n    - CC6.1\n',
    );
  });

  it('rank what this record lists last, not what another of the file does', () => {
    const all = labels(
      '=== controls/a.yaml\n- id: A\n  satisfies: [CC1.1]\n- id: B\n  satisfies: [CC1.2, $0]\n',
    );
    assert.equal(all.at(-1), 'CC1.2');
    assert.notEqual(all.at(-2), 'CC1.1');
  });

  it('are offered for the assumptions about a subservice organization too', () => {
    const all = labels('=== vendors/a.yaml\nid: V\ncsocs:\n  - text: Guards.\n    satisfies: [$0]\n');
    assert.equal(all.length, 61);
  });

  it('keep the line ends of the file and the characters before the cursor', () => {
    assert.equal(
      taken(control('title: 𝒜ccess 👩‍👩‍👧 é', 'satisfies: [CC1.1, $0]'), 'CC6.1', true),
      '---\r\nid: AC-01\r\ntitle: 𝒜ccess 👩‍👩‍👧 é\r\nsatisfies: [CC1.1, CC6.1]\r\n---\r\n',
    );
  });
});

describe('the criteria of a catalog of one’s own', () => {
  const own = (...lines: string[]) =>
    [
      '=== tickmark.yaml',
      'report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}',
      'catalogs: [objectives.yaml]',
      '=== objectives.yaml',
      'name: Our objectives',
      'criteria:',
      '  - {id: CO-1, title: Payments are authorized}',
      '  - {id: CO-2, title: Changes are tested}',
      '  - {id: "CO: 3", title: Tax}',
      '=== controls/b.yaml',
      '{id: PAY-02, status: implemented, satisfies: {Our objectives: [CO-1]}}',
      ...lines,
    ].join('\n');

  it('are offered under its name, missing ones first, those listed last', () => {
    assert.deepEqual(labels(own(control('satisfies:', '  our-objectives: [CO-2, $0]'))), [
      'CO: 3',
      'CO-1',
      'CO-2',
    ]);
    assert.deepEqual(labels(own(control('satisfies:', '  TSC: [CC8$0]'))).slice(0, 2), ['CC1.1', 'CC1.2']);
  });

  it('are written as YAML takes them', () => {
    const example = own(control('satisfies:', '  Our objectives: [$0]'));
    assert.match(taken(example, 'CO: 3'), /Our objectives: \["CO: 3"\]/);
    const quoted = own(control('satisfies:', '  Our objectives: ["$0"]'));
    assert.match(taken(quoted, 'CO: 3'), /Our objectives: \["CO: 3"\]/);
  });

  it('are offered in running text and in the manifest', () => {
    assert.deepEqual(labels(own(`${control('title: A')}See CO-$0`)), ['CO-2', 'CO-1']);
    const manifest = own().replace('catalogs: [o', 'scope: {exclude: [{criterion: $0}]}\ncatalogs: [o');
    assert.deepEqual(labels(manifest), ['CO-1', 'CO-2', 'CO: 3']);
  });

  it('come under names that are offered too, those that the report is measured against first', () => {
    assert.deepEqual(labels(own(control('satisfies:', '  $0'))), ['Our objectives', 'TSC']);
    const manifest = own().replace('type: 1', 'type: 1, catalogs: [$0]');
    assert.deepEqual(labels(manifest), ['TSC', 'Our objectives']);
  });
});
