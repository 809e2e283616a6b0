import { isRecordKind, kinds, type RecordKind } from '../model/kinds.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import type { Role } from './role.ts';

/**
 * What kind of record a document or one of its pieces is; undefined where it is none.
 * Its `kind` says so, else its folder. Where only the folder does, YAML and Markdown of the kinds that are not prose must
 * look like a record, for files of other kinds lie in such folders too (an exported configuration among the evidence).
 * @param looksLikePolicy asked only in a folder without any convention
 */
export function kindOfRecord(
  role: Role,
  mapping: YamlMapping | undefined,
  looksLikePolicy: () => boolean,
): RecordKind | undefined {
  const value = mapping && entry(mapping, 'kind')?.value;
  if (value?.type === 'scalar') {
    const stated = value.value.trim();
    return isRecordKind(stated) && stated !== 'manifest' && stated !== 'document' ? stated : included(role);
  }
  if (role.folder) {
    const prose = role.language === 'markdown' && kinds[role.folder].prose === true;
    return prose || (mapping && looksLikeRecord(mapping)) ? role.folder : included(role);
  }
  if (role.layout === 'plain' && looksLikePolicy()) return 'policy';
  return included(role);
}

function included(role: Role): RecordKind | undefined {
  return role.included ? 'document' : undefined;
}

function looksLikeRecord(mapping: YamlMapping): boolean {
  if (entry(mapping, 'apiVersion') !== undefined) return false;
  return ['id', 'satisfies', 'controls', 'statement'].some(name => entry(mapping, name) !== undefined);
}
