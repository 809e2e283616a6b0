// A document in its program: what is read, found, offered and kept of it.
import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../../bench/generator/random.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import type { ShownFinding } from '../../../server/src/core/engine/shownFinding.ts';
import { fixAllOf, fixesOf } from '../../../server/src/core/features/actions/fixes.ts';
import { silencingFixes } from '../../../server/src/core/features/actions/silence.ts';
import { subjectsAt } from '../../../server/src/core/features/at/subjectsAt.ts';
import { completionsAt } from '../../../server/src/core/features/completion/completion.ts';
import { shortlist } from '../../../server/src/core/features/completion/shortlist.ts';
import { coverageNodes } from '../../../server/src/core/features/coverageTree.ts';
import type { Editing } from '../../../server/src/core/features/editing.ts';
import { evidenceNodes } from '../../../server/src/core/features/evidenceTree.ts';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { pageInProgram } from '../../../server/src/core/pages/inProgram.ts';
import { markdownOf, markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import type { Fix } from '../../../server/src/core/rules/rule.ts';
import { LineTable } from '../../../server/src/core/text/lineTable.ts';
import { sourceOf } from '../../../server/src/core/text/source.ts';
import { readAs } from '../../../server/src/workspace/programHost.ts';
import { holds } from '../fault.ts';
import type { Input } from '../input.ts';
import { type Surroundings, surroundingsOf } from '../surroundings.ts';
import { checkFindings } from './findings.ts';
import { checkPacking } from './packing.ts';
import { boundary, checkEdit, checkEdits, checkFacts, checkRange } from './ranges.ts';

/** Of how many findings the fixes are tried, and at how many places the editor is asked. */
const mostTried = 4;
const places = 2;
/** How often what takes long is tried: of many inputs it is tried often enough. */
const share = { again: 0.1, program: 0.3, editing: 0.5, silencing: 0.1, tree: 0.01, restored: 0.01 };

/** Reads a document in its program, asks all that a face may ask of it, and takes it away again. @throws Fault */
export function checkDocument({ layout, path, text: content }: Input): void {
  // To read everything again as another manifest has it takes long: the next one takes its place.
  const isManifest = path === 'tickmark.yaml';
  const around = surroundingsOf(layout, isManifest ? 'manifests' : '');
  const { text } = sourceOf(content);
  const random = new Random(text.length, ...[...text.slice(0, 40)].map(sign => sign.codePointAt(0) ?? 0));
  checkReading(around, path, text, random);
  if (!random.chance(share.program)) return;
  around.set(path, content);
  checkFindings(around, path, text);
  if (random.chance(share.editing)) checkEditing(around, path, text, random);
  if (random.chance(share.tree)) checkTree(around);
  if (isManifest) return;
  around.restore(path);
  if (random.chance(share.restored)) around.checkRestored();
}

function checkReading({ host }: Surroundings, path: string, text: string, random: Random): void {
  const role = host.roleOf(path);
  if (!role) return;
  const facts = readDocument(text, role, tsc);
  checkFacts(facts, text);
  if (random.chance(share.again))
    holds(
      isDeepStrictEqual(facts, readDocument(text, role, tsc)),
      'reads otherwise the second time',
      () => path,
    );
  if (random.chance(share.again)) checkPacking(readAs(path, text, role));
  const lines = new LineTable(text);
  for (const { start, end } of facts.citations) {
    for (const offset of [start, end])
      holds(lines.offsetAt(lines.positionAt(offset)) === offset, 'position of an offset', () => `${offset}`);
  }
}

function checkEditing(around: Surroundings, path: string, text: string, random: Random): void {
  const { host } = around;
  const facts = host.factsOf(path, text);
  if (!facts) return;
  const { program } = host.engine;
  const editing: Editing = { path, facts, program };
  const manifestText = around.textOf('tickmark.yaml');
  const manifestFacts = manifestText === undefined ? undefined : host.factsOf('tickmark.yaml', manifestText);
  const manifest = manifestFacts && { path: 'tickmark.yaml', facts: manifestFacts };
  const findings = host.engine.findings(path);
  for (const finding of random.shuffled(findings).slice(0, mostTried)) {
    for (const fix of fixesOf(editing, finding, manifest)) checkFix(around, path, finding, fix);
    if (random.chance(share.silencing))
      for (const fix of silencingFixes(editing, finding)) checkFix(around, path, finding, fix);
  }
  const all = fixAllOf(editing, findings, manifest);
  if (all) checkFix(around, path, undefined, { title: 'all', preferred: true, edits: all.edits });
  for (let i = 0; i < places; i++) checkPlace(editing, boundary(text, random.whole(0, text.length)));
}

/** Every edit lies in its document and leaves one that can be read, and YAML of which nothing was wrong stays so. */
function checkFix(around: Surroundings, path: string, finding: ShownFinding | undefined, fix: Fix): void {
  const of = finding?.rule ?? 'all fixes';
  const { host } = around;
  const written = around.textOf(path) ?? '';
  for (const [leftover] of fix.title.matchAll(/undefined|\[object|\{\w+\}/g))
    holds(written.includes(leftover), `title of a fix of ${of}`, () => fix.title);
  holds(
    fix.edits.length > 0 ||
      [fix.creates, fix.begins, fix.cites, fix.proposes].some(part => part !== undefined),
    `a fix of ${of} does nothing`,
    () => fix.title,
  );
  for (const { path: made } of fix.creates ?? [])
    holds(isPathInside(made), `a fix of ${of} makes a file elsewhere`, () => JSON.stringify(made));
  for (const edited of new Set(fix.edits.map(edit => edit.path))) {
    const before = around.textOf(edited);
    const edits = fix.edits.filter(edit => edit.path === edited);
    holds(before !== undefined, `a fix of ${of} edits what is not there`, () => edited);
    if (before === undefined) continue;
    checkEdits(`a fix of ${of}`, edits, before);
    for (const { caret, text } of edits)
      holds(
        caret === undefined || (0 <= caret && caret <= text.length),
        `caret of a fix of ${of}`,
        () => `${caret}`,
      );
    const role = host.roleOf(edited);
    if (!role) continue;
    const [was, is] = [before, applied(before, edits)].map(text =>
      readDocument(text, role, host.engine.program.catalog),
    );
    const problems = (facts = was) =>
      facts?.yaml.reduce((sum, { problems: { length } }) => sum + length, 0) ?? 0;
    holds(
      problems(was) > 0 || problems(is) === 0,
      `a fix of ${of} breaks the YAML`,
      () => `${fix.title} in ${path}`,
    );
  }
}

function isPathInside(path: string): boolean {
  if (path === '' || /^[A-Za-z]:|[\\\p{Cc}]/u.test(path)) return false;
  return !path.split('/').some(step => ['', '.', '..'].includes(step));
}

/** What is offered and told at a place of the text. */
function checkPlace(editing: Editing, at: number): void {
  const { text } = editing.facts;
  const completions = completionsAt(editing, at) ?? [];
  for (const item of shortlist(completions, text, at).completions) {
    checkEdit('a completion', item, text);
    holds(
      item.start <= at && at <= item.end,
      'a completion is elsewhere',
      () => `${item.start} to ${item.end} at ${at}`,
    );
    const words = `${item.detail} ${plainOfBlocks(item.documentation)}`;
    holds(
      !/undefined|\[object/.test(words) || text.includes('undefined'),
      'words of a completion',
      () => words,
    );
  }
  const hover = hoverAt(editing, at);
  if (hover) {
    checkRange('a hover', hover.range, text);
    holds(hover.range.start <= at && at <= hover.range.end, 'a hover is elsewhere', () => `at ${at}`);
    markdownOfBlocks(hover.blocks);
    plainOfBlocks(hover.blocks);
  }
  const found = subjectsAt(editing, at);
  if (found) checkRange('subjects', found.range, text);
  for (const subject of found?.subjects.slice(0, 2) ?? [])
    markdownOf(pageInProgram(subject, editing.program));
}

/** Every node of our trees is found again by its id, and no two have the same. */
function checkTree({ host }: Surroundings): void {
  const { program } = host.engine;
  const groupings = ['due', 'control', 'owner'] as const;
  checkNodes(id => coverageNodes(program, id));
  for (const grouping of groupings) checkNodes(id => evidenceNodes(program, grouping, id));
}

function checkNodes(childrenOf: (id: string | undefined) => readonly ProgramNode[]): void {
  const seen = new Set<string>();
  const walk = (id: string | undefined, depth: number): void => {
    for (const node of childrenOf(id)) {
      holds(!seen.has(node.id), 'two nodes of the tree have one id', () => node.id);
      seen.add(node.id);
      if (node.children !== 'none' && depth < 4) walk(node.id, depth + 1);
    }
  };
  walk(undefined, 0);
}
