import type { DocumentFacts } from '../../../formats/facts.ts';
import { piecesIn } from '../../../formats/piecesIn.ts';
import { textIn } from '../../../formats/stated.ts';
import { addKeyInOrder, writtenLike } from '../../../formats/yamlEdits.ts';
import { keyOrder, keysOf } from '../../../model/keys.ts';
import { kinds, type RecordKind } from '../../../model/kinds.ts';
import type { TextRange } from '../../../text/range.ts';
import { entry } from '../../../yaml/lookup.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { proposedId } from '../../fixes/newId.ts';
import { oneOfKind } from '../../questions/oneOfKind.ts';
import { recordsOfNoKind } from '../../questions/recordsOfNoKind.ts';
import { sharedFolders } from '../../questions/sharedFolders.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unread-record',
  reads: 'document',
  aboutUnread: true,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'A record that is not read, because nothing in it tells that it is one.',
  why: 'Folders of records hold other files too, such as an exported configuration among the evidence. So a file or an item without an `id` is not read unless it has a key that only such records have. Outside these folders, a record is read only if its `kind` says what it is: a control in `control/` is none. Nothing in such a file is checked, and it counts for nothing.',
  fix: 'Give it an `id`, say what it is with `kind`, or give its folder the name that the message says. If it is no record, move it to another folder, or list it under `exclude` in the manifest.',
  messages: {
    default: 'This is not read, because nothing tells that it is {kind}. Add an `id`, or `kind: {word}`.',
    kind: 'This cites criteria, but it is not read, because nothing tells what kind of record it is. Add `kind: {word}`, or move the file to a folder named `{folder}`.',
    folder:
      'This cites criteria, but it is not read, because a folder named `{name}` holds no records. Rename it to `{folder}`, or add `kind: {word}`.',
    word: '`{value}` is not a kind of record, so this is not read. Write `kind: {word}`.',
    readAs: '`{value}` is not a kind of record, so this is read as a {kind}. Write `kind: {word}`.',
    nested:
      'What is under `{key}` cites criteria, but it is not read. Write a list of records (`- id: ...`) in a file in a folder named `{folder}`.',
    form: 'What is under `{key}` is not read. Write a list of records (`- id: ...`), or one record under each id (`AC-1: ...`).',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === vendors/hosting.yaml
      name: Northwind Hosting
      ^^^^
      owner: head-of-it
      === risks/all.yaml
      - title: Laptops are lost
        ^^^^^
        owner: head-of-it
      - id: R-2
        title: Accounts outlive employment
      === evidence/leavers.yaml
      title: Leavers of January
      ^^^^^
      owner: head-of-it
      tags: [access]
      === controls/access.yaml
      controls:
      ^^^^^^^^
        first: Accounts end with employment
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === control/access.yaml
      id: AC-1
      ^^
      satisfies: [CC6.2]
      === security/laptops.yaml
      - id: EP-1
        ^^
        satisfies: {TSC: [CC6.7]}
      - id: EP-2
        kind: contrl
              ^^^^^^
        title: Laptops are locked
      === security/all.yaml
      safeguards:
      ^^^^^^^^^^
        - {id: BK-1, satisfies: [A1.2, CC7.5]}
      `,
      `
      === tickmark.yaml
      include: [screens.md]
      === screens.md
      ---
      id: EP-3
      kind: Controll
            ^^^^^^^^
      satisfies: [CC6.7]
      ---
      Screens lock after five minutes.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === vendors/hosting.yaml
      name: Northwind Hosting
      subservice: none
      === waivers/laptops.yaml
      policy: laptops
      expires: 2026-12-31
      === evidence/users.yaml
      name: production
      type: system
      status: active
      region: eu-west-1
      === vendors/openapi.yaml
      title: Hosting
      version: 1.2.0
      description: What its interface offers.
      === controls/meta.yml
      title: Controls
      sidebar_position: 3
      controls: [access.yaml]
      === src/controls/slider.yaml
      name: Slider
      owner: design
      === evidence/pipeline.yaml
      apiVersion: v1
      kind: Pipeline
      name: checks
      === policies/laptops.md
      Laptops are encrypted.
      === controls/access.yaml
      controls:
        AC-9: {title: Accounts end with employment, satisfies: [CC6.2]}
      === security/laptops.yaml
      kind: control
      id: EP-1
      satisfies: [CC6.7]
      === deploy/gate.yaml
      apiVersion: example.org/v1
      kind: Contrl
      id: gate
      title: Releases are approved
      satisfies: [CC8.1]
      === requirements/login.yaml
      id: REQ-7
      satisfies: [P1.2, UC-3]
      === components/app/component.yaml
      name: app
      satisfies:
        - {standard_key: TSC, control_key: CC6.1, narrative: [{text: Roles decide.}]}
      `,
    ],
  },
  fixes({ path, range, message, facts, program }) {
    const noKind = recordsOfNoKind(facts, program.catalog).find(one => one.range.start === range.start);
    if (noKind && noKind.why === message) {
      const { why, kind, mapping, isSure: preferred } = noKind;
      if (why === 'nested') return [];
      const edit =
        why === 'word' || why === 'readAs'
          ? { ...range, text: writtenLike(facts.text.slice(range.start, range.end), kind) }
          : addKeyInOrder(facts.text, mapping, 'kind', kind, keyOrder(kind));
      return [{ title: `Write kind: ${kind}`, edits: [{ path, ...edit }], preferred }];
    }
    const found = unreadIn(facts).find(one => one.range.start === range.start);
    if (message !== 'default' || !found) return [];
    const { kind, mapping } = found;
    const title = textIn(entry(mapping, 'title')?.value ?? entry(mapping, 'name')?.value);
    const id = proposedId(program, kind, title ?? '', []);
    const edit = addKeyInOrder(facts.text, mapping, 'id', id, keyOrder(kind));
    return [{ title: `Add id ${id}`, edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report, { catalog }) {
    for (const { range, args, why } of recordsOfNoKind(facts, catalog)) report(range, args, why);
    for (const { kind, range } of unreadIn(facts))
      report(range, { kind: oneOf(kind), word: kind }, 'default');
    for (const { range, key } of formsIn(facts)) report(range, { key }, 'form');
  },
};

/** One record of a kind, with its article: `an answer`. */
function oneOf(kind: RecordKind): string {
  const words = oneOfKind(kind);
  return `${/^(?:[aeio]|u(?!se))/.test(words) ? 'an' : 'a'} ${words}`;
}

interface Unread {
  readonly kind: RecordKind;
  readonly mapping: YamlMapping;
  readonly range: TextRange;
}

/** The mappings of a file in a folder of records that are surely meant as such, and are not read. */
function unreadIn({ role, yaml, records }: DocumentFacts): readonly Unread[] {
  const kind = role.folder;
  if (!kind || kinds[kind].prose || role.language !== 'yaml' || role.template || role.amongCode) return [];
  const read = new Set(records.map(({ mapping }) => mapping));
  return yaml.flatMap(document => {
    if (document.problems.length > 0) return [];
    return piecesIn(document, role).flatMap(({ mapping }) => {
      const [first] = mapping.entries;
      if (!first || read.has(mapping) || !isMeant(mapping, kind)) return [];
      return [{ kind, mapping, range: { start: first.key.start, end: first.key.end } }];
    });
  });
}

/** Keys that files of other tools have too: alone they tell nothing. */
const common = new Set(['name', 'title', 'description', 'version', 'type', 'tags', 'status']);

/**
 * Whether a mapping has keys of such records only or, where nothing else lies in their folders, for the most part; with one
 * among them that is not common elsewhere.
 */
function isMeant({ entries }: YamlMapping, kind: RecordKind): boolean {
  const names = entries.map(({ key }) => key.value);
  if (names.includes('kind') || names.includes('apiVersion')) return false;
  const keys = keysOf(kind);
  if (!names.some(name => keys.has(name) && !common.has(name))) return false;
  const known = names.filter(name => keys.has(name)).length;
  return sharedFolders.has(kind)
    ? known > 2 && known === names.length
    : known > 1 && known * 2 >= names.length;
}

/** Where records are written below the name of their folder, in a form that is not read. */
function formsIn({
  role,
  yaml,
  records,
}: DocumentFacts): readonly { readonly range: TextRange; readonly key: string }[] {
  const key = role.folder && role.language === 'yaml' ? kinds[role.folder].folder : undefined;
  if (key === undefined || records.length > 0 || role.template) return [];
  return yaml.flatMap(({ root }) => {
    const named = root?.type === 'mapping' && root.entries.length === 1 ? entry(root, key) : undefined;
    const { type } = named?.value ?? {};
    const isHeld = type === 'mapping' || type === 'scalar';
    return named && isHeld ? [{ range: { start: named.key.start, end: named.key.end }, key }] : [];
  });
}
