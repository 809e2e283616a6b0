import { pathInside } from '../../../catalog/pathInside.ts';
import type { DocumentFacts } from '../../../formats/facts.ts';
import { isDocument } from '../../../formats/layouts/endings.ts';
import { textIn } from '../../../formats/stated.ts';
import { addKeyInOrder, setValue } from '../../../formats/yamlEdits.ts';
import { keyNamed, type ManifestKey, manifestKeys } from '../../../model/manifestKeys.ts';
import { lineEnd } from '../../../text/lines.ts';
import type { TextRange } from '../../../text/range.ts';
import { entry, items, resolved } from '../../../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../../../yaml/node.ts';
import { slugOf } from '../../fixes/newId.ts';
import { manifestMappings } from '../../questions/manifestMappings.ts';
import type { DocumentRule } from '../../rule.ts';
import { manifestKeysWith } from '../../running/keysOfRules.ts';

export const rule: DocumentRule = {
  name: 'scope/form',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A value in the manifest that does not have the expected form: `scope: [security]`.',
  why: 'A value of another form is not read. The scope or the report that you wrote down then counts as not stated, and nothing looks missing.',
  fix: 'Write the value in the form that the message shows.',
  messages: {
    default: '`{key}` cannot be {found}, so Tickmark does not read it. Write {expected}.',
    item: 'An entry of `{key}` cannot be {found}, so Tickmark does not read it. Write {expected}.',
    noId: 'This entry of `{key}` has no `id`, so Tickmark does not read it. Add an `id`, by which records name it.',
    keyed:
      '`{key}` is not read by the names of its entries, so Tickmark does not read them. Write a list: `- id: {id}`.',
    root: 'A manifest cannot be {found}, so Tickmark does not read it. Write keys such as `organization` and `reports`, each with a colon and its value.',
    version:
      'Tickmark does not know version `{value}` of the manifest. Write `tickmark: 1`, or use a newer Tickmark.',
    boolean: '`{value}` is neither true nor false. Write `{key}: true` or `{key}: false`.',
    folder:
      '`{value}` is not a folder inside the program, so Tickmark does not use it. Write a path relative to the manifest, such as `evidence`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 2
                ^
      organization: [Brightdesk]
                    ^^^^^^^^^^^^
      reports: [soc2, {kind: soc2, type: 2, period: 2026}]
                ^^^^
                                                    ^^^^
      scope: [security]
             ^^^^^^^^^^
      include: {docs: handbook/**}
               ^^^^^^^^^^^^^^^^^^^
      suffixesArePoints: maybe
                         ^^^^^
      evidenceFolder: ../evidence
                      ^^^^^^^^^^^
      rules: {preset: strict, documents/orphan: [off], folders: {policies: off}}
                                                ^^^^^
                                                                           ^^^
      `,
      `
      === tickmark.yaml
      people:
        - {id: jo, name: Jo Miller}
        - {name: Ana Reyes, role: CTO}
           ^^^^
      systems:
        - name: Shop
          ^^^^
      `,
      `
      === tickmark.yaml
      people:
        ana: {name: Ana Reyes}
        ^^^
      systems: {app: Shop}
                ^^^
      `,
      `
      === tickmark.yaml
      - organization: Brightdesk
      ^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      organization: 42
      reports: {id: soc2, type: 2, categories: security, period: {start: , end: }}
      scope:
      systems: [app, {id: shop}]
      people: ana
      include: handbook/**
      evidenceFolder: ./evidence/2026/
      suffixesArePoints: True
      mappings: []
      rules: {documents/orphan: off, documents/placeholder: {severity: hint, words: ACME}}
      `,
    ],
  },
  fixes({ path, range, facts, message }) {
    const named =
      message === 'noId' ? withoutId(facts).find(({ at }) => at.start === range.start) : undefined;
    if (named) {
      const name = textIn(entry(named.mapping, 'name')?.value ?? entry(named.mapping, 'role')?.value);
      const id = slugOf(name ?? '');
      if (id === '') return [];
      const edit = addKeyInOrder(facts.text, named.mapping, 'id', id, ['id', 'name', 'role']);
      return [{ title: `Add id ${id}`, edits: [{ path, ...edit }], preferred: false }];
    }
    if (message !== 'default') return [];
    for (const { mapping, keys } of manifestMappings(facts.yaml[0]?.root, manifestKeys)) {
      const found = mapping.entries.find(one => isAt(facts.text, one, range));
      const key = found && keyNamed(keys, found.key.value);
      const written = key && found.value && surely(key, found.value, facts.text);
      if (!found || written === undefined) continue;
      const edit = setValue(facts.text, found, written);
      const title = `Write ${found.key.value}: ${written}`;
      return [{ title, edits: [{ path, ...edit }], preferred: true }];
    }
    return [];
  },
  check(facts, report, { rules }) {
    const { text, summary, yaml } = facts;
    const [document] = yaml;
    if (!summary.shape.manifest || !document || document.problems.length > 0) return;
    const { root } = document;
    if (root && root.type !== 'mapping' && !isNothing(root)) {
      report(inLine(text, root), { found: formOf(root) }, 'root');
    }
    for (const { at, key, mapping } of withoutId(facts)) {
      const [first] = mapping.entries;
      if (first && isKeyed(mapping, key, root)) report(at, { key, id: first.key.value }, 'keyed');
      else report(at, { key }, 'noId');
    }
    for (const { mapping, keys } of manifestMappings(root, manifestKeysWith(rules))) {
      for (const { key: written, value } of mapping.entries) {
        const key = keyNamed(keys, written.value);
        if (!key || !value) continue;
        const expected = expectedOf(key, written.value);
        const shown = isOneLine(text, value) ? value : written;
        const said = (node: YamlNode) => ({ key: written.value, found: formOf(node), expected });
        if (!isOfForm(key, value)) {
          report({ start: shown.start, end: shown.end }, said(value));
          continue;
        }
        for (const one of key.type === 'list' && resolved(value)?.type === 'sequence' ? items(value) : []) {
          if (!one || isItem(key, one)) continue;
          report(inLine(text, one), { ...said(one), expected: expectedItem(key) }, 'item');
        }
        for (const one of key.each && value.type === 'mapping' ? value.entries : []) {
          if (!one.value || isOfForm(settings, one.value)) continue;
          const args = {
            key: one.key.value,
            found: formOf(one.value),
            expected: expectedOf(settings, one.key.value),
          };
          report(inLine(text, one.value), args);
        }
        const problem = problemOf(key, value);
        if (problem) report({ start: value.start, end: value.end }, problem.args, problem.message);
      }
    }
  },
};

/** The people and systems that have no id: nothing can name them. */
function withoutId({ yaml }: Pick<DocumentFacts, 'yaml'>): readonly {
  readonly mapping: YamlMapping;
  readonly key: string;
  readonly at: TextRange;
}[] {
  const root = yaml[0]?.root;
  if (root?.type !== 'mapping') return [];
  return (['people', 'systems'] as const).flatMap(key =>
    items(entry(root, key)?.value).flatMap(mapping => {
      const [first] = mapping?.type === 'mapping' ? mapping.entries : [];
      if (mapping?.type !== 'mapping' || !first || entry(mapping, 'id')) return [];
      return [{ mapping, key, at: { start: first.key.start, end: first.key.end } }];
    }),
  );
}

/** Whether a mapping that stands for a list has its entries under their ids: none of its keys is one of an entry. */
function isKeyed(mapping: YamlMapping, key: string, root: YamlNode | undefined): boolean {
  if (root?.type !== 'mapping' || entry(root, key)?.value !== mapping) return false;
  const keys = manifestKeys.find(({ name }) => name === key)?.keys ?? [];
  return mapping.entries.every(
    one =>
      /^[\w.@-]+$/.test(one.key.value) && one.value?.type !== 'sequence' && !keyNamed(keys, one.key.value),
  );
}

/** What says of a key which form its value has. */
type FormOfKey = Pick<ManifestKey, 'type' | 'keys' | 'orText' | 'example'>;

/** What is set for the rules in one folder. */
const settings: FormOfKey = { type: 'mapping', example: '{preset: start}' };

/** Whether a value of such a form is read under a key; nothing, and an empty list or mapping, loses nothing. */
function isOfForm(key: FormOfKey, value: YamlNode): boolean {
  const said = resolved(value);
  if (said === undefined || isNothing(said)) return true;
  if (key.type === 'list') return said.type === 'sequence' || isItem(key, said);
  const isMapping = key.type === 'mapping' || key.keys !== undefined;
  const isText = key.type !== 'mapping';
  return (isMapping && said.type === 'mapping') || (isText && said.type === 'scalar');
}

/** Whether it is read as an entry of a list. */
function isItem(key: FormOfKey, item: YamlNode): boolean {
  const said = resolved(item);
  if (said === undefined || isNothing(said)) return true;
  if (said.type === 'mapping') return key.keys !== undefined;
  return said.type === 'scalar' && (key.keys === undefined || key.orText === true);
}

function isNothing(node: YamlNode): boolean {
  if (node.type === 'scalar') return textIn(node) === undefined;
  if (node.type === 'alias') return node.target === undefined;
  return (node.type === 'mapping' ? node.entries : node.items).length === 0;
}

function formOf(node: YamlNode): string {
  const said = resolved(node);
  return said?.type === 'mapping' ? 'a mapping' : said?.type === 'sequence' ? 'a list' : 'a single value';
}

function expectedOf({ type, keys, example }: FormOfKey, name: string): string {
  if (type === 'mapping' || type === 'list') {
    const such = example === undefined ? '' : `, such as \`${name}: ${example}\``;
    return `a ${type}${such}`;
  }
  return keys ? `a severity, or a mapping with \`severity\` and the options of the rule` : 'a single value';
}

function expectedItem({ keys, example = '' }: ManifestKey): string {
  return keys ? `a mapping, such as \`${example.replace(/^\[|\]$/g, '')}\`` : 'a single value';
}

/** What is wrong with a value of the expected form, beside what other rules say of it. */
function problemOf(
  { name }: ManifestKey,
  value: YamlNode,
): { readonly message: string; readonly args: Readonly<Record<string, string>> } | undefined {
  const text = textIn(value);
  if (text === undefined) return undefined;
  const args = { key: name, value: text };
  if (name === 'tickmark' && !/^1(?:\.0)?$/.test(text)) return { message: 'version', args };
  if (name === 'suffixesArePoints' && !/^(?:true|false)$/i.test(text)) return { message: 'boolean', args };
  const isFolder = pathInside(text.replace(/(?<!\/)\/+$/, ''), '') !== undefined && !isDocument(text);
  return name === 'evidenceFolder' && !isFolder ? { message: 'folder', args } : undefined;
}

/** What was surely meant by a value of another form. The days of a period are for a person to write. */
function surely(key: ManifestKey, value: YamlNode, text: string): string | undefined {
  // In one line a comment would be lost.
  if (!isOneLine(text, value) && /[ \t]#/.test(text.slice(value.start, value.end))) return undefined;
  const words = items(value).map(textIn);
  if (!words.every(word => word !== undefined) || words.length === 0) return undefined;
  switch (key.name) {
    case 'scope':
      return words.every(word => category.test(word)) ? `{categories: [${words.join(', ')}]}` : undefined;
    case 'report':
    case 'reports': {
      const kinds = words.map(word => word.toLowerCase().replace(/[-_ ]/g, ''));
      const reports = kinds.map(kind => `{id: ${kind}, kind: ${kind}}`);
      return kinds.every(kind => /^soc[123]$/.test(kind)) ? `[${reports.join(', ')}]` : undefined;
    }
    default:
      return undefined;
  }
}

const category = /^(?:security|availability|processing[-_ ]integrity|confidentiality|privacy)$/i;

/** Whether a finding at a range is about an entry: it is at the value, or at the key of a value of several lines. */
function isAt(text: string, { key, value }: YamlEntry, { start }: TextRange): boolean {
  return value !== undefined && (isOneLine(text, value) ? value : key).start === start;
}

function isOneLine(text: string, { start, end }: TextRange): boolean {
  return lineEnd(text, start) >= end;
}

/** The part of a range in its first line. */
function inLine(text: string, { start, end }: TextRange): TextRange {
  return { start, end: Math.min(end, lineEnd(text, start)) };
}
