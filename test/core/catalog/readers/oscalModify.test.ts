// What a profile changes in the controls that it selects. The outcomes follow the examples of OSCAL's specification of profile
// resolution, in words of our own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { shown, text } from './read.ts';

const catalog = text(`
  catalog:
    metadata: {title: House rules}
    groups:
      - id: d
        title: Doors
        controls:
          - id: d-1
            title: Locks
            props: [{name: label, value: D-1}]
            params:
              - {id: often, label: how often}
              - {id: way, select: {choice: [by hand, by machine]}}
              - {id: both, label: how often and when, props: [{name: aggregates, value: often}, {name: aggregates, value: hour}]}
              - {id: hour, label: hour, guidelines: [{prose: the hour is defined;}]}
            parts:
              - id: d-1_smt
                name: statement
                prose: "The guard:"
                parts:
                  - {id: d-1_a, name: item, props: [{name: label, value: a.}], prose: "tries locks {{ insert: param, often }};"}
                  - {id: d-1_b, name: item, props: [{name: label, value: b.}], prose: "locks {{ insert: param, way }};"}
                  - {id: d-1_c, name: item, props: [{name: label, value: c.}], prose: "reports {{ insert: param, both }}."}
              - {id: d-1_gdn, name: guidance, prose: Gates count too.}
          - {id: d-2, title: Gates}
`);

const BEFORE = [
  'The guard:',
  '',
  '- a. tries locks [how often];',
  '- b. locks [one of: by hand; by machine];',
  '- c. reports [how often and when].',
  '',
  '**Guidance**',
  '',
  'Gates count too.',
];

/** A profile that takes all of the catalog, with this under `modify`. */
function modifying(modify: string): string {
  return `profile:\n  imports: [{href: catalog}]\n  modify: ${modify}\n`;
}

function read(written: string) {
  return readCatalog(written, { name: 'MINE', resolve: href => (href === 'catalog' ? catalog : undefined) });
}

/** The lines of what d-1 asks for, which nothing is reported about. */
function linesOf(modify: string): string[] | undefined {
  const { catalog, problems } = read(modifying(modify));
  assert.deepEqual(problems, []);
  return catalog.criterion('d-1')?.description.split('\n');
}

describe('the parameters that a profile sets', () => {
  const set = (id: string, what: string) => linesOf(`{set-parameters: [{param-id: ${id}, ${what}}]}`) ?? [];

  it('are shown with their constraints and guidelines behind their label', () => {
    const monthly = set(
      'often',
      'constraints: [{description: "at least monthly"}], guidelines: [{prose: See D-9}]',
    );
    assert.equal(monthly[2], '- a. tries locks [how often: at least monthly; See D-9];');
  });

  it('are shown with their constraints behind their choices', () => {
    const closed = set('way', 'constraints: [{description: "by machine\\n  at night"}]');
    assert.equal(closed[3], '- b. locks [one of: by hand; by machine. Constraint: by machine at night];');
  });

  it('are shown with their values alone, where they have any', () => {
    const daily = set('often', 'values: [daily], constraints: [{description: at least monthly}]');
    assert.equal(daily[2], '- a. tries locks daily;');
  });

  it('are shown in the parameters that stand for them', () => {
    assert.equal(set('hour', 'values: [at ten]')[4], '- c. reports [how often and when: at ten].');
    assert.equal(
      set('often', 'constraints: [{description: monthly}]')[4],
      '- c. reports [how often and when: monthly].',
    );
  });

  it('add to the constraints of the catalog', () => {
    const strict = `profile: {imports: [{href: inner}], modify: {set-parameters: [{param-id: often, constraints: [{description: two}]}]}}\n`;
    const inner = modifying('{set-parameters: [{param-id: often, constraints: [{description: one}]}]}');
    const resolve = (href: string) => (href === 'inner' ? inner : catalog);
    const description = readCatalog(strict, { resolve }).catalog.criterion('d-1')?.description;
    assert.match(description ?? '', /\[how often: one; two\]/);
  });
});

describe('the parts that a profile removes', () => {
  const removing = (what: string) => linesOf(`{alters: [{control-id: d-1, removes: [${what}]}]}`);

  it('are those of an id, with what is in them', () => {
    assert.deepEqual(removing('{by-id: d-1_b}'), BEFORE.toSpliced(3, 1));
    assert.deepEqual(removing('{by-id: d-1_smt}'), BEFORE.slice(6));
  });

  it('are those of a name, at any depth', () => {
    assert.deepEqual(removing('{by-name: item}'), ['The guard:', ...BEFORE.slice(5)]);
    assert.deepEqual(removing('{by-name: guidance}'), BEFORE.slice(0, 5));
  });

  it('are only those of an id and a name where both are given', () => {
    assert.deepEqual(removing('{by-id: d-1_a, by-name: item}'), BEFORE.toSpliced(2, 1));
  });

  it('are labels too, by which a control is no longer cited', () => {
    const written = modifying('{alters: [{control-id: d-1, removes: [{by-name: label}]}]}');
    const { catalog, aliases } = read(written);
    assert.equal(catalog.criterion('d-1')?.description.split('\n')[2], '- tries locks [how often];');
    assert.equal(aliases.get('d-1'), undefined);
    assert.equal(read(modifying('{}')).aliases.get('d-1'), 'd-1');
  });

  it('may be added again with changes', () => {
    const lines = linesOf(
      '{alters: [{control-id: d-1, adds: [{by-id: d-1_smt, position: starting, parts: [{id: d-1_a, name: item, prose: "tries all;"}]}], removes: [{by-id: d-1_a}]}]}',
    );
    assert.deepEqual(lines, BEFORE.with(2, '- tries all;'));
  });
});

describe('the parts that a profile adds', () => {
  const item = (prose: string) =>
    `parts: [{name: item, props: [{name: label, value: "x."}], prose: ${prose}}]`;
  const adding = (what: string) => linesOf(`{alters: [{control-id: d-1, adds: [{${what}}]}]}`);
  const added = '- x. sings.';

  const places: readonly (readonly [where: string, at: number])[] = [
    ['by-id: d-1_smt', 5],
    ['by-id: d-1_smt, position: ending', 5],
    ['by-id: d-1_smt, position: starting', 2],
    ['by-id: d-1_b, position: before', 3],
    ['by-id: d-1_b, position: after', 4],
  ];
  for (const [where, at] of places) {
    it(`stand where "${where}" says`, () => {
      assert.deepEqual(adding(`${where}, ${item('sings.')}`), BEFORE.toSpliced(at, 0, added));
    });
  }

  it('stand in an item as a list of its own', () => {
    assert.deepEqual(adding(`by-id: d-1_a, ${item('sings.')}`), BEFORE.toSpliced(3, 0, `  ${added}`));
  });

  it('stand at the end or the beginning of the control, with their label', () => {
    const whole = ['x. sings.', ''];
    assert.deepEqual(adding(item('sings.')), BEFORE.toSpliced(6, 0, ...whole));
    assert.deepEqual(adding(`by-id: d-1, position: starting, ${item('sings.')}`), [...whole, ...BEFORE]);
  });

  it('may have parameters that are added too', () => {
    const lines = adding(
      `params: [{id: tune, label: a tune}], by-id: d-1_smt, ${item('"sings {{ insert: param, tune }}."')}`,
    );
    assert.deepEqual(lines, BEFORE.toSpliced(5, 0, '- x. sings [a tune].'));
  });

  it('may be a label, a link, or a title', () => {
    const written = modifying(
      '{alters: [{control-id: d-1, adds: [{title: All locks, props: [{name: label, value: Lock-1}], links: [{rel: related, href: "#d-2"}]}, {by-id: d-1_smt, title: Duties}]}]}',
    );
    const { catalog, aliases, problems } = read(written);
    const { title, related, description } = catalog.criterion('d-1') ?? {};
    assert.deepEqual([problems, title, related, aliases.get('lock-1')], [[], 'All locks', ['d-2'], 'd-1']);
    assert.match(description ?? '', /^\*\*Duties\*\*\n\nThe guard:/);
  });
});

describe('what is not followed of a profile', () => {
  const alter = (what: string, id = 'd-1') => modifying(`{alters: [{control-id: ${id}, ${what}}]}`);
  const cases: readonly (readonly [what: string, written: string, found: string])[] = [
    ['a removal by class', alter('removes: [{by-class: x}]'), 'by-class'],
    [
      'a removal by the name of items',
      alter('removes: [{by-name: label, by-item-name: part}]'),
      'by-item-name',
    ],
    ['a removal by namespace', alter('removes: [{by-ns: x}]'), 'by-ns'],
    ['a removal of what is not there', alter('removes: [{by-id: d-1_x}]'), 'd-1_x'],
    ['an addition to what is not there', alter('adds: [{by-id: d-1_x, parts: []}]'), 'd-1_x'],
    ['a change to a control that is not selected', alter('removes: []', 'd-3'), 'd-3'],
    ['groups of its own', 'profile: {imports: [{href: catalog}], merge: {custom: {groups: []}}}\n', 'custom'],
  ];
  for (const [what, written, found] of cases) {
    it(`is ${what}, and the control stays as it is`, () => {
      const { catalog, problems } = read(written);
      assert.deepEqual(shown(problems, written), [`not-followed: ${found}`]);
      assert.deepEqual(catalog.criterion('d-1')?.description.split('\n'), BEFORE);
    });
  }

  it('is told of a profile that it imports, at the import', () => {
    const written = 'profile: {imports: [{href: inner}]}\n';
    const inner = alter('removes: [{by-class: x}]');
    const { problems } = readCatalog(written, {
      name: 'MINE',
      resolve: href => (href === 'inner' ? inner : catalog),
    });
    assert.deepEqual(shown(problems, written), ['not-followed: inner']);
    assert.match(problems[0]?.message ?? '', /^"inner" is not followed in full\. Found a removal "by-class"/);
  });

  it('is the second of two controls with one id, unless the profile says so, or they do not differ', () => {
    const importing = (second: string, merge = '') => {
      const written = `profile: {imports: [{href: catalog}, {href: ${second}}]${merge}}\n`;
      const other = 'catalog: {controls: [{id: d-1, title: Bolts}, {id: d-2, title: Fences}]}\n';
      const { problems } = readCatalog(written, {
        name: 'MINE',
        resolve: href => (href === 'catalog' ? catalog : other),
      });
      return shown(problems, written);
    };
    assert.deepEqual(importing('other'), ['not-followed: other']);
    assert.deepEqual(importing('other', ', merge: {combine: {method: keep}}'), ['not-followed: other']);
    assert.deepEqual(importing('other', ', merge: {combine: {method: use-first}}'), []);
    assert.deepEqual(importing('catalog', ', merge: {as-is: true}'), []);
  });
});
