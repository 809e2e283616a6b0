import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';
import { shown, text } from './read.ts';

/** What is wrong with a catalog: codes and the words that they are about. */
function problemsOf(written: string): string[] {
  return shown(readCatalog(written).problems, written);
}

describe('a catalog in our own form', () => {
  const written = text(`
    name: ICFR
    title: Control objectives
    categories:
      - {id: payroll, title: Payroll, aliases: [pay]}
      - {id: general, title: General, common: true}
    groups:
      - {id: G1, title: Processing, category: payroll}
      - {id: G2, category: general}
    criteria:
      - id: CO-1
        title: Payments
        description: Payments are authorized.
        group: G1
        auditorsLookAt: [Who approves]
        controls: [Two people approve]
        evidence: [Approvals]
        policies: Payment policy
        related: [CO-2]
        points:
          - {title: Limits, text: Somebody decides the limits., only: payroll}
          - {number: 7, title: Files, role: processor}
      - id: CO-2
        description: |
          Changes to programs are tested.
          Always.
        group: G2
      - id: 1.10
  `);
  const { catalog, format, problems, over } = readCatalog(written);

  it('is read without a complaint', () => {
    assert.deepEqual([format, over, shown(problems, written)], ['own', undefined, []]);
    assert.deepEqual([catalog.name, catalog.title], ['ICFR', 'Control objectives']);
    assert.deepEqual(catalog.categories, [
      { id: 'payroll', title: 'Payroll', aliases: ['pay'], common: false },
      { id: 'general', title: 'General', aliases: [], common: true },
    ]);
    assert.deepEqual(catalog.groups, [
      { id: 'G1', title: 'Processing', category: 'payroll' },
      { id: 'G2', title: 'G2', category: 'general' },
    ]);
  });

  it('gives every field of a criterion', () => {
    assert.deepEqual(catalog.criterion('CO-1'), {
      id: 'CO-1',
      title: 'Payments',
      description: 'Payments are authorized.',
      group: 'G1',
      auditorsLookAt: ['Who approves'],
      controls: ['Two people approve'],
      evidence: ['Approvals'],
      policies: ['Payment policy'],
      related: ['CO-2'],
      points: [
        {
          id: 'CO-1-POF1',
          criterion: 'CO-1',
          number: 1,
          title: 'Limits',
          text: 'Somebody decides the limits.',
          only: 'payroll',
        },
        { id: 'CO-1-POF7', criterion: 'CO-1', number: 7, title: 'Files', text: '', role: 'processor' },
      ],
    });
  });

  it('takes a title from the description, else the id, and a number as it is written', () => {
    assert.equal(catalog.criterion('CO-2')?.title, 'Changes to programs are tested.');
    assert.equal(catalog.criterion('1.10')?.title, '1.10');
  });

  it('shortens a long title at a word, or between characters', () => {
    const titleOf = (description: string) =>
      readCatalog(`name: X\ncriteria: [{id: A, description: "${description}"}]\n`).catalog.criterion('A')
        ?.title;
    assert.equal(titleOf(`${'word '.repeat(15)}another`), `${'word '.repeat(15).trim()}…`);
    assert.equal(titleOf(`${'x'.repeat(79)}\u{1f600} and`), `${'x'.repeat(79)}…`);
  });

  it('takes null in quotes for a word', () => {
    const { catalog } = readCatalog('name: X\ncriteria: [{id: "null", title: null}]\n');
    assert.equal(catalog.criterion('null')?.title, 'null');
  });

  it('may be large JSON, indented by tabs', () => {
    const description = 'word '.repeat(250_000);
    const json = JSON.stringify({ name: 'X', criteria: [{ id: 'A', description }] }, undefined, '\t');
    const { catalog, problems } = readCatalog(json);
    assert.deepEqual(problems, []);
    assert.equal(catalog.criterion('A')?.description, description.trim());
  });

  it('has scopes, as the built-in one has', () => {
    const ids = (names: string[]) => catalog.criteriaOf(names).map(({ id }) => id);
    assert.deepEqual(ids([]), ['CO-2', '1.10']);
    assert.deepEqual(ids(['Pay']), ['CO-1', 'CO-2', '1.10']);
  });

  it('tells where each thing is given', () => {
    const { place } = readCatalog(written);
    const at = (kind: Parameters<typeof place>[0], id: string) => {
      const found = place(kind, id);
      return found && written.slice(found.start, found.end);
    };
    assert.equal(at('criterion', 'CO-2'), 'CO-2');
    assert.equal(at('group', 'G1'), 'G1');
    assert.equal(at('category', 'general'), 'general');
    assert.equal(at('point', 'CO-1-POF7'), 'number');
    assert.equal(at('criterion', 'G1'), undefined);
  });

  it('may be JSON, indented by tabs', () => {
    const json = JSON.stringify(
      { name: 'ICFR', criteria: [{ id: 'A', title: 'a "quoted"\ttab', description: '\ud83d\ude00 /' }] },
      undefined,
      '\t',
    );
    const read = readCatalog(json);
    assert.deepEqual(read.problems, []);
    assert.equal(read.catalog.criterion('A')?.title, 'a "quoted" tab');
    assert.equal(read.catalog.criterion('A')?.description, '\ud83d\ude00 /');
  });

  it('follows an alias', () => {
    const read = readCatalog(
      'name: X\ncriteria:\n- {id: A, controls: &c [one, two]}\n- {id: B, controls: *c}\n',
    );
    assert.deepEqual(read.catalog.criterion('B')?.controls, ['one', 'two']);
    assert.deepEqual(read.problems, []);
  });

  it('may be cited under another name than its own', () => {
    assert.equal(readCatalog(written, { name: 'SOC1' }).catalog.name, 'SOC1');
  });
});

describe('what is wrong in our own form', () => {
  const cases: readonly (readonly [what: string, written: string, problems: readonly string[]])[] = [
    [
      'an id given twice: the first counts',
      'name: X\ncriteria:\n- {id: A}\n- {id: "A", title: second}\n',
      ['duplicate-id: "A"'],
    ],
    ['no id', 'name: X\ncriteria:\n- {id: A}\n- {title: none}\n', ['missing-id: title']],
    ['an empty id', 'name: X\ncriteria:\n- {id: A}\n- {id: "", title: none}\n', ['missing-id: id']],
    ['an id that is a list', 'name: X\ncriteria:\n- {id: A}\n- id: [B]\n', ['wrong-type: [']],
    ['a text for a list of mappings', 'name: X\ncriteria:\n- {id: A}\n- B\n', ['wrong-type: B']],
    ['a mapping for a text', 'name: X\ncriteria:\n- {id: A, title: {de: x}}\n', ['wrong-type: de']],
    ['a list for a text', 'name: [X]\ncriteria:\n- {id: A}\n', ['missing-name: name', 'wrong-type: [']],
    ['an unknown group', 'name: X\ncriteria:\n- {id: A, group: G}\n', ['unknown-group: G']],
    [
      'an unknown category',
      'name: X\ngroups: [{id: G, category: C}]\ncriteria:\n- {id: A, group: G}\n',
      ['unknown-category: C'],
    ],
    [
      'an unknown related criterion',
      'name: X\ncriteria:\n- {id: A, related: [B, A, Z]}\n- {id: B}\n',
      ['unknown-criterion: Z'],
    ],
    [
      'a mistyped key',
      'name: X\ncriteria:\n- {id: A, titel: x}\ngrupos: []\n',
      ['unknown-key: titel', 'unknown-key: grupos'],
    ],
    ['no name', 'criteria:\n- {id: A}\n', ['missing-name: criteria']],
    ['no criterion', 'name: X\ncriteria: []\n', ['no-criteria: name']],
    ['nothing but a name', 'name: X\n', ['no-criteria: name']],
    [
      'a wrong role',
      'name: X\ncriteria:\n- {id: A, points: [{title: t, role: boss}]}\n',
      ['wrong-value: boss'],
    ],
    ['a wrong number', 'name: X\ncriteria:\n- {id: A, points: [{number: 0}]}\n', ['wrong-value: 0']],
    [
      'a number given twice',
      'name: X\ncriteria:\n- {id: A, points: [{number: 2}, {title: second}]}\n',
      ['duplicate-id: title'],
    ],
    [
      'common that is neither true nor false',
      'name: X\ncategories: [{id: c, common: maybe}]\ncriteria: [{id: A}]\n',
      ['wrong-value: maybe'],
    ],
    ['itself as what it is laid over', 'name: X\nover: X\ncriteria: [{id: A}]\n', ['cycle: X']],
    ['an unknown catalog', 'name: X\nover: Y\ncriteria: [{id: A}]\n', ['unknown-catalog: Y']],
    [
      'an id that the other catalog does not have',
      'over: TSC\ncriteria: [{id: CC6.9}, {id: CC6.1, related: [CC9.9]}]\ngroups: [{id: CC10}]\n',
      ['unknown-criterion: CC6.9', 'unknown-criterion: CC9.9', 'unknown-group: CC10'],
    ],
    ['a text that is no mapping', 'criteria\n', ['wrong-type: criteria']],
    ['an empty text', '', ['empty: ']],
    ['broken YAML: the rest is read', 'name: X\ncriteria:\n- {id: A}\ntitle\n', ['missing-colon: title']],
    ['a key given twice', 'name: X\nname: Y\ncriteria: [{id: A}]\n', ['duplicate-key: name']],
  ];
  for (const [what, written, problems] of cases) {
    it(`is ${what}`, () => assert.deepEqual(problemsOf(written), problems));
  }

  it('does not keep the rest from being read', () => {
    const { catalog } = readCatalog(
      'name: X\ncriteria:\n- {id: A, group: none, related: [B, Z]}\n- {id: A, title: second}\n- {}\n- {id: B}\n',
    );
    assert.deepEqual(
      catalog.criteria.map(({ id, title, group, related }) => [id, title, group, related]),
      [
        ['A', 'A', undefined, ['B']],
        ['B', 'B', undefined, []],
      ],
    );
  });

  it('says what was probably meant', () => {
    const [problem] = readCatalog('name: X\ncriteria:\n- {id: A, discription: x}\n').problems;
    assert.equal(problem?.message, 'Found the key "discription"; expected "description".');
  });
});

describe('words laid over the built-in ids', () => {
  const written = text(`
    name: Ours
    over: TSC
    title: Licensed wording
    categories: [{id: availability, title: Uptime, aliases: [up]}]
    groups: [{id: CC6, title: Access controls}]
    criteria:
      - id: CC6.1
        description: The licensed sentence.
        points:
          - {title: First licensed point, text: Its text.}
          - {text: Only a text.}
          - {number: 14, title: One of our own}
      - {id: CC6.2, title: Joiners and leavers, related: [CC7.5]}
  `);
  const { catalog, over, problems } = readCatalog(written);

  it('replace what they say, and leave the rest', () => {
    assert.deepEqual([over, problems], ['TSC', []]);
    assert.deepEqual([catalog.name, catalog.title], ['TSC', 'Licensed wording']);
    assert.equal(catalog.criterion('CC6.1')?.description, 'The licensed sentence.');
    assert.equal(catalog.criterion('CC6.1')?.title, tsc.criterion('CC6.1')?.title);
    assert.equal(catalog.criterion('CC6.2')?.title, 'Joiners and leavers');
    assert.deepEqual(catalog.criterion('CC6.2')?.related, ['CC7.5']);
    assert.deepEqual(catalog.criterion('CC6.1')?.controls, tsc.criterion('CC6.1')?.controls);
    assert.deepEqual(catalog.criterion('CC7.1'), tsc.criterion('CC7.1'));
    assert.equal(catalog.group('CC6')?.title, 'Access controls');
    assert.equal(catalog.category('up')?.title, 'Uptime');
    assert.equal(catalog.category('A')?.id, 'availability');
  });

  it('lie over points by their number, and come behind where there is none', () => {
    const points = catalog.criterion('CC6.1')?.points ?? [];
    const builtIn = tsc.criterion('CC6.1')?.points ?? [];
    assert.deepEqual([points[0]?.title, points[0]?.text], ['First licensed point', 'Its text.']);
    assert.deepEqual([points[1]?.title, points[1]?.text], [builtIn[1]?.title, 'Only a text.']);
    assert.deepEqual(points[2], builtIn[2]);
    assert.equal(points.length, builtIn.length + 1);
    assert.equal(points.at(-1)?.id, 'CC6.1-POF14');
  });

  it('change neither ids nor scope', () => {
    const ids = tsc.criteria.map(({ id }) => id);
    assert.deepEqual(
      catalog.criteria.map(({ id }) => id),
      ids,
    );
    assert.equal(catalog.criteriaOf(['up']).length, 36);
    // The one of our own beside the 225.
    assert.equal(catalog.pointsInScope(['up']).length, 226);
  });

  it('may lie over any catalog that is known', () => {
    const base = readCatalog('name: OWN\ncriteria: [{id: A, title: plain}, {id: B, title: kept}]\n').catalog;
    const laid = readCatalog('over: OWN\ncriteria: [{id: A, title: better}]\n', {
      catalogNamed: name => (name === 'OWN' ? base : undefined),
    });
    assert.deepEqual(laid.problems, []);
    assert.deepEqual(
      laid.catalog.criteria.map(({ title }) => title),
      ['better', 'kept'],
    );
  });
});
