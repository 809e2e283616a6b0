import { keyOf } from '../catalog/catalogs.ts';
import { rangeOf } from '../model/shape.ts';
import { coverageSummary, statesWords } from '../pages/coverageTables.ts';
import { shownWords } from '../pages/coverageWords.ts';
import { counted } from '../pages/words.ts';
import type { Standing } from '../program/ladder.ts';
import { type NamedPlace, namedBy } from '../program/named.ts';
import type { Program } from '../program/program.ts';
import { citedKeys, isDocumenting, type RecordEntry } from '../program/record.ts';
import type { TextRange } from '../text/range.ts';
import { lackingEvidence } from './evidenceLens.ts';
import { referencesTo } from './references.ts';

/** A line above a record that tells of it. */
export interface Lens {
  readonly tells: 'coverage' | 'references' | 'evidence';
  /** What the record is shown by: its id, title, or first line. */
  readonly range: TextRange;
  /** The number of the record in its document. */
  readonly record: number;
  readonly words: string;
}

/** A criterion that a record claims to address, and where that stands in the program. */
export interface Claim {
  readonly key: string;
  readonly title: string;
  /** Undefined where it is not in the scope of the report. */
  readonly standing: Standing | undefined;
}

/**
 * What there is to tell above the records of a document: how far along the criteria are that each addresses, how many places
 * refer to it under a key, and for which window a control lacks evidence. It reads no text.
 * @param shown what is told
 */
export function lensesOf(
  path: string,
  program: Program,
  shown: Readonly<Record<Lens['tells'], boolean>>,
): readonly Lens[] {
  const summary = program.summary(path);
  if (!summary) return [];
  return program.records(path).flatMap(entry => {
    const { index: record, shape } = entry;
    const range = rangeOf(summary, record, shape.at);
    const coverage = shown.coverage ? coverageWords(claimsOf(entry, program)) : undefined;
    const count = shown.references ? referencesOf(entry, program).length : 0;
    const lacking = shown.evidence ? lackingEvidence(program, entry) : undefined;
    return [
      ...(coverage === undefined ? [] : [{ tells: 'coverage', range, record, words: coverage } as const]),
      ...(count === 0
        ? []
        : [{ tells: 'references', range, record, words: counted(count, 'reference') } as const]),
      ...(lacking === undefined ? [] : [{ tells: 'evidence', range, record, words: lacking.words } as const]),
    ];
  });
}

/** The criteria of known catalogs that a record addresses, in the order of the catalogs. What it denies is not claimed. */
export function claimsOf(entry: RecordEntry, program: Program): readonly Claim[] {
  if (!isDocumenting(entry.shape)) return [];
  const claimed = claimedBy(entry);
  const { report } = program;
  return program.catalogs.all.flatMap(({ name, criteria }) =>
    criteria.flatMap(({ id, title }): Claim[] => {
      const key = keyOf(name, id);
      if (!claimed.has(key)) return [];
      const standing = report.criteria.has(key) ? program.coverage.markedState(report, key) : undefined;
      return [{ key, title, standing }];
    }),
  );
}

function claimedBy(entry: RecordEntry): ReadonlySet<string> {
  const { satisfies, mentions } = entry.shape;
  const asserted = [...satisfies, ...mentions.filter(({ isDenied }) => !isDenied)];
  return new Set(asserted.flatMap(citation => citedKeys(entry, citation)));
}

/** Where a criterion stands that is claimed: `implemented`. */
export function claimWords({ standing }: Claim): string {
  return standing ? shownWords(standing) : 'not in scope';
}

/** `CC6.1: implemented`, `3 criteria: 2 implemented, 1 missing`; undefined where nothing is claimed. */
function coverageWords(claims: readonly Claim[]): string | undefined {
  const [first] = claims;
  if (!first) return undefined;
  if (claims.length === 1) return `${first.key}: ${claimWords(first)}`;
  const inScope = claims.flatMap(({ standing }) => (standing ? [{ coverage: standing }] : []));
  const outside = claims.length - inScope.length;
  const words = [
    statesWords(coverageSummary(inScope)),
    ...(outside > 0 ? [`${outside} not in scope`] : []),
  ].filter(word => word !== '');
  return `${counted(claims.length, 'criterion', 'criteria')}: ${words.join('; ')}`;
}

/** The places that refer to a record under a key; none where nothing can refer to it. */
export function referencesOf({ shape }: RecordEntry, program: Program): readonly NamedPlace[] {
  const text = shape.id?.text ?? shape.stem;
  if (text === undefined) return [];
  return referencesTo(namedBy({ of: 'record', text, kind: shape.kind }, program), program);
}
