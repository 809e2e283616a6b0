import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MappedCatalog, readMappings } from '../../../../server/src/core/catalog/mapping.ts';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';
import { shown, text } from './read.ts';

const iso = readCatalog(
  text(`
    urn: urn:acme:risk:library:iso
    objects:
      framework:
        urn: urn:acme:risk:framework:iso
        ref_id: ISO
        requirement_nodes:
          - {urn: "urn:acme:risk:req_node:iso:a.5", assessable: false, ref_id: A.5}
          - {urn: "urn:acme:risk:req_node:iso:a.5.1", assessable: true, ref_id: A.5.1, parent_urn: "urn:acme:risk:req_node:iso:a.5"}
  `),
);
const nist = readCatalog('catalog: {controls: [{id: ac-2, props: [{name: label, value: AC-2}]}]}', {
  name: 'NIST',
});
const known: Readonly<Record<string, MappedCatalog>> = {
  TSC: { catalog: tsc, aliases: new Map() },
  ISO: iso,
  'urn:acme:risk:framework:iso': iso,
  NIST: nist,
};

function read(written: string) {
  return readMappings(written, { catalogNamed: name => known[name] });
}

describe('a mapping in our own form', () => {
  it('is told what was probably meant, of as many ids as are told of', () => {
    const pairs = Array.from({ length: 200 }, () => '  - {from: CC6.1, to: A.5.2, relationship: equal}\n');
    const { problems } = read(`from: TSC\nto: ISO\npairs:\n${pairs.join('')}`);
    assert.equal(problems.length, 200);
    assert.equal(problems[99]?.meant, 'A.5.1');
    assert.equal(problems[100]?.meant, undefined);
  });

  it('says what stands for what', () => {
    const { mappings, problems } = read(
      text(`
        from: TSC
        to: ISO
        pairs:
          - {from: CC6.1, to: A.5.1, relationship: intersects}
          - {from: CC6, to: A.5, relationship: superset}
          - {from: CC6.2, to: A.5.1, relationship: equal}
          - {from: CC6.3, to: A.5.1, relationship: subset}
      `),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(mappings, [
      {
        from: 'TSC',
        to: 'ISO',
        pairs: [
          { from: 'CC6.1', to: 'A.5.1', relationship: 'intersects' },
          { from: 'CC6', to: 'A.5', relationship: 'superset' },
          { from: 'CC6.2', to: 'A.5.1', relationship: 'equal' },
          { from: 'CC6.3', to: 'A.5.1', relationship: 'subset' },
        ],
      },
    ]);
  });

  it('may write an id as the catalog labels it', () => {
    const { mappings } = read(
      'from: NIST\nto: TSC\npairs: [{from: AC-2, to: CC6.2, relationship: subset}]\n',
    );
    assert.deepEqual(mappings[0]?.pairs, [{ from: 'ac-2', to: 'CC6.2', relationship: 'subset' }]);
  });

  const head = 'from: TSC\nto: ISO\npairs:\n- {from: CC6.1, to: A.5.1, relationship: equal}\n';
  const cases: readonly (readonly [
    what: string,
    written: string,
    problems: readonly string[],
    pairs: number,
  ])[] = [
    [
      'an id that does not exist',
      `${head}- {from: CC9.9, to: A.5.1, relationship: equal}\n`,
      ['unknown-id: CC9.9'],
      1,
    ],
    ['an id missing', `${head}- {from: CC6.2, relationship: equal}\n`, ['missing-id: from'], 1],
    [
      'an unknown relationship',
      `${head}- {from: CC6.2, to: A.5.1, relationship: like}\n`,
      ['unknown-relationship: like'],
      2,
    ],
    ['a relationship missing', `${head}- {from: CC6.2, to: A.5.1}\n`, ['missing-relationship: from'], 2],
    ['a pair that is none', `${head}- CC6.2\n`, ['wrong-type: CC6.2'], 1],
    [
      'an unknown key',
      `${head}- {from: CC6.2, to: A.5.1, relation: equal, relationship: equal}\n`,
      ['unknown-key: relation'],
      2,
    ],
    ['an unknown catalog', head.replace('ISO', 'PCI'), ['unknown-catalog: PCI'], 1],
  ];
  for (const [what, written, problems, pairs] of cases) {
    it(`reports ${what}, and reads on`, () => {
      const found = read(written);
      assert.deepEqual(shown(found.problems, written), problems);
      assert.equal(found.mappings[0]?.pairs.length, pairs);
    });
  }

  it('takes a relationship that it does not know for some of it', () => {
    const { mappings } = read(`${head}- {from: CC6.2, to: A.5.1, relationship: like}\n`);
    assert.equal(mappings[0]?.pairs[1]?.relationship, 'intersects');
  });

  it('has none without its catalogs, or its pairs', () => {
    for (const [written, problems] of [
      ['to: ISO\npairs: []\n', ['missing-catalog: to']],
      ['from: TSC\nto: ISO\n', ['no-mapping: from']],
      ['', ['empty: ']],
      ['from\n', ['wrong-type: from']],
    ] as const) {
      const found = read(written);
      assert.deepEqual(shown(found.problems, written), problems);
      assert.deepEqual(
        found.mappings.flatMap(({ pairs }) => pairs),
        [],
      );
    }
  });

  it('knows TSC by itself', () => {
    const { problems } = readMappings(
      'from: TSC\nto: TSC\npairs: [{from: CC6.1, to: CC6.2, relationship: equal}]\n',
    );
    assert.deepEqual(problems, []);
  });
});

describe('the mappings of a CISO Assistant library', () => {
  const written = text(`
    urn: urn:acme:risk:library:map
    objects:
      requirement_mapping_sets:
        - urn: urn:acme:risk:req_mapping_set:map
          source_framework_urn: urn:acme:risk:framework:iso
          target_framework_urn: urn:acme:risk:framework:other
          requirement_mappings:
            - source_requirement_urn: urn:acme:risk:req_node:iso:A.5.1
              target_requirement_urn: urn:acme:risk:req_node:other:x:1
              relationship: intersect
              rationale: semantic
            - source_requirement_urn: urn:acme:risk:req_node:iso:a.5
              target_requirement_urn: urn:acme:risk:req_node:other:x:2
              relationship: not_related
            - source_requirement_urn: urn:acme:risk:req_node:iso:a.9
              target_requirement_urn: urn:acme:risk:req_node:other:x:3
              relationship: equal
  `);

  it('are read by the URNs of what they map', () => {
    const { mappings, problems } = read(written);
    assert.deepEqual(mappings, [
      {
        from: 'ISO',
        to: 'urn:acme:risk:framework:other',
        pairs: [{ from: 'A.5.1', to: 'x:1', relationship: 'intersects' }],
      },
    ]);
    assert.deepEqual(shown(problems, written), [
      'unknown-catalog: urn:acme:risk:framework:other',
      'unknown-id: urn:acme:risk:req_node:iso:a.9',
    ]);
  });

  it('may be several, or a single one in the older form', () => {
    const set = '{source_framework_urn: TSC, target_framework_urn: TSC, requirement_mappings: []}';
    const older = `urn: u\nobjects: {requirement_mapping_set: ${set}}\n`;
    const several = `urn: u\nobjects: {requirement_mapping_sets: [${set}, ${set}]}\n`;
    assert.deepEqual([read(older).mappings.length, read(several).mappings.length], [1, 2]);
  });

  it('are missing from a library of something else', () => {
    const written = 'urn: u\nobjects: {framework: {}}\n';
    assert.deepEqual(shown(read(written).problems, written), ['no-mapping: urn']);
  });
});
