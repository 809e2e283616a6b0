import type { DescriptionCriterion } from '../catalog/catalog.ts';
import { descriptionCriteria } from '../catalog/tsc.ts';
import { type Component, components } from '../model/components.ts';
import type { RecordShape } from '../model/shape.ts';
import type { Program } from './program.ts';
import { byPlace, type RecordEntry } from './record.ts';
import type { Report } from './report.ts';
import { subserviceMethod } from './subserviceMethod.ts';

/**
 * Where the description of the system stands with one of its criteria. `in part`: a component of the system is never
 * mentioned (DC 3). `unknown`: a narrative is called the description of the system, and does not say what it answers. `not
 * expected`: the program has nothing of what it asks about.
 */
export type DescriptionState = 'described' | 'in part' | 'not described' | 'unknown' | 'not expected';

/** Every state, what is open first. */
export const descriptionStates: readonly DescriptionState[] = [
  'not described',
  'in part',
  'unknown',
  'described',
  'not expected',
];

/** A description criterion that applies to a report, and where it stands. */
export interface DescriptionRow {
  readonly criterion: DescriptionCriterion;
  readonly state: DescriptionState;
  /** The narratives that answer it, in order of their places. */
  readonly describedBy: readonly RecordEntry[];
  /** Where none answers it, those that name it and do not count, such as drafts. */
  readonly aside: readonly RecordEntry[];
  /** Of the components of a system, those that the narratives mention; absent where it asks for none, or that cannot be told. */
  readonly mentioned?: readonly Component[];
  /** What the program has of what it asks about: subservice organizations, say; absent where it asks about every system. */
  readonly subjects?: Subjects;
  /** Where it is `unknown`, the narrative that is called the description. */
  readonly called?: RecordEntry;
}

/** Things of a program that its description must tell of. */
export interface Subjects {
  readonly count: number;
  readonly one: string;
  readonly many: string;
}

/**
 * The description criteria (DC section 200) that apply to a report, in their order, and where each stands: DC 9 over a period
 * only. A report of another kind than SOC 2 has none, and neither has one that is assumed.
 */
export function descriptionOf(program: Program, report: Report): readonly DescriptionRow[] {
  if (report.kind !== 'soc2' || report.assumed) return [];
  const called = isDescriptionBegun(program) ? undefined : calledDescription(program);
  return descriptionCriteria
    .filter(({ appliesTo }) =>
      report.type === undefined ? appliesTo.length > 1 : appliesTo.includes(report.type),
    )
    .map(criterion => rowOf(program, report, criterion, called));
}

/** Whether a narrative that counts answers any description criterion. */
export function isDescriptionBegun(program: Program): boolean {
  return descriptionCriteria.some(({ id }) => program.isDescribed(id));
}

/** The components of a system that the narratives that answer DC 3 mention; undefined where that cannot be told. */
export function componentsMentioned(program: Program): readonly Component[] | undefined {
  const mentioned = new Set<Component>();
  const describing = program.describing('DC 3');
  for (const { shape } of describing) {
    // If a narrative cannot be judged (such as one in another language), it may mention any component.
    if (!shape.components) return undefined;
    for (const component of shape.components) mentioned.add(component);
  }
  return describing.size === 0 ? undefined : components.filter(component => mentioned.has(component));
}

/** The components of a system that are not among those mentioned; none where that cannot be told. */
export function componentsMissing(mentioned: readonly Component[] | undefined): readonly Component[] {
  return mentioned ? components.filter(component => !mentioned.includes(component)) : [];
}

function rowOf(
  program: Program,
  report: Report,
  criterion: DescriptionCriterion,
  called: RecordEntry | undefined,
): DescriptionRow {
  const { id } = criterion;
  const describedBy = [...program.describing(id)].sort(byPlace);
  const subjects = subjectsOf(program, report, id);
  const aside = describedBy.length > 0 ? [] : asideIn(program, id);
  const about = { criterion, describedBy, aside, ...(subjects ? { subjects } : {}) };
  if (describedBy.length > 0) {
    const mentioned = id === 'DC 3' ? componentsMentioned(program) : undefined;
    const isWhole = componentsMissing(mentioned).length === 0;
    return { ...about, state: isWhole ? 'described' : 'in part', ...(mentioned ? { mentioned } : {}) };
  }
  if (subjects?.count === 0) return { ...about, state: 'not expected' };
  return called ? { ...about, state: 'unknown', called } : { ...about, state: 'not described' };
}

/** What a program has that a description criterion asks about; undefined for one that every system has something for. */
function subjectsOf(program: Program, report: Report, id: string): Subjects | undefined {
  switch (id) {
    case 'DC 6':
      return {
        count: countOf(program, 'userControl', isComplementary),
        one: 'complementary user entity control',
        many: 'complementary user entity controls',
      };
    case 'DC 7':
      return {
        count: countOf(program, 'vendor', isSubservice),
        one: 'subservice organization',
        many: 'subservice organizations',
      };
    case 'DC 8':
      return { count: report.excluded.size, one: 'excluded criterion', many: 'excluded criteria' };
    default:
      return undefined;
  }
}

function countOf(
  program: Program,
  kind: 'userControl' | 'vendor',
  isMeant: (shape: RecordShape) => boolean,
): number {
  let count = 0;
  for (const { shape } of program.ofKind(kind)) if (shape.standing === 'counts' && isMeant(shape)) count++;
  return count;
}

/** Whether a user control is complementary: without it, a criterion would not be met. */
function isComplementary({ values }: RecordShape): boolean {
  return values['type']?.text.toLowerCase() === 'cuec';
}

function isSubservice(shape: RecordShape): boolean {
  const method = subserviceMethod(shape);
  return method === 'carve-out' || method === 'inclusive';
}

/** The narratives that name a description criterion and do not count. */
function asideIn(program: Program, id: string): readonly RecordEntry[] {
  const aside: RecordEntry[] = [];
  for (const entry of program.ofKind('narrative')) {
    const { standing, describes } = entry.shape;
    if (standing !== 'counts' && describes?.includes(id)) aside.push(entry);
  }
  return aside.sort(byPlace);
}

const title = /\bsystem\b.*\bdescription\b|\bdescription of (?:the|our)\b.*\bsystem\b/i;

/** The narrative that counts and whose title says that it is the description, whatever it answers. */
function calledDescription(program: Program): RecordEntry | undefined {
  const called = [...program.ofKind('narrative')].filter(
    ({ shape }) => shape.standing === 'counts' && title.test(shape.title ?? ''),
  );
  return called.sort(byPlace)[0];
}
