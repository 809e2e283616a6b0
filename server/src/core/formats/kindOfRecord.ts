import { kindNamed, kinds, type RecordKind } from '../model/kinds.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import type { Role } from './role.ts';
import { textIn } from './stated.ts';

/** Keys of which a record that is no prose has one, and those that tell it whatever its `kind` may mean to others. */
const usualSigns = ['id', 'satisfies', 'controls', 'statement'];
const sureSigns = ['satisfies', 'controls'];

/**
 * What kind of record a document or one of its pieces is; undefined where it is none.
 * Its `kind` says so, else its folder. Where only the folder does, YAML and Markdown of the kinds that are not prose must
 * look like a record, for files of other kinds lie in such folders too (an exported configuration among the evidence).
 * A `kind` that means something to another tool (`Deployment`, `preventive`) makes that harder for them.
 * @param looksLikePolicy asked only of a page outside the conventional folders that may be a policy
 */
export function kindOfRecord(
  role: Role,
  mapping: YamlMapping | undefined,
  looksLikePolicy: () => boolean,
): RecordKind | undefined {
  const stated = mapping && textIn(entry(mapping, 'kind')?.value);
  const kind = stated === undefined ? undefined : kindNamed(stated);
  if (kind && kind !== 'manifest' && kind !== 'document') return kind;
  if (role.folder) {
    const prose = role.language === 'markdown' && kinds[role.folder].prose === true;
    const isRecord =
      mapping && (stated === undefined ? isLike(role.folder, mapping) : isSurely(role.folder, mapping));
    return prose || isRecord ? role.folder : included(role);
  }
  if (role.pages !== undefined && role.pages !== 'never' && looksLikePolicy()) return 'policy';
  return included(role);
}

/** Whether a mapping has what tells a record of a kind, where its `kind` says nothing. */
export function isLike(kind: RecordKind, mapping: YamlMapping): boolean {
  const { signs = usualSigns, alsoSigns = [] } = kinds[kind];
  return hasSign(mapping, [...signs, ...alsoSigns]);
}

/** The same where its `kind` may mean something to another tool. */
function isSurely(kind: RecordKind, mapping: YamlMapping): boolean {
  const { signs = usualSigns } = kinds[kind];
  return hasSign(
    mapping,
    sureSigns.filter(name => signs.includes(name)),
  );
}

function included(role: Role): RecordKind | undefined {
  return role.included ? 'document' : undefined;
}

/** Whether a mapping says that it is another tool's, as those of Kubernetes do. */
export function isOfOtherTool(mapping: YamlMapping): boolean {
  return entry(mapping, 'apiVersion') !== undefined;
}

function hasSign(mapping: YamlMapping, signs: readonly string[]): boolean {
  return !isOfOtherTool(mapping) && signs.some(name => entry(mapping, name) !== undefined);
}
