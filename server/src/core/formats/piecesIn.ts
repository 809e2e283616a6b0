import { keysOf } from '../model/keys.ts';
import { kinds, type RecordKind } from '../model/kinds.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlDocument, YamlMapping, YamlScalar } from '../yaml/node.ts';
import { isLike } from './kindOfRecord.ts';
import type { Role } from './role.ts';

/** What may be a record of a YAML file. */
export interface Piece {
  readonly mapping: YamlMapping;
  /** Its id, where it is the value of that in a mapping of records. */
  readonly keyedBy?: YamlScalar;
}

/**
 * What may be records in a YAML document: its mapping, or where that only holds records in a list or by their ids, alone
 * (`AC-9: {...}`) or under a name like that of the folder (`controls: [...]` in `controls/`), each of those.
 */
export function piecesIn({ root }: Pick<YamlDocument, 'root'>, { folder }: Role): readonly Piece[] {
  if (root?.type !== 'mapping') return [];
  if (!folder || entry(root, 'id')) return [{ mapping: root }];
  const named = entry(root, kinds[folder].folder ?? '')?.value;
  if (named?.type === 'sequence') {
    const listed = named.items.flatMap(item => (item?.type === 'mapping' ? [{ mapping: item }] : []));
    return listed.length > 0 ? listed : [{ mapping: root }];
  }
  const byId = named?.type === 'mapping' ? keyedIn(named, folder) : keyedIn(root, folder);
  if (byId) return byId;
  // What is named like its folder does not make a record of the mapping around it.
  const isOfOthers =
    named?.type === 'mapping' && !['satisfies', 'statement', 'kind'].some(key => entry(root, key));
  return isOfOthers ? [] : [{ mapping: root }];
}

const likeId = /^[A-Za-z](?=\D*\d)[\w.-]*$/;

/**
 * The records of a mapping by their ids, where all its keys are like ids, and all its values like records; undefined for any
 * other.
 */
function keyedIn({ entries }: YamlMapping, kind: RecordKind): readonly Piece[] | undefined {
  const pieces = entries.flatMap(({ key, value }): Piece[] =>
    likeId.test(key.value) && value?.type === 'mapping' && isPiece(value, kind)
      ? [{ mapping: value, keyedBy: key }]
      : [],
  );
  return pieces.length > 0 && pieces.length === entries.length ? pieces : undefined;
}

function isPiece(mapping: YamlMapping, kind: RecordKind): boolean {
  const keys = keysOf(kind);
  return isLike(kind, mapping) || mapping.entries.filter(({ key }) => keys.has(key.value)).length > 1;
}
