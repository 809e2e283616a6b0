import type { Bearing } from '../../program/bearing.ts';
import { ladder } from '../../program/ladder.ts';
import type { Program } from '../../program/program.ts';
import { nameOf, type RecordEntry } from '../../program/record.ts';
import { speakingOf } from '../../program/speaking.ts';

/** A criterion that can be chosen: its key, what it is called, and how far along it is. */
export interface CriterionChoice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** At most this many pairs of a document and a criterion are looked at. */
const mostSpeaking = 300;

/** What a document is to a criterion that it cites; a draft will count once it is approved. */
const citing: readonly Bearing[] = ['document counts', 'document draft', 'mention counts'];

/**
 * The criteria in scope that a new control may be for: first those that documents cite and no control serves, then those of which
 * documents speak, then the others, the least advanced first.
 * @param among the keys of those that are in question; undefined for all
 */
export function criteriaForControl(
  program: Program,
  among: readonly string[] | undefined,
): readonly CriterionChoice[] {
  const { report, catalogs } = program;
  const asked = among ? new Set(among) : report.criteria;
  const keys = [...report.criteria].filter(key => asked.has(key));
  const speaking = documentsSpeakingOf(keys, program);
  const found = keys.flatMap(key => {
    const { id = '', title = id } = catalogs.criterion(key)?.thing ?? {};
    const { state, marks } = program.coverage.stateOf(report, key);
    if (id === '' || marks.includes('excluded')) return [];
    const covering = program.coverage.covering(report, key);
    const hasControl = covering.some(({ as, aside }) => as === 'control' && (!aside || aside === 'planned'));
    const cites = covering.find(({ bearing }) => citing.includes(bearing))?.entry;
    const speaks = speaking.get(id);
    const label = title === id ? id : `${id} ${title}`;
    const choice = (rank: number, description: string = state) => [{ value: key, label, description, rank }];
    if (hasControl) return choice(ladder.length + ladder.indexOf(state));
    if (cites) return choice(-2, `cited by ${called(cites)}`);
    // They follow each other as well as documents speak of them.
    if (speaks) return choice(-1 + speaks.place / mostSpeaking, `${called(speaks.entry)} speaks of it`);
    return choice(ladder.indexOf(state));
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...choice }) => choice);
}

/** For each criterion the document that speaks of it best, by titles and headings, and its place among all. */
function documentsSpeakingOf(
  keys: readonly string[],
  program: Program,
): ReadonlyMap<string, { readonly entry: RecordEntry; readonly place: number }> {
  const ids = keys.filter(key => program.catalog.criterion(key));
  const found = speakingOf(ids, program, mostSpeaking).map(
    ({ id, entry }, place) => [id, { entry, place }] as const,
  );
  return new Map(found.reverse());
}

function called(entry: RecordEntry): string {
  return entry.shape.title ?? nameOf(entry);
}
