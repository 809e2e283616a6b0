import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { shown, text } from './read.ts';

const files: Readonly<Record<string, string>> = {
  'catalog.yaml': text(`
    catalog:
      metadata: {title: House rules}
      groups:
        - id: d
          title: Doors
          controls:
            - id: d-1
              title: Locks
              params: [{id: often, label: how often}]
              parts: [{name: statement, prose: "Locks are tried {{ insert: param, often }}."}]
              controls:
                - {id: d-1.1, title: Bolts, controls: [{id: d-1.1.1, title: Springs}]}
                - {id: d-1.2, title: Chains}
            - {id: d-2, title: Gates}
        - id: w
          title: Windows
          controls:
            - {id: w-1, title: Skylights}
            - {id: w-2, title: Shutters, props: [{name: status, value: withdrawn}], links: [{href: "#w-1", rel: moved-to}]}
  `),
  'inner.json': JSON.stringify({
    profile: {
      metadata: { title: 'Inner' },
      imports: [{ href: 'catalog.yaml', 'include-controls': [{ 'with-ids': ['d-1', 'd-2'] }] }],
      modify: { 'set-parameters': [{ 'param-id': 'often', values: ['daily'] }] },
    },
  }),
  'second.yaml': 'catalog: {controls: [{id: d-1, title: Other locks}, {id: s-1}]}\n',
  'catalog.xml': '<catalog/>',
  'circle.yaml': 'profile: {imports: [{href: other.yaml}]}\n',
  'other.yaml': 'profile: {imports: [{href: circle.yaml}]}\n',
  'broken.yaml': 'catalog:\n  controls: [{id: a}, {id: a}]\n',
  'neither.yaml': 'name: X\n',
};

function read(written: string) {
  return readCatalog(written, { name: 'MINE', resolve: href => files[href] });
}

/** A profile that imports the catalog so. */
function importing(how: string): string {
  return `profile:\n  metadata: {title: Mine}\n  imports:\n  - {href: catalog.yaml${how}}\n`;
}

function idsOf(written: string): string[] {
  return read(written).catalog.criteria.map(({ id }) => id);
}

describe('an OSCAL profile', () => {
  const all = ['d-1', 'd-1.1', 'd-1.1.1', 'd-1.2', 'd-2', 'w-1'];
  const cases: readonly (readonly [how: string, ids: readonly string[]])[] = [
    ['', all],
    [', include-all: {}', all],
    [', include-controls: [{with-ids: [d-2, d-1]}]', ['d-1', 'd-2']],
    [', include-controls: [{with-ids: [d-1], with-child-controls: yes}]', all.slice(0, 4)],
    [', include-controls: [{with-ids: [d-1.1], with-child-controls: yes}]', ['d-1', 'd-1.1', 'd-1.1.1']],
    [', include-controls: [{with-ids: [d-1.1.1]}]', ['d-1', 'd-1.1', 'd-1.1.1']],
    [', include-controls: [{with-ids: [d-1.1.1], with-parent-controls: no}]', ['d-1.1.1']],
    [', include-controls: [{with-ids: [d-1.2]}], exclude-controls: [{with-ids: [d-1]}]', ['d-1.2']],
    [', include-controls: [{with-ids: [d-2]}, {matching: [{pattern: "w-*"}]}]', ['d-2', 'w-1']],
    [', include-controls: [{matching: [{pattern: "?-1"}]}]', ['d-1', 'w-1']],
    [', exclude-controls: [{with-ids: [d-1]}]', all.slice(1)],
    [', include-all: {}, exclude-controls: [{with-ids: [d-1], with-child-controls: yes}]', ['d-2', 'w-1']],
    [
      ', include-controls: [{matching: [{pattern: "d*"}]}], exclude-controls: [{matching: [{pattern: "*.*"}]}]',
      ['d-1', 'd-2'],
    ],
  ];
  for (const [how, ids] of cases) {
    it(`chooses ${ids.join(' ')}${how && ` by${how.slice(1)}`}`, () => {
      const { format, problems } = read(importing(how));
      assert.deepEqual([format, problems], ['oscal-profile', []]);
      assert.deepEqual(idsOf(importing(how)), ids);
    });
  }

  it('has its own title, and the groups of what it chooses', () => {
    const { catalog } = read(importing(', include-controls: [{with-ids: [w-1]}]'));
    assert.equal(catalog.title, 'Mine');
    assert.deepEqual(catalog.groups, [{ id: 'w', title: 'Windows' }]);
  });

  it('relates only what it chooses', () => {
    const { catalog } = read(importing(', include-controls: [{with-ids: [d-1, d-1.2]}]'));
    assert.deepEqual(catalog.criterion('d-1')?.related, ['d-1.2']);
  });

  it('sets parameters and adds parts', () => {
    const { catalog } = read(
      `${importing('')}${text(`
        |  modify:
        |    set-parameters: [{param-id: often, values: [weekly]}]
        |    alters:
        |      - control-id: d-1
        |        adds: [{parts: [{name: item, title: Here, prose: "Not {{ insert: param, often }} at sea."}]}]
      `).replaceAll('|', '')}`,
    );
    assert.equal(
      catalog.criterion('d-1')?.description,
      'Locks are tried weekly.\n\n**Here**\n\nNot weekly at sea.',
    );
  });

  it('may give a parameter another label or other choices, and leave the rest of it', () => {
    const modified = (set: string) =>
      read(`${importing('')}  modify: {set-parameters: [{param-id: often, ${set}}]}\n`).catalog.criterion(
        'd-1',
      )?.description;
    assert.equal(modified('label: every so often'), 'Locks are tried [every so often].');
    assert.equal(modified('select: {choice: [daily, weekly]}'), 'Locks are tried [one of: daily; weekly].');
    assert.equal(modified('class: x'), 'Locks are tried [how often].');
  });

  it('finds what is inside a control, also where another import brought it first', () => {
    const inner =
      'profile: {imports: [{href: catalog.yaml, include-controls: [{with-ids: [d-1.1.1], with-parent-controls: no}]}, {href: catalog.yaml}]}\n';
    const written =
      'profile: {imports: [{href: inner, include-controls: [{with-ids: [d-1], with-child-controls: yes}]}]}\n';
    const resolve = (href: string) => (href === 'inner' ? inner : files[href]);
    const { catalog } = readCatalog(written, { resolve });
    assert.deepEqual(
      catalog.criteria.map(({ id }) => id),
      ['d-1.1.1', 'd-1', 'd-1.1', 'd-1.2'],
    );
  });

  it('may choose of another profile, which may have set parameters', () => {
    const written = 'profile:\n  imports: [{href: inner.json, include-controls: [{with-ids: [d-1]}]}]\n';
    const { catalog, problems } = read(written);
    assert.deepEqual(problems, []);
    assert.equal(catalog.criterion('d-1')?.description, 'Locks are tried daily.');
    assert.equal(catalog.criteria.length, 1);
  });

  it('may name what it imports in its back matter, and takes the first that is there', () => {
    const written = text(`
      profile:
        imports: [{href: "#5c1f"}]
        back-matter:
          resources:
            - uuid: 5c1f
              rlinks:
                - {href: catalog.xml, media-type: application/oscal.catalog+xml}
                - {href: elsewhere.json, media-type: application/oscal.catalog+json}
                - {href: catalog.yaml}
    `);
    assert.deepEqual(idsOf(written), all);
  });

  it('tells the name of the document in which a name stands', () => {
    const asked: unknown[] = [];
    readCatalog('profile: {imports: [{href: inner.json}]}\n', {
      resolve: (href, within) => {
        asked.push([href, within]);
        return files[href];
      },
    });
    assert.deepEqual(asked, [
      ['inner.json', undefined],
      ['catalog.yaml', 'inner.json'],
    ]);
  });

  it('takes the first of two controls with one id', () => {
    const written = 'profile:\n  imports: [{href: inner.json}, {href: second.yaml}]\n';
    assert.deepEqual(idsOf(written), ['d-1', 'd-2', 's-1']);
    assert.equal(read(written).catalog.criterion('d-1')?.title, 'Locks');
  });

  it('tells where it names a control', () => {
    const written = importing(', include-controls: [{with-ids: [d-2]}]');
    const found = read(written).place('criterion', 'd-2');
    assert.equal(found && written.slice(found.start, found.end), 'd-2');
  });
});

describe('what is wrong in an OSCAL profile', () => {
  const profile = (imports: string) => `profile:\n  imports:\n  - ${imports}\n  - {href: catalog.yaml}\n`;
  const cases: readonly (readonly [what: string, imports: string, problems: readonly string[]])[] = [
    ['a document that is not there', '{href: nowhere.yaml}', ['unknown-import: nowhere.yaml']],
    ['a resource that is not there', '{href: "#5c1f"}', ['unknown-import: "#5c1f"']],
    ['a document that is neither', '{href: neither.yaml}', ['bad-import: neither.yaml']],
    ['a document with mistakes', '{href: broken.yaml}', ['bad-import: broken.yaml']],
    ['a circle', '{href: circle.yaml}', ['bad-import: circle.yaml']],
    [
      'a control that is not there',
      '{href: catalog.yaml, include-controls: [{with-ids: [d-1, d-7]}]}',
      ['unknown-criterion: d-7'],
    ],
    [
      'a control that has been withdrawn',
      '{href: catalog.yaml, exclude-controls: [{with-ids: [w-2]}]}',
      ['withdrawn: w-2'],
    ],
  ];
  for (const [what, imports, problems] of cases) {
    it(`is ${what}, and the rest is read`, () => {
      const written = profile(imports);
      const found = read(written);
      assert.deepEqual(shown(found.problems, written), problems);
      assert.ok(found.catalog.criterion('w-1'));
    });
  }

  it('is an import of itself', () => {
    const written = 'profile: {imports: [{href: me.yaml}, {href: catalog.yaml}]}\n';
    const resolve = (href: string) => (href === 'me.yaml' ? written : files[href]);
    const found = readCatalog(written, { name: 'MINE', resolve });
    assert.deepEqual(shown(found.problems, written), ['cycle: me.yaml']);
    assert.ok(found.catalog.criterion('w-1'));
  });

  it('says where what was withdrawn went', () => {
    const [problem] = read(profile('{href: catalog.yaml, include-controls: [{with-ids: [w-2]}]}')).problems;
    assert.match(problem?.message ?? '', /withdrawn.* It moved to w-1\.$/);
  });

  it('ends, however often profiles import each other', () => {
    let asked = 0;
    const written = 'profile: {imports: [{href: a}, {href: b}]}\n';
    readCatalog(written, {
      resolve: (href, within) => {
        asked++;
        return `${written}# ${within}/${href}/${asked}\n`;
      },
    });
    assert.ok(asked <= 30, `${asked} documents were asked for`);
  });
});
