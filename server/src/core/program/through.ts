import type { Catalog, Criterion } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import type { Relationship } from '../catalog/mapping.ts';
import { isReached, type LadderState, ladder, type Mark, type Standing } from './ladder.ts';
import type { Program } from './program.ts';
import type { Report } from './report.ts';

/** What stands for a criterion of another catalog, by a mapping. */
export interface StandIn extends Standing {
  /** The name of its catalog. */
  readonly catalog: string;
  /** Of a criterion, or of a group, which is as far along as the last of its criteria. */
  readonly id: string;
  readonly key: string;
  /** What it asks for, beside what the other asks for: as much, a part, all and more, or some of it. */
  readonly relationship: Relationship;
}

/** How far along a criterion is when it is looked at through mappings. */
export interface ThroughRow {
  readonly criterion: Criterion;
  /** Where it stands by what cites it. */
  readonly own: Standing;
  /** The highest of its own state and those of what asks for all that it asks for, with the marks of what brings it there. */
  readonly coverage: Standing;
  /** The highest state of what asks for a part of it only, where that is higher. */
  readonly inPart: LadderState | undefined;
  /** By what is furthest along. */
  readonly standIns: readonly StandIn[];
}

/** The same relationship, said from the other side. */
const turned: Readonly<Record<Relationship, Relationship>> = {
  equal: 'equal',
  subset: 'superset',
  superset: 'subset',
  intersects: 'intersects',
};

/**
 * The criteria of a catalog, in its order, as far along as the controls of a report bring them: those that cite them, and
 * those that cite what stands for them. It is no more than a look: what is mapped in part has to be judged by people.
 */
export function coverageThrough(program: Program, report: Report, catalog: Catalog): ThroughRow[] {
  const byCriterion = standInsOf(program, report, catalog);
  return catalog.criteria.map(criterion => {
    const standIns = (byCriterion.get(criterion.id) ?? []).toSorted((a, b) => rank(b.state) - rank(a.state));
    const own = program.coverage.markedState(report, keyOf(catalog.name, criterion.id));
    const coverage = own.marks.includes('excluded')
      ? own
      : furthest([own, ...standIns.filter(({ relationship }) => asksForAll(relationship))]);
    const part = highest(standIns.map(one => one.state));
    const inPart = rank(part) > rank(coverage.state) ? part : undefined;
    return { criterion, own, coverage, inPart, standIns };
  });
}

/** What stands for a criterion, as far along as a report brings it. */
export function standInsFor(
  program: Program,
  report: Report,
  catalog: Catalog,
  id: string,
): readonly StandIn[] {
  return standInsOf(program, report, catalog).get(id) ?? [];
}

/** Whether what has this relationship to another asks for all that the other asks for. */
export function asksForAll(relationship: Relationship): boolean {
  return relationship === 'equal' || relationship === 'superset';
}

/** What stands for each criterion of a catalog, by its id: a mapping to it, or from it and read from the other side. */
function standInsOf(
  program: Program,
  report: Report,
  catalog: Catalog,
): ReadonlyMap<string, readonly StandIn[]> {
  const { name } = catalog;
  const found = new Map<string, Map<string, StandIn>>();
  const add = (meant: string, from: string, id: string, relationship: Relationship) => {
    const standIn = standInOf(program, report, from, id, relationship);
    for (const criterion of criteriaOf(catalog, meant)) {
      let own = found.get(criterion);
      if (!own) found.set(criterion, (own = new Map()));
      const before = own.get(standIn.key);
      if (!before || (asksForAll(relationship) && !asksForAll(before.relationship)))
        own.set(standIn.key, standIn);
    }
  };
  for (const { from, to, pairs } of program.catalogFiles.mappings) {
    if (from === to) continue;
    for (const pair of pairs) {
      if (to === name) add(pair.to, from, pair.from, pair.relationship);
      if (from === name) add(pair.from, to, pair.to, turned[pair.relationship]);
    }
  }
  return new Map([...found].map(([id, standIns]) => [id, [...standIns.values()]]));
}

function standInOf(
  program: Program,
  report: Report,
  from: string,
  id: string,
  relationship: Relationship,
): StandIn {
  const catalog = program.catalogs.named(from);
  const members = (catalog ? criteriaOf(catalog, id) : []).map(own =>
    program.coverage.markedState(report, keyOf(from, own)),
  );
  return { catalog: from, id, key: keyOf(from, id), relationship, ...least(members) };
}

/** What is missing, as is what a report leaves out: it lends nothing. */
const nothing: Standing = { state: 'missing', marks: [], vendors: [] };

/** Where the members of a group stand together: on the lowest rung, with what is marked at any. */
function least(members: readonly Standing[]): Standing {
  if (members.length === 0 || members.some(({ marks }) => marks.includes('excluded'))) return nothing;
  const state = ladder.find(one => members.some(member => member.state === one)) ?? 'missing';
  const isAtAny = (mark: Mark) => members.some(({ marks }) => marks.includes(mark));
  const marks = besideState.filter(isAtAny);
  // A vendor's mark is said in place of a state that is reached, so a member that is not goes before it.
  return standing(state, isReached(state) && isAtAny(inPlace) ? [inPlace, ...marks] : marks, members);
}

/** The highest of several, with the marks that no other of the same height is without; a deviation, a gap, and what was late are told of always. */
function furthest(standings: readonly Standing[]): Standing {
  const state = highest(standings.map(one => one.state));
  const highestOnes = standings.filter(one => one.state === state);
  const marks = [inPlace, ...besideState].filter(mark =>
    mark === 'deviation' || mark === 'gap' || mark === 'late'
      ? highestOnes.some(one => one.marks.includes(mark))
      : highestOnes.every(one => one.marks.includes(mark)),
  );
  return standing(state, marks, highestOnes);
}

const inPlace: Mark = 'relies-on-vendor';
const besideState: readonly Mark[] = ['not-throughout', 'deviation', 'gap', 'late', 'not-exercised'];

function standing(state: LadderState, marks: readonly Mark[], from: readonly Standing[]): Standing {
  const vendors = marks.includes(inPlace) ? [...new Set(from.flatMap(one => one.vendors))] : [];
  return { state, marks, vendors };
}

/** The ids of a criterion, or of the members of a group. */
function criteriaOf(catalog: Catalog, id: string): readonly string[] {
  return catalog.criterion(id) ? [id] : catalog.members(id).map(member => member.id);
}

function rank(state: LadderState): number {
  return ladder.indexOf(state);
}

function highest(states: readonly LadderState[]): LadderState {
  return ladder.findLast(state => states.includes(state)) ?? 'missing';
}
