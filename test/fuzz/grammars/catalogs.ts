// Files of catalogs and mappings in every form that is read: our own, OSCAL catalogs and profiles, OpenControl, CISO Assistant.
import type { Random } from '../../../bench/generator/random.ts';
import { anything } from './keyed.ts';
import { criteria, sentence, signs, word } from './words.ts';
import { type Tree, yamlOf } from './yaml.ts';

/** What may stand under a key; a key that is not here holds a sentence. */
type Shape = (random: Random, depth: number) => Tree;

const id: Shape = random => random.pick(['A-1', 'A-2', 'CO-1', 'CO-2', 'CO: 3', 'G', 'c', 'p', ...criteria]);
const text: Shape = random => (random.chance(0.9) ? sentence(random) : random.pick(signs));
const flag: Shape = random => random.pick(['true', 'false', 'yes', '1']);
const number: Shape = random => random.pick(['1', '2', '0', '-1', '1.5', 'x', '1e9']);
const ids: Shape = random => ({ list: some(random, id) });
const prose: Shape = random =>
  `${sentence(random)} {{ insert: param, ${random.pick(['p', 'q', 'x'])} }} ${sentence(random)}`;
const name: Shape = random => random.pick(['ICFR', 'TSC', 'More', 'icfr', '', 'X']);

const mapping =
  (keys: Readonly<Record<string, Shape>>, share = 0.7): Shape =>
  (random, depth) => ({
    entries: Object.entries(keys)
      .filter(() => random.chance(share))
      .map(([key, shape]) => [
        key,
        depth > 6 || random.chance(0.06) ? anything(random, depth) : shape(random, depth + 1),
      ]),
  });
const listOf =
  (shape: Shape): Shape =>
  (random, depth) => ({ list: depth > 6 ? [] : some(random, () => shape(random, depth + 1)) });

function some(random: Random, shape: Shape): Tree[] {
  return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => shape(random, 0));
}

const own = mapping({
  name,
  title: text,
  over: name,
  categories: listOf(mapping({ id, title: text, aliases: ids, common: flag })),
  groups: listOf(mapping({ id, title: text, category: id })),
  criteria: listOf(
    mapping({
      ...{
        id,
        title: text,
        description: text,
        group: id,
        auditorsLookAt: ids,
        controls: ids,
        evidence: ids,
        policies: ids,
      },
      ...{ related: ids, points: listOf(mapping({ number, title: text, text, only: id, role: text })) },
    }),
  ),
});

const param = mapping({
  id: r => r.pick(['p', 'q']),
  label: text,
  values: ids,
  select: mapping({ choice: listOf(prose) }),
});
const props = listOf(
  mapping({
    name: r => r.pick(['label', 'status', 'sort-id', 'alt-identifier']),
    value: r => r.pick(['A', 'withdrawn', 'A-1']),
    class: text,
  }),
);
const part: Shape = (random, depth) =>
  mapping({
    name: r => r.pick(['statement', 'item', 'guidance', 'assessment-objects']),
    id,
    title: text,
    prose,
    props,
    parts: listOf(part),
  })(random, depth);
const control: Shape = (random, depth) =>
  mapping({
    id,
    title: text,
    class: text,
    params: listOf(param),
    props,
    parts: listOf(part),
    links: listOf(mapping({ href: r => r.pick(['#A-1', '#x']), rel: text })),
    controls: listOf(control),
  })(random, depth);
const group: Shape = (random, depth) =>
  mapping({ id, title: text, controls: listOf(control), groups: listOf(group), params: listOf(param) })(
    random,
    depth,
  );
const oscal = mapping(
  {
    catalog: mapping({
      metadata: mapping({ title: text }),
      params: listOf(param),
      groups: listOf(group),
      controls: listOf(control),
    }),
  },
  1,
);

const selection = listOf(
  mapping({
    'with-ids': ids,
    matching: listOf(mapping({ pattern: r => r.pick(['*', 'A-?', '**a*', '']) })),
    'with-child-controls': r => r.pick(['yes', 'no']),
  }),
);
const profile = mapping(
  {
    profile: mapping({
      metadata: mapping({ title: text }),
      imports: listOf(
        mapping({
          href: r =>
            r.pick(['own.yaml', 'oscal.json', '#r', 'trestle://catalogs/oscal.json', '../../x', 'any.yaml']),
          'include-all': mapping({}),
          'include-controls': selection,
          'exclude-controls': selection,
        }),
      ),
      merge: mapping({ 'as-is': flag }),
      modify: mapping({
        'set-parameters': listOf(mapping({ 'param-id': r => r.pick(['p', 'q']), values: ids })),
        alters: listOf(
          mapping({ 'control-id': id, adds: listOf(mapping({ position: text, parts: listOf(part) })) }),
        ),
      }),
      'back-matter': mapping({
        resources: listOf(
          mapping({
            uuid: r => r.pick(['r', 's']),
            rlinks: listOf(mapping({ href: r => r.pick(['oscal.json', 'x.xml']) })),
          }),
        ),
      }),
    }),
  },
  1,
);

const openControl: Shape = (random, depth) => ({
  entries: [
    ['name', name(random, depth)],
    ...some(
      random,
      mapping({ family: id, name: text, description: text, type: r => r.pick(['family', 'x']) }),
    ).map(one => [random.pick(['A-1', 'A-2', 'A', 'CO-1']), one] as const),
  ],
});

const urn: Shape = random => random.pick(['u:a', 'u:b', 'u:c', 'urn:intuitem:risk:req_node:x:a.1', 'u', '']);
const node = mapping({
  urn,
  parent_urn: urn,
  ref_id: id,
  name: text,
  description: text,
  annotation: text,
  typical_evidence: text,
  assessable: flag,
  depth: number,
});
const ciso = mapping(
  {
    urn,
    name,
    ref_id: id,
    objects: mapping(
      {
        framework: mapping({ urn, ref_id: id, name: text, requirement_nodes: listOf(node) }),
        requirement_mapping_sets: listOf(
          mapping({
            source_framework_urn: urn,
            target_framework_urn: r => r.pick(['TSC', 'u']),
            requirement_mappings: listOf(
              mapping({
                source_requirement_urn: urn,
                target_requirement_urn: id,
                relationship: r => r.pick(['equal', 'subset', 'superset', 'intersect', 'x']),
              }),
            ),
          }),
        ),
      },
      0.9,
    ),
  },
  0.9,
);

const pairs = mapping(
  {
    from: name,
    to: name,
    source: text,
    pairs: listOf(
      mapping({ from: id, to: id, relationship: r => r.pick(['equal', 'subset', 'x']), note: text }),
    ),
  },
  0.9,
);

const forms: readonly Shape[] = [own, own, own, oscal, oscal, profile, openControl, ciso, pairs];

/** The text of a file of catalogs or mappings, in YAML or JSON. */
export function catalogText(random: Random): string {
  const tree = random.pick(forms)(random, 0);
  if (random.chance(0.3)) return JSON.stringify(plain(tree), undefined, random.pick(['', '  ', '\t']));
  const front = random.chance(0.03) ? `---\nstandard:\n  name: ${word(random)}\n---\n` : '';
  return front + yamlOf(random, tree);
}

function plain(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if ('list' in tree) return tree.list.map(plain);
  return Object.fromEntries(tree.entries.map(([key, value]) => [key, plain(value)]));
}
