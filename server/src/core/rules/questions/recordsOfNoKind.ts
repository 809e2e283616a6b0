import type { Catalog } from '../../catalog/catalog.ts';
import { citationsIn } from '../../catalog/citations.ts';
import { isTsc } from '../../catalog/isTsc.ts';
import type { DocumentFacts } from '../../formats/facts.ts';
import { isOfOtherTool } from '../../formats/kindOfRecord.ts';
import { kindNearly } from '../../formats/misnamedFolder.ts';
import { textIn } from '../../formats/stated.ts';
import { keysOf } from '../../model/keys.ts';
import { kindNamed, kinds, type RecordKind } from '../../model/kinds.ts';
import type { TextRange } from '../../text/range.ts';
import { entriesOf, entry, items, resolved } from '../../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../../yaml/node.ts';
import type { Args } from '../rule.ts';
import { oneOfKind } from './oneOfKind.ts';

/** What is surely meant as a record and is not read, for nothing says its kind. */
export interface RecordOfNoKind {
  /**
   * `kind`: it states no kind, nor does its folder. `folder`: the name of its folder is nearly one that does. `word`: its `kind`
   * is none, and the range is that word; `readAs` where it is read all the same, as another kind. `nested`: records under a key
   * of a mapping that is none, and the range is the key.
   */
  readonly why: 'kind' | 'folder' | 'word' | 'readAs' | 'nested';
  readonly range: TextRange;
  readonly args: Args;
  /** The mapping that is to state its kind; of `nested` the one around the records. */
  readonly mapping: YamlMapping;
  /** What it most likely is. */
  readonly kind: RecordKind;
  /** Whether something in it, or the name of its folder, tells so. */
  readonly isSure: boolean;
}

/**
 * The mappings of a document that cite criteria under `satisfies`, or whose `kind` is a misspelled one, and that are not read
 * as what they are. What is another tool's is none of them.
 */
export function recordsOfNoKind(facts: DocumentFacts, catalog: Catalog): readonly RecordOfNoKind[] {
  const { role, yaml, records } = facts;
  if (role.manifest || role.template || role.archived) return [];
  const read = new Set(records.map(({ mapping }) => mapping));
  const readIn = new Set(records.map(one => one.yaml));
  const unread = yaml.flatMap((document): readonly RecordOfNoKind[] => {
    const { root, problems } = document;
    if (problems.length > 0 || root?.type !== 'mapping' || read.has(root)) return [];
    if (isOfOtherTool(root)) return [];
    const found = unreadRoot(root, facts, catalog);
    if (found) return [found];
    return readIn.has(document) || role.language !== 'yaml' ? [] : nestedIn(root, facts, catalog);
  });
  return [...unread, ...readAsOthers(facts)];
}

/** Records outside the folders of records whose `kind` is a misspelled one, so that they are read as what the rest of them says. */
function readAsOthers({ role, records }: DocumentFacts): readonly RecordOfNoKind[] {
  if (role.folder) return [];
  return records.flatMap(({ kind: read, mapping, row }): readonly RecordOfNoKind[] => {
    const stated = mapping && !row ? entry(mapping, 'kind')?.value : undefined;
    const word = textIn(stated) ?? '';
    const kind = kindNamed(word) ? undefined : kindNearly(word);
    if (!mapping || !stated || !kind || kind === read) return [];
    const range = { start: stated.start, end: stated.end };
    const args = { value: word, word: kind, kind: oneOfKind(read) };
    return [{ why: 'readAs', range, args, mapping, kind, isSure: true }];
  });
}

function unreadRoot(
  mapping: YamlMapping,
  { role }: DocumentFacts,
  catalog: Catalog,
): RecordOfNoKind | undefined {
  const stated = entry(mapping, 'kind')?.value;
  const word = textIn(stated);
  const isCiting = citesIn(mapping, catalog, role.misnamed !== undefined);
  if (stated && word !== undefined) {
    if (kindNamed(word)) return undefined;
    const near = kindNearly(word);
    if (!isCiting && !(near && isLikeRecord(mapping, near))) return undefined;
    const kind = near ?? role.misnamed?.kind ?? 'control';
    const range = { start: stated.start, end: stated.end };
    return {
      why: 'word',
      range,
      args: { value: word, word: kind },
      mapping,
      kind,
      isSure: near !== undefined,
    };
  }
  const [first] = mapping.entries;
  if (!isCiting || !first || role.language !== 'yaml') return undefined;
  const range = { start: first.key.start, end: first.key.end };
  const { misnamed } = role;
  const kind = misnamed?.kind ?? 'control';
  const args = { word: kind, folder: kinds[kind].folder ?? '', ...(misnamed ? { name: misnamed.name } : {}) };
  const isSure = misnamed !== undefined || mapping.entries.some(({ key }) => ofControls.has(key.value));
  return { why: misnamed ? 'folder' : 'kind', range, args, mapping, kind, isSure };
}

/** Keys that only controls have. */
const ofControls: ReadonlySet<string> = new Set(['statement', 'nature', 'execution', 'performedBy']);

/** Whether a mapping says three things that a record of a kind says, and little else. */
function isLikeRecord({ entries }: YamlMapping, kind: RecordKind): boolean {
  const keys = keysOf(kind);
  const known = entries.filter(({ key }) => key.value !== 'kind' && keys.has(key.value)).length;
  return known > 1 && known + 1 >= entries.length - 1 && entries.some(({ key }) => key.value === 'id');
}

/** Lists and mappings of records under the keys of a mapping. */
function nestedIn(root: YamlMapping, { role }: DocumentFacts, catalog: Catalog): readonly RecordOfNoKind[] {
  const kind = role.folder ?? role.misnamed?.kind ?? 'control';
  const { folder = '' } = kinds[kind];
  const holds = ({ key, value }: YamlEntry): boolean =>
    !(role.folder && key.value === folder) && partsOf(value).some(part => citesIn(part, catalog, false));
  return root.entries.filter(holds).map(({ key }) => ({
    why: 'nested',
    range: { start: key.start, end: key.end },
    args: { key: key.value, folder },
    mapping: root,
    kind,
    isSure: false,
  }));
}

function partsOf(node: YamlNode | undefined): readonly YamlMapping[] {
  const values = node?.type === 'mapping' ? node.entries.map(({ value }) => value) : undefined;
  const parts = values ?? (node?.type === 'sequence' ? node.items : []);
  return parts.flatMap(part => (part?.type === 'mapping' ? [part] : []));
}

/**
 * Whether a mapping cites criteria that exist under `satisfies`, as texts. OpenControl has mappings there, and other tools ids
 * that only look like ours (`P1.2`): those count only where something else tells.
 */
function citesIn(mapping: YamlMapping, catalog: Catalog, isToldOurs: boolean): boolean {
  const cited = (entry(mapping, 'satisfies') ?? entry(mapping, 'tsc_criteria'))?.value;
  if (cited === undefined || isOfOtherTool(mapping)) return false;
  return textsIn(cited).some(({ text, isOurs }) =>
    citationsIn(text, 0, text.length, 'prose', catalog).some(
      ({ id, ambiguous }) => catalog.criterion(id) && (!ambiguous || isOurs || isToldOurs),
    ),
  );
}

function textsIn(node: YamlNode): readonly { readonly text: string; readonly isOurs: boolean }[] {
  const said = resolved(node);
  const own = (value: YamlNode | undefined, isOurs: boolean) =>
    items(value).flatMap(item => {
      const text = textIn(item);
      return text === undefined ? [] : [{ text, isOurs }];
    });
  if (said?.type !== 'mapping') return own(said, false);
  return entriesOf(said).flatMap(({ key, value }) =>
    isTsc(key.value) ? own(value, true) : [{ text: key.value, isOurs: false }],
  );
}
