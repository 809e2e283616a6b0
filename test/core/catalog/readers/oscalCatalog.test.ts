import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { shown, text } from './read.ts';

const written = text(`
  catalog:
    uuid: 6f0a0a6e-0000-4000-8000-000000000000
    metadata:
      title: House rules
    params:
      - {id: house, label: the house}
    groups:
      - id: d
        title: Doors
        controls:
          - id: d-1
            title: Locks
            params:
              - {id: d-1_prm_1, label: how often}
              - id: d-1_prm_2
                select:
                  how-many: one-or-more
                  choice:
                    - by key
                    - "after {{ insert: param, d-1_prm_3 }}"
              - {id: d-1_prm_3, label: a while, values: [ten minutes, an hour]}
            props:
              - {name: label, value: D-01, class: padded}
              - {name: label, value: D-1}
            links:
              - {href: "#d-1", rel: related}
              - {href: "#d-3", rel: related}
              - {href: "#d-9", rel: related}
              - {href: "#w-1", rel: required}
              - {href: "#source", rel: reference}
            parts:
              - name: statement
                prose: "{{ insert: param, house }} has locks:"
                parts:
                  - name: item
                    props: [{name: label, value: a.}]
                    prose: "They are tried {{insert:param,d-1_prm_1}};"
                    parts:
                      - {name: item, props: [{name: label, class: x, value: "1."}], prose: "from outside;"}
                  - name: item
                    prose: |-
                      They lock {{ insert: param, d-1_prm_2 }}.

                      Always {{ nothing }}.
              - name: guidance
                prose: Mind the cellar.
                links:
                  - {href: "#w-1", rel: related}
              - {name: assessment-objective, prose: See whether it locks.}
              - name: assessment-method
                props: [{name: method, value: EXAMINE}]
                parts:
                  - {name: assessment-objects, prose: "Lock log\\n\\nkey list"}
              - name: assessment-method
                props: [{name: method, value: TEST}]
                parts:
                  - {name: assessment-objects, prose: Locks}
            controls:
              - id: d-1.1
                title: Bolts
                props: [{name: label, value: D-1(1)}]
              - id: d-1.2
                title: Chains
                props: [{name: status, value: Withdrawn}]
                links: [{href: "#d-1.1", rel: incorporated-into}, {href: "#w-1", rel: moved-to}]
        groups:
          - controls:
              - {id: d-3, title: Gates}
      - id: w
        title: Windows
        groups:
          - id: w.a
            title: Attic
            controls:
              - {id: w-1, title: Skylights}
    controls:
      - {id: x-1, title: Everything else}
`);

describe('an OSCAL catalog', () => {
  const { format, catalog, problems, aliases, withdrawn, place } = readCatalog(written);

  it('is recognized, and read without a complaint', () => {
    assert.deepEqual([format, catalog.name, catalog.title], ['oscal-catalog', 'House rules', 'House rules']);
    assert.deepEqual(shown(problems, written), []);
  });

  it('gives every control as a criterion, enhancements in the group of what they enhance', () => {
    assert.deepEqual(
      catalog.criteria.map(({ id, title, group }) => [id, title, group]),
      [
        ['d-3', 'Gates', 'd'],
        ['d-1', 'Locks', 'd'],
        ['d-1.1', 'Bolts', 'd'],
        ['w-1', 'Skylights', 'w.a'],
        ['x-1', 'Everything else', undefined],
      ],
    );
    assert.deepEqual(catalog.groups, [
      { id: 'd', title: 'Doors' },
      { id: 'w.a', title: 'Attic' },
    ]);
  });

  it('relates enhancements and what they enhance, and what links name if it is there', () => {
    assert.deepEqual(catalog.criterion('d-1')?.related, ['d-1.1', 'd-3', 'w-1']);
    assert.deepEqual(catalog.criterion('d-1.1')?.related, ['d-1']);
  });

  it('writes the statement with its parameters, then the guidance', () => {
    assert.equal(
      catalog.criterion('d-1')?.description,
      text(`
        [the house] has locks:

        - a. They are tried [how often];
          - 1. from outside;
        - They lock [one or more of: by key; after ten minutes, an hour].

          Always [nothing].

        **Guidance**

        Mind the cellar.
      `).trimEnd(),
    );
  });

  it('takes what is to be examined as evidence', () => {
    assert.deepEqual(catalog.criterion('d-1')?.evidence, ['Lock log', 'key list']);
  });

  it('knows controls by their labels too', () => {
    assert.deepEqual(
      ['d-1', 'd-01', 'd-1(1)', 'd-2'].map(label => aliases.get(label)),
      ['d-1', 'd-1', 'd-1.1', undefined],
    );
  });

  it('remembers what was withdrawn, and where it went', () => {
    assert.deepEqual(withdrawn, [{ id: 'd-1.2', title: 'Chains', successors: ['d-1.1', 'w-1'] }]);
    assert.equal(catalog.criterion('d-1.2'), undefined);
  });

  it('tells where a control is given', () => {
    const found = place('criterion', 'w-1');
    assert.equal(found && written.slice(found.start, found.end), 'w-1');
  });
});

describe('what is wrong in an OSCAL catalog', () => {
  const wrap = (controls: string) => `catalog:\n  metadata: {title: T}\n  controls:\n${controls}`;
  const cases: readonly (readonly [what: string, controls: string, problems: readonly string[]])[] = [
    ['an id given twice', '  - {id: a}\n  - {id: a}\n', ['duplicate-id: a']],
    ['a control without an id', '  - {id: a}\n  - {title: b}\n', ['missing-id: title']],
    ['controls that are none', '  - {id: a, parts: text}\n  - b\n', ['wrong-type: text', 'wrong-type: b']],
    ['a property that has no name', '  - {id: a, props: [{name: [x], value: v}]}\n', ['wrong-type: [']],
    ['a title that is a list', '  - {id: a, title: [t]}\n', ['wrong-type: [']],
  ];
  for (const [what, controls, problems] of cases) {
    it(`is ${what}, and the rest is read`, () => {
      const { catalog, problems: found } = readCatalog(wrap(controls));
      assert.deepEqual(shown(found, wrap(controls)), problems);
      assert.deepEqual(
        catalog.criteria.map(({ id }) => id),
        ['a'],
      );
    });
  }

  it('is nothing where a parameter contains itself', () => {
    const written = wrap(
      [
        '  - id: a',
        '    params:',
        '    - {id: p, label: P, values: ["({{ insert: param, q }})"]}',
        '    - {id: q, select: {choice: ["{{ insert: param, p }}"]}}',
        '    parts: [{name: statement, prose: "{{ insert: param, p }} {{ insert: param, p }}"}]',
        '',
      ].join('\n'),
    );
    const { catalog, problems } = readCatalog(written);
    assert.deepEqual(problems, []);
    assert.equal(catalog.criterion('a')?.description, '([one of: [P]]) ([one of: [P]])');
  });
});
