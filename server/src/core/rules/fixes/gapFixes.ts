import type { Catalog } from '../../catalog/catalog.ts';
import { addExclusion } from '../../formats/manifestEdits.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { newRecord, nextId } from './newRecord.ts';

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
  const lines = plannedFor(catalog, id);
  const control = next && newRecord(program, { kind: 'control', id: next, title, lines }, lineEnd);
  if (control) {
    fixes.push({
      title: `Plan control ${next} for ${id}`,
      edits: [],
      creates: [control],
      preferred: false,
    });
  }
  return [...fixes, ...exclusionFixes(target)];
}

/** What a control says that is planned for a criterion: it covers nothing, for that it is done is for its owner to say. */
export function plannedFor(catalog: Catalog, id: string): readonly string[] {
  return ['status: planned', `satisfies: {${writtenLike('', catalog.name)}: [${writtenLike('', id)}]}`];
}

/** The fix that excludes the criterion whose key is an argument of the finding, with a reason that is left to be typed. */
export function exclusionFixes({ args: { id: key = '' }, program, manifest }: FixTarget): readonly Fix[] {
  const id = program.catalogs.criterion(key)?.thing.id;
  const exclusion = id !== undefined && manifest && addExclusion(manifest.facts, writtenLike('', id));
  if (!exclusion) return [];
  const edits = [{ path: manifest.path, ...exclusion }];
  return [{ title: `Exclude ${id}, with a reason`, edits, preferred: false }];
}
