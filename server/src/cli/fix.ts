import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixAllOf } from '../core/editing/actions.ts';
import { readDocument } from '../core/formats/readDocument.ts';
import { applied } from '../core/formats/yamlEdits.ts';
import { ruleNamed } from '../core/rules/rules.ts';
import { type Source, sourceOf } from '../core/text/source.ts';
import type { AskedProgramme } from './programmes.ts';
import { replaceFile } from './replaceFile.ts';

/** How many findings of a rule were mended in a file. */
export interface Fixed {
  readonly file: string;
  readonly programme: string;
  readonly rule: string;
  readonly count: number;
}

/** One fix may make room for another, but not for ever. */
const mostRounds = 10;

/**
 * Mends in the documents asked for what can be mended without a look at each, takes up what has become of them, and writes
 * them, each at once or not at all. A file that is not UTF-8 is left as it is.
 * @throws CouldNotRun where a file cannot be written
 */
export function fix(asked: AskedProgramme): Fixed[] {
  const { host, folder, shown, fileOf } = asked;
  const sources = new Map<string, Source | undefined>();
  const sourceAt = (path: string) => {
    if (!sources.has(path)) sources.set(path, readSource(join(folder.root, path)));
    return sources.get(path);
  };
  const counts = new Map<string, Map<string, number>>();
  for (let round = 0; round < mostRounds; round++) {
    const changed = fixOnce(asked, sourceAt, counts);
    if (changed.size === 0) break;
    for (const [path, source] of changed) sources.set(path, source);
    host.take([...changed].map(([path, { text }]) => host.read(path, text)));
  }
  for (const path of counts.keys()) {
    const source = sources.get(path);
    if (!source) continue;
    const content = `${source.bom ? '\ufeff' : ''}${source.text}`;
    replaceFile(join(folder.root, path), fileOf(path), content);
  }
  return [...counts].flatMap(([path, ofPath]) =>
    [...ofPath].map(([rule, count]) => ({ file: fileOf(path), programme: shown, rule, count })),
  );
}

/** Mends each document once; gives those that are no more what they were. */
function fixOnce(
  { host, isAsked }: AskedProgramme,
  sourceAt: (path: string) => Source | undefined,
  counts: Map<string, Map<string, number>>,
): Map<string, Source> {
  const { engine } = host;
  const { programme } = engine;
  const factsAt = (path: string) => {
    const [source, role] = [sourceAt(path), host.roleOf(path)];
    return source && role && readDocument(source.text, role, programme.catalogue);
  };
  const manifestFacts = programme.manifest && factsAt(programme.manifest.path);
  const manifest = programme.manifest &&
    manifestFacts && { path: programme.manifest.path, facts: manifestFacts };
  const changed = new Map<string, Source>();
  for (const path of [...programme.paths()].filter(isAsked).sort()) {
    const findings = engine.findings(path).filter(({ rule }) => ruleNamed(rule)?.fixAll);
    const [source, facts] = findings.length > 0 ? [sourceAt(path), factsAt(path)] : [];
    const all = facts && fixAllOf({ path, facts, programme }, findings, manifest);
    if (!source || !all) continue;
    changed.set(path, { ...source, text: applied(source.text, all.edits) });
    const ofPath = counts.get(path) ?? new Map<string, number>();
    for (const { rule } of all.mended) ofPath.set(rule, (ofPath.get(rule) ?? 0) + 1);
    counts.set(path, ofPath);
  }
  return changed;
}

/** A file's text; undefined where it would not be the same file if it were written back. */
function readSource(file: string): Source | undefined {
  const bytes = readFileSync(file);
  const content = bytes.toString('utf8');
  return Buffer.from(content, 'utf8').equals(bytes) ? sourceOf(content) : undefined;
}
