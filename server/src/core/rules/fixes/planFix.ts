import type { Program } from '../../program/program.ts';
import { lineEndOf } from '../../text/source.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { proposedId } from './newId.ts';
import { newRecord } from './newRecord.ts';

/**
 * The fix of a gap that plans what is to be done: a task without a title, owner, or due date, which are for a person to say. Of
 * many criteria a person first chooses one. None where an open task is there already.
 * @param keys those of the criteria that have a gap
 */
export function planForCriteria(keys: readonly string[], target: FixTarget): readonly Fix[] {
  const { program } = target;
  const open = keys.filter(key => program.plansForCriterion(key).length === 0);
  const [only, ...others] = open;
  if (only === undefined) return [];
  if (others.length > 0) {
    const title = `Plan the remediation of one of ${open.length} criteria…`;
    return [
      { title, edits: [], begins: { kind: 'task', among: open.join('\n') }, preferred: false, asks: true },
    ];
  }
  const id = program.catalogs.criterion(only)?.thing.id ?? only;
  return planFor(id, { criterion: only }, target);
}

/** The same for a control, by its id. */
export function planForControl(id: string, target: FixTarget): readonly Fix[] {
  return target.program.plansForRecord(id).length > 0 ? [] : planFor(id, { control: id }, target);
}

function planFor(
  gap: string,
  given: { readonly criterion: string } | { readonly control: string },
  { program, facts }: FixTarget,
): readonly Fix[] {
  const title = `Remediate ${gap}`;
  const record = { kind: 'task', id: taskId(program, title), title, gap } as const;
  const made = newRecord(program, record, lineEndOf(facts.text));
  if (!made) return [];
  return [
    {
      title: `Plan the remediation of ${gap}…`,
      edits: [],
      creates: [made],
      begins: { kind: 'task', ...given },
      preferred: false,
      asks: true,
    },
  ];
}

function taskId(program: Program, title: string): string {
  return proposedId(program, 'task', title, []);
}
