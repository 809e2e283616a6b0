import type { Catalog } from '../../catalog/catalog.ts';
import type { KnownFacts } from '../../formats/begun.ts';
import { addExclusion } from '../../formats/manifestEdits.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { nextId } from './newId.ts';
import { newRecord } from './newRecord.ts';

/**
 * The fixes of a criterion that no control maps to, whose key and title are arguments of the finding: a planned control, and
 * an exclusion whose reason is left to be typed.
 */
export function gapFixes(target: FixTarget): readonly Fix[] {
  const { args, program, manifest } = target;
  const { id: key = '', title = '' } = args;
  const { catalog, thing: { id } = { id: '' } } = program.catalogs.criterion(key) ?? {};
  if (!manifest || !catalog) return [];
  const fixes: Fix[] = [];
  const { members = [] } = program.catalogs.groupOf(key) ?? {};
  const near = members.flatMap(member => [...program.citing(member)]);
  const next = nextId(
    program,
    'control',
    near.filter(({ shape }) => shape.kind === 'control'),
  );
  const lineEnd = lineEndOf(manifest.facts.text);
  const control =
    next && newRecord(program, { kind: 'control', id: next, title, ...citing(catalog, id) }, lineEnd);
  if (control) {
    fixes.push({
      title: `Plan control ${next} for ${id}`,
      edits: [],
      creates: [control],
      begins: { kind: 'control', criterion: key },
      preferred: false,
    });
  }
  return [...fixes, ...exclusionFixes(target)];
}

/** What a new record says that serves a criterion. */
export function citing(catalog: Catalog, id: string): Pick<KnownFacts, 'catalog' | 'criteria'> {
  return { catalog: catalog.name, criteria: [id] };
}

/** The fix that excludes the criterion whose key is an argument of the finding, with a reason that is left to be typed. */
export function exclusionFixes({ args: { id: key = '' }, program, manifest }: FixTarget): readonly Fix[] {
  const id = program.catalogs.criterion(key)?.thing.id;
  const exclusion = id !== undefined && manifest && addExclusion(manifest.facts, writtenLike('', id));
  if (!exclusion) return [];
  const edits = [{ path: manifest.path, ...exclusion }];
  return [{ title: `Exclude ${id}, with a reason`, edits, preferred: false }];
}
