import type { Catalog } from '../../catalog/catalog.ts';
import type { KnownFacts } from '../../formats/begun.ts';
import { addExclusion } from '../../formats/manifestEdits.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import { criteriaIn } from '../questions/gapsTogether.ts';
import { isCommon } from '../questions/isCommon.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { proposedId } from './newId.ts';
import { newRecord } from './newRecord.ts';

/** For so many criteria of a finding each has fixes of its own. */
const mostEach = 3;

/**
 * The fixes of criteria that no control maps to: writing a control, which is what is nearly always wanted, and last an
 * exclusion. Of many criteria a person first chooses one.
 */
export function gapFixes(target: FixTarget): readonly Fix[] {
  const keys = criteriaOf(target);
  const writing = keys.slice(0, mostEach).flatMap(key => controlFor(key, target));
  return [...choiceOf(keys), ...writing, ...exclusionFixes(target)];
}

function criteriaOf({ all, program }: FixTarget): readonly string[] {
  return [...new Set(all.flatMap(args => criteriaIn(args, program)))];
}

/** Only a client that asks for the answers can offer it: it writes nothing by itself. */
function choiceOf(keys: readonly string[]): readonly Fix[] {
  if (keys.length <= mostEach) return [];
  const title = `Write a control for one of ${keys.length} criteria…`;
  return [{ title, edits: [], begins: { kind: 'control', among: keys.join('\n') }, preferred: false }];
}

/** A planned control for a criterion: what is done, and that it is, is for its owner to say. */
function controlFor(key: string, { program, manifest }: FixTarget): readonly Fix[] {
  const { catalog, thing } = program.catalogs.criterion(key) ?? {};
  if (!manifest || !catalog || !thing) return [];
  const { members = [] } = program.catalogs.groupOf(key) ?? {};
  const near = members.flatMap(member => [...program.citing(member)]);
  const controls = near.filter(({ shape }) => shape.kind === 'control');
  const id = proposedId(program, 'control', thing.title, controls);
  const record = { kind: 'control', id, title: thing.title, ...citing(catalog, thing.id) } as const;
  const made = newRecord(program, record, lineEndOf(manifest.facts.text));
  if (!made) return [];
  const begins = { kind: 'control', criterion: key } as const;
  return [
    {
      title: `Write a control for ${thing.id}…`,
      edits: [],
      creates: [made],
      begins,
      preferred: false,
    },
  ];
}

/** What a new record says that serves a criterion. */
export function citing(catalog: Catalog, id: string): Pick<KnownFacts, 'catalog' | 'criteria'> {
  return { catalog: catalog.name, criteria: [id] };
}

/**
 * The fixes that exclude criteria, each with a reason that is left to be typed. Auditors rarely accept the exclusion of a
 * common criterion, and where many are missing nobody has looked at each yet.
 */
export function exclusionFixes(target: FixTarget): readonly Fix[] {
  const { program, manifest } = target;
  const keys = criteriaOf(target);
  if (!manifest || keys.length > mostEach) return [];
  return keys.flatMap(key => {
    const id = program.catalogs.criterion(key)?.thing.id;
    if (id === undefined || isCommon(program, key)) return [];
    const exclusion = addExclusion(manifest.facts, writtenLike('', id));
    if (!exclusion) return [];
    const edits = [{ path: manifest.path, ...exclusion }];
    return [{ title: `Exclude ${id}, with a reason`, edits, preferred: false }];
  });
}
