// The paranoid mode: incremental equals batch.
import { sameShape } from '../model/shape.ts';
import type { Program } from '../program/program.ts';
import { byPlace } from '../program/record.ts';
import type { FileChange, SourceFile, SourceState } from '../program/sources.ts';
import type { Analysis } from './analysis.ts';
import type { DocumentFindings } from './documentFindings.ts';
import type { ShownFinding, SuppressedFinding } from './shownFinding.ts';

/** Of an engine, what is told it. */
interface Told {
  put(analyses: Iterable<readonly [path: string, analysis: Analysis]>): void;
  setCatalogFiles(texts: ReadonlyMap<string, string | undefined>): void;
  nextWantedSources(): readonly SourceFile[];
  setSources(found: Iterable<readonly [file: SourceFile, state: SourceState]>): void;
  setChanges(
    found: Iterable<readonly [file: SourceFile, change: FileChange | undefined]>,
    isWhole: boolean,
  ): void;
  setEvidenceFiles(paths: readonly string[]): void;
  chooseReport(id: string | undefined): void;
  setComplete(complete: boolean): void;
}

/** Tells a fresh engine at once what another has come to know. */
export function tellAtOnce(
  fresh: Told,
  program: Program,
  documents: DocumentFindings,
  catalogTexts: ReadonlyMap<string, string | undefined>,
  knowsHistory: boolean,
): void {
  const analyses = [...program.paths()].sort().flatMap(path => {
    const summary = program.summary(path);
    const [findings, silencings] = [documents.findings(path), documents.silencings(path) ?? []];
    return summary ? [[path, { summary, findings, silencings }] as const] : [];
  });
  fresh.put(analyses);
  fresh.setCatalogFiles(catalogTexts);
  const stateOf = (file: SourceFile) => program.sources.stateAt(file) ?? 'unknown';
  const wanted = fresh.nextWantedSources();
  fresh.setSources(wanted.map(file => [file, stateOf(file)]));
  fresh.setChanges(
    wanted.map(file => [file, program.sources.changeAt(file)]),
    knowsHistory,
  );
  fresh.setEvidenceFiles(program.evidenceFiles);
  fresh.chooseReport(program.chosenReport);
  fresh.setComplete(program.complete);
}

/** Of an engine, what is compared. */
interface Compared {
  readonly program: Program;
  allFindings(): Iterable<ShownFinding>;
  paths(): readonly string[];
  suppressed(path: string): readonly SuppressedFinding[];
}

/**
 * Throws where an engine that was kept up to date shows anything else than one that was told the same at once, with both
 * pictures of it.
 */
export function compareWithBatch(kept: Compared, fresh: Compared): void {
  const [now, then] = [pictureOf(kept), pictureOf(fresh)];
  for (const [what, picture] of Object.entries(now)) {
    const other = then[what];
    if (sameShape(picture, other)) continue;
    throw new Error(
      `incremental differs from batch in its ${what}:\n${JSON.stringify(picture)}\n${JSON.stringify(other)}`,
    );
  }
}

/** Everything that shows: the findings, the coverage and the windows of every report, and what each index of the program answers. */
function pictureOf(engine: Compared): Readonly<Record<string, unknown>> {
  const { program } = engine;
  return {
    findings: [...engine.allFindings()],
    'suppressed findings': engine.paths().flatMap(path => engine.suppressed(path)),
    coverage: program.reports.map(report =>
      [...report.criteria].map(id => ({
        ...program.coverage.of(report, id),
        records: program.coverage
          .covering(report, id)
          .map(({ entry, as, aside }) => `${entry.path} ${entry.index} ${as} ${aside}`),
        first: program.coverage.first(report, id)?.entry.path,
      })),
    ),
    windows: program.reports.map(report =>
      [...program.ofKind('control')].sort(byPlace).map(control => {
        const { windows, problems, standing } = program.evidence.windows(report, control) ?? {};
        return { windows, problems, standing };
      }),
    ),
    indexes: program.picture(),
  };
}
