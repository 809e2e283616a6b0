// Tests are text in, text out: a fixture is several files in the example language (see rules/example.ts).
import { tsc } from '../server/src/core/catalog/tsc.ts';
import { Engine } from '../server/src/core/engine.ts';
import type { LayoutName } from '../server/src/core/formats/layouts/layout.ts';
import { type Recognized, recognize } from '../server/src/core/formats/recognize.ts';
import { isManifest, type Role, roleOf, roleUnder } from '../server/src/core/formats/role.ts';
import type { Site } from '../server/src/core/formats/sites/site.ts';
import { mayTellSite, sitesIn } from '../server/src/core/formats/sites/sites.ts';
import { folderFileOf } from '../server/src/core/program/evidenceFiles.ts';
import { type DatedFile, type SourceFile, stateFrom } from '../server/src/core/program/sources.ts';
import { type ExampleFile, readExample } from '../server/src/core/rules/example.ts';
import { globMatcher } from '../server/src/core/text/globs.ts';
import { changeAfter } from '../server/src/workspace/fileChanges.ts';
import { atOnce } from '../server/src/workspace/steps.ts';
import { lookIn } from './lookIn.ts';

/** The day on which every fixture is judged. */
export const today = '2026-06-30';

/** The layout that a set of files has; native where none is recognized. */
export function layoutOf(files: readonly ExampleFile[]): LayoutName {
  return recognizedIn(files)?.layout ?? 'native';
}

type RecognizedProgram = Extract<Recognized, { readonly is: 'program' }>;

/** What sets of files were found to be: it is asked of each of their files. */
const known = new WeakMap<readonly ExampleFile[], RecognizedProgram | 'nothing'>();

function recognizedIn(files: readonly ExampleFile[]): RecognizedProgram | undefined {
  let found = known.get(files);
  if (found === undefined) {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const recognized = atOnce(recognize([...texts.keys()], path => texts.get(path), 'named'));
    known.set(files, (found = recognized?.is === 'program' ? recognized : 'nothing'));
  }
  return found === 'nothing' ? undefined : found;
}

/** The sites that files of a fixture tell; a folder is told by what is in it. */
function sitesOf(files: readonly ExampleFile[]): readonly Site[] {
  const known = sitesKnown.get(files);
  if (known) return known;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const folders = [...texts.keys()].flatMap(path =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).filter(mayTellSite),
  );
  const sites = sitesIn([...new Set([...texts.keys(), ...folders])], '', path => texts.get(path));
  sitesKnown.set(files, sites);
  return sites;
}

const sitesKnown = new WeakMap<readonly ExampleFile[], readonly Site[]>();

/** What a file of a fixture is to its program, with the options that its manifest sets. */
export function roleIn(engine: Engine, files: readonly ExampleFile[], path: string): Role | undefined {
  const included = globMatcher(engine.program.manifest?.shape.include.map(({ text }) => text) ?? [])(path);
  const role = roleOf(path, layoutOf(files), included, recognizedIn(files)?.pages, sitesOf(files));
  return role && roleUnder(role, engine.program.manifest?.shape, engine.settings.documentOptions(path));
}

/**
 * Reads a fixture's files into an engine, one by one with the manifest first, and says that it is complete.
 * @param paranoid whether the engine compares itself with a new one after each
 */
export function engineOf(files: readonly ExampleFile[], paranoid = true): Engine {
  const engine = new Engine({ catalog: tsc, today, paranoid });
  engine.setEvidenceFiles(files.map(({ path }) => path).filter(folderFileOf));
  const manifests = files.filter(({ path }) => isManifest(path));
  for (const { path, text } of [...manifests, ...files.filter(({ path }) => !isManifest(path))]) {
    const role = engine.catalogFiles.has(path) ? undefined : roleIn(engine, files, path);
    if (role) engine.setText(path, text, role);
    supplyCatalogs(engine, files);
    supplySources(engine, files);
    supplyChanges(engine, files);
  }
  engine.setComplete(true);
  return engine;
}

/** Gives an engine the files of catalogs that it asks for, and those that they ask for in their turn. */
export function supplyCatalogs(engine: Engine, files: readonly ExampleFile[]): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (let wanted = engine.wantedFiles; wanted.length > 0; wanted = engine.wantedFiles) {
    engine.setCatalogFiles(wanted.map(path => [path, texts.get(path)]));
  }
}

/** Tells an engine which of the files that evidence names are there. */
export function supplySources(engine: Engine, files: readonly ExampleFile[]): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const stateOf = (file: SourceFile) =>
    stateFrom(
      file,
      file.paths.map(path => lookIn(texts, path, file.sha256)),
    );
  engine.setSources(engine.nextWantedSources().map(file => [file, stateOf(file)]));
}

/** Tells an engine how files that were committed several times were changed after they were collected. */
export function supplyChanges(engine: Engine, files: readonly ExampleFile[]): void {
  engine.setChanges(changesAmong(files, engine.datedSources), true);
}

/** How files were changed after they were collected, by the days on which the files of a fixture were committed. */
export function changesAmong(files: readonly ExampleFile[], dated: readonly DatedFile[]) {
  const commitsOf = (path: string) => {
    const versions = files.filter(file => file.path === path && file.committed !== undefined);
    return versions.slice(1).map(({ text, committed = '' }, i) => ({
      id: `commit${i + 1}`,
      at: Date.parse(committed) / 1000,
      on: committed,
      before: versions[i]?.text ?? '',
      after: text,
    }));
  };
  return dated.map(({ file, collected }) => {
    const commits = file.paths.map(commitsOf).find(one => one.length > 0) ?? [];
    return [file, changeAfter(collected, commits.reverse(), (one, other) => one === other)] as const;
  });
}

/** The findings of a fixture, a line each: `path: "words" rule`, with the words that the range covers. */
export function findingsOf(fixture: string): string[] {
  const files = readExample(fixture);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return [...engineOf(files).allFindings()].map(({ path, range, rule }) => {
    const words = texts.get(path)?.slice(range.start, range.end) ?? '';
    return `${path}: ${JSON.stringify(words)} ${rule}`;
  });
}

/** The ladder of a fixture's report: `id state: reason` for each criterion asked after. */
export function ladderOf(fixture: string, ...criteria: readonly string[]): string[] {
  const { program } = engineOf(readExample(fixture));
  return criteria.map(id => {
    const { state, marks, reason } = program.coverage.of(program.report, id);
    return `${[id, state, ...marks].join(' ')}: ${reason}`;
  });
}
