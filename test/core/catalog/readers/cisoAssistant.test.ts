import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { shown, text } from './read.ts';

function library(nodes: string): string {
  const indented = text(nodes).replace(/^(?=.)/gm, '    ');
  return `urn: urn:acme:risk:library:lite\nref_id: LIB\nname: Library\nobjects:\n  framework:\n    urn: urn:acme:risk:framework:lite\n    ref_id: LITE\n    name: Lite framework\n    requirement_nodes:\n${indented}`;
}

describe('a CISO Assistant library', () => {
  const written = library(`
    - {urn: "urn:acme:risk:req_node:lite:cc6", assessable: false, depth: 1, ref_id: CC6, name: Access}
    - urn: urn:acme:risk:req_node:lite:cc6.1
      assessable: true
      depth: 2
      parent_urn: URN:ACME:risk:req_node:lite:cc6
      ref_id: CC6.1
      description: Who may enter.
      annotation: See also the guide.
      typical_evidence: |
        - List of badges
        * Visitors' book
    - urn: urn:acme:risk:req_node:lite:cc6.1:a
      assessable: true
      depth: 3
      parent_urn: urn:acme:risk:req_node:lite:cc6.1
      name: "[TSC] Badges"
  `);
  const { format, catalog, aliases, alsoCalled, problems } = readCatalog(written);

  it('is called by its framework', () => {
    assert.deepEqual([format, catalog.name, catalog.title], ['ciso-assistant', 'LITE', 'Lite framework']);
    assert.deepEqual(alsoCalled, ['urn:acme:risk:framework:lite', 'urn:acme:risk:library:lite']);
    assert.deepEqual(shown(problems, written), []);
  });

  it('gives what can be assessed as criteria, in the group of the nearest heading', () => {
    assert.deepEqual(catalog.groups, [{ id: 'CC6', title: 'Access' }]);
    assert.deepEqual(
      catalog.criteria.map(({ id, title, group, related }) => ({ id, title, group, related })),
      [
        { id: 'CC6.1', title: 'Who may enter.', group: 'CC6', related: ['cc6.1:a'] },
        { id: 'cc6.1:a', title: '[TSC] Badges', group: 'CC6', related: ['CC6.1'] },
      ],
    );
  });

  it('keeps annotations and typical evidence', () => {
    const criterion = catalog.criterion('CC6.1');
    assert.equal(criterion?.description, 'Who may enter.\n\nSee also the guide.');
    assert.deepEqual(criterion?.evidence, ['List of badges', "Visitors' book"]);
  });

  it('knows the URN of everything', () => {
    assert.equal(aliases.get('urn:acme:risk:req_node:lite:cc6.1'), 'CC6.1');
    assert.equal(aliases.get('urn:acme:risk:req_node:lite:cc6'), 'CC6');
  });

  it('goes by depth where no parent is named', () => {
    const { catalog } = readCatalog(
      library(`
        - {urn: "u:1", assessable: false, depth: 1, ref_id: "1"}
        - {urn: "u:1.1", assessable: false, depth: 2, ref_id: "1.1"}
        - {urn: "u:1.1.1", assessable: true, depth: 3, ref_id: 1.1.1}
        - {urn: "u:1.2", assessable: true, depth: 2, ref_id: "1.2"}
        - {urn: "u:2", assessable: true, depth: 1, ref_id: "2"}
      `),
    );
    assert.deepEqual(
      catalog.criteria.map(({ id, group }) => [id, group]),
      [
        ['1.1.1', '1.1'],
        ['1.2', '1'],
        ['2', undefined],
      ],
    );
  });

  const cases: readonly (readonly [
    what: string,
    nodes: string,
    problems: readonly string[],
    ids: readonly string[],
  ])[] = [
    [
      'a parent that is nowhere given',
      '- {urn: "u:a", assessable: true, parent_urn: "u:z"}\n',
      ['unknown-parent: "u:z"'],
      ['a'],
    ],
    [
      'a circle of parents',
      `- {urn: "u:a", assessable: true, parent_urn: "u:b"}
         - {urn: "u:b", assessable: true, parent_urn: "u:c"}
         - {urn: "u:c", assessable: false, parent_urn: "u:a"}
         - {urn: "u:d", assessable: true, parent_urn: "u:c"}
        `,
      ['cycle: "u:b"'],
      ['a', 'b', 'd'],
    ],
    ['a parent of itself', '- {urn: "u:a", assessable: true, parent_urn: "u:a"}\n', ['cycle: "u:a"'], ['a']],
    [
      'a URN given twice',
      '- {urn: "u:a", assessable: true}\n- {urn: "U:A", assessable: true}\n',
      ['duplicate-id: "U:A"'],
      ['a'],
    ],
    [
      'a reference given twice',
      '- {urn: "u:a", ref_id: X, assessable: true}\n- {urn: "u:b", ref_id: X, assessable: true}\n',
      ['duplicate-id: X'],
      ['X'],
    ],
    [
      'no URN',
      '- {ref_id: A, assessable: true}\n- {urn: "u:b", assessable: true}\n',
      ['missing-id: ref_id'],
      ['b'],
    ],
  ];
  for (const [what, nodes, problems, ids] of cases) {
    it(`reports ${what}, and reads on`, () => {
      const written = library(nodes.replace(/^ +(?=- )/gm, ''));
      const read = readCatalog(written);
      assert.deepEqual(shown(read.problems, written), problems);
      assert.deepEqual(
        read.catalog.criteria.map(({ id }) => id),
        ids,
      );
    });
  }

  it('without a framework has nothing to give, and says so', () => {
    const written = 'urn: urn:acme:risk:library:x\nref_id: X\nobjects:\n  risk_matrix: []\n';
    const read = readCatalog(written);
    assert.deepEqual([read.format, shown(read.problems, written)], ['ciso-assistant', ['no-criteria: urn']]);
  });
});
