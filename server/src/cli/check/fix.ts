import { dirname, join } from 'node:path';
import { fixAllOf } from '../../core/features/actions/fixes.ts';
import { readDocument } from '../../core/formats/readDocument.ts';
import { applied } from '../../core/formats/yamlEdits.ts';
import { ruleNamed } from '../../core/rules/rules.ts';
import { type Source, sourceOf } from '../../core/text/source.ts';
import { removeLeftDrafts } from '../../workspace/disk/drafts.ts';
import { readRegular } from '../../workspace/disk/readRegular.ts';
import { NotReplaced, replaceFile } from '../../workspace/disk/replaceFile.ts';
import { unreadable } from '../../workspace/files.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import type { AskedProgram } from '../programs.ts';
import { counted } from '../words.ts';

/** How many findings of a rule were mended in a file. */
export interface Fixed {
  readonly file: string;
  readonly program: string;
  readonly rule: string;
  readonly count: number;
}

/** One fix may make room for another, but not for ever. */
const mostRounds = 10;

/**
 * Applies the safe fixes in the documents asked for, takes up what has become of them, and writes them, each at once or not at
 * all. A file that is not UTF-8 is left as it is.
 * @param isAskedFor whether the findings of a rule are to be fixed
 * @throws CouldNotRun where a file cannot be written; the others are
 */
export function fix(asked: AskedProgram, isAskedFor: (rule: string) => boolean): Fixed[] {
  const { host, folder, shown, fileOf } = asked;
  const files = new Map<string, FixedFile | undefined>();
  const failures: string[] = [];
  const fileAt = (path: string) => {
    if (!files.has(path)) {
      const read = readRegular(join(folder.root, path));
      if (read === unreadable) failures.push(`${fileOf(path)} could not be read again, so it was not fixed.`);
      const file = typeof read === 'object' ? fixable(Buffer.from(read.bytes)) : undefined;
      files.set(path, file);
      // It may have been changed since it was judged: what is fixed was found in this very text.
      if (file) host.takeUp([host.read(path, file.source.text)]);
    }
    return files.get(path);
  };
  const counts = new Map<string, Map<string, number>>();
  for (let round = 0; round < mostRounds; round++) {
    const changed = fixOnce(asked, isAskedFor, path => fileAt(path)?.source, counts);
    if (changed.size === 0) break;
    for (const [path, source] of changed) {
      const file = files.get(path);
      if (file) files.set(path, { ...file, source });
    }
    host.takeUp([...changed].map(([path, { text }]) => host.read(path, text)));
  }
  writeAll(asked, [...counts.keys()], files, failures);
  return [...counts].flatMap(([path, ofPath]) =>
    [...ofPath].map(([rule, count]) => ({ file: fileOf(path), program: shown, rule, count })),
  );
}

/**
 * Writes every file that can be written, and says which cannot.
 * @param failures what could not be done before
 */
function writeAll(
  { folder, fileOf }: AskedProgram,
  paths: readonly string[],
  files: ReadonlyMap<string, FixedFile | undefined>,
  failures: string[],
): void {
  for (const folderName of new Set(paths.map(path => dirname(join(folder.root, path)))))
    removeLeftDrafts(folderName);
  let written = 0;
  for (const path of paths) {
    const file = files.get(path);
    if (!file) continue;
    const { before, source } = file;
    try {
      replaceFile(join(folder.root, path), before, `${source.bom ? '\ufeff' : ''}${source.text}`);
      written++;
    } catch (error) {
      if (!(error instanceof NotReplaced)) throw error;
      failures.push(`${fileOf(path)} could not be written: ${error.message}.`);
    }
  }
  if (failures.length === 0) return;
  const others = written > 0 ? ` Tickmark fixed ${counted(written, 'other file')}.` : '';
  throw new CouldNotRun(failures.join(' ') + others);
}

/** Fixes each document once; gives those that have changed. */
function fixOnce(
  { host, isAsked }: AskedProgram,
  isAskedFor: (rule: string) => boolean,
  sourceAt: (path: string) => Source | undefined,
  counts: Map<string, Map<string, number>>,
): Map<string, Source> {
  const { engine } = host;
  const { program } = engine;
  const factsAt = (path: string) => {
    const [source, role] = [sourceAt(path), host.roleOf(path)];
    return source && role && readDocument(source.text, role, program.catalog);
  };
  const fixableAt = (path: string) =>
    engine.findings(path).filter(({ rule }) => ruleNamed(rule)?.fixAll && isAskedFor(rule));
  const manifestFacts = program.manifest && factsAt(program.manifest.path);
  const manifest = program.manifest && manifestFacts && { path: program.manifest.path, facts: manifestFacts };
  const changed = new Map<string, Source>();
  for (const path of [...program.paths()].filter(isAsked).sort()) {
    const [source, facts] = fixableAt(path).length > 0 ? [sourceAt(path), factsAt(path)] : [];
    const all = facts && fixAllOf({ path, facts, program }, fixableAt(path), manifest);
    if (!source || !all) continue;
    changed.set(path, { ...source, text: applied(source.text, all.edits) });
    const ofPath = counts.get(path) ?? new Map<string, number>();
    for (const { rule } of all.mended) ofPath.set(rule, (ofPath.get(rule) ?? 0) + 1);
    counts.set(path, ofPath);
  }
  return changed;
}

/** A file that is being fixed. */
interface FixedFile {
  readonly source: Source;
  /** What the file held when it was read. */
  readonly before: Buffer;
}

/** What a file holds, to be fixed; undefined where it would not be the same file if it were written back. */
function fixable(before: Buffer): FixedFile | undefined {
  const content = before.toString('utf8');
  return Buffer.from(content, 'utf8').equals(before) ? { source: sourceOf(content), before } : undefined;
}
