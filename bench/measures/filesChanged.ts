import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsOf, usual } from '../harness/documents.ts';
import { changed, criterionIn, opened, positionAt, typing } from '../harness/edits.ts';
import { type Measure, type Result, timed } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { Samples } from '../harness/samples.ts';
import { inScratch } from '../harness/scratch.ts';
import { pause } from '../harness/session.ts';
import { begin, indexed, pushed, settled } from '../harness/tickmarkServer.ts';

/** How many files the other branch has otherwise. */
const files = 5_000;
/** How long there is between two questions about the open document, in milliseconds. */
const gap = 20;

/**
 * Thousands of files of a large program change on disk at once, as on changing the branch, back and forth: until the last
 * finding has come, how long the event loop is held, and how long answers about an open document take meanwhile.
 */
export const filesChanged: Measure = ({ many, runs }) =>
  inScratch(folder => {
    cpSync(programFolder(many), folder, { recursive: true });
    return switchBranches(folder, many, runs);
  });

async function switchBranches(folder: string, documents: number, runs: number): Promise<Result[]> {
  const page = usual('procedure', documents);
  const criterion = positionAt(page.text, criterionIn(page.text).offset);
  const letter = typing(page.text);
  const branches = branchesOf(folder, documents, page.path);
  const { session, start } = await begin(folder, { watched: true });
  await indexed(session, start);
  await opened(session, page);
  await session.usage();

  const samples = new Samples(documents);
  for (let run = 0, letters = 0; run < runs; run++) {
    const changedFiles = branches[run % 2 === 0 ? 'other' : 'own'];
    for (const [path, text] of changedFiles) writeFileSync(join(folder, path), text);
    let isReading = true;
    const told = performance.now();
    void session.filesChanged([...changedFiles.keys()]);
    const right = session.heard(pushed, changedFiles.size).then(async () => {
      const last = await session.quiet(pushed, settled, told);
      samples.add('5,000 files changed to everything right', last - told);
      isReading = false;
    });
    while (isReading) {
      await pause(gap);
      const edit = await timed(() => changed(session, page.path, letter(letters++)));
      const hover = await timed(() => session.hover(page.path, criterion));
      samples.add('edit to diagnostics after 5,000 files changed', edit);
      samples.add('hover after 5,000 files changed', hover);
    }
    await right;
    samples.add('event loop held after 5,000 files changed', (await session.usage()).held);
  }
  await session.end();
  return samples.results;
}

/**
 * What the files are that differ between two branches: in one of them each cites another criterion, and one that is none,
 * so that the findings of each change.
 */
function branchesOf(
  folder: string,
  documents: number,
  page: string,
): Record<'own' | 'other', Map<string, string>> {
  const paths = pathsOf(documents)
    .filter(path => path.endsWith('.md') && path !== page)
    .slice(0, files);
  const own = new Map(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
  const edited = (text: string): string =>
    `${text.replace(/\bCC\d\.\d\b/, 'CC7.2')}\nIt is kept for CC9.9.\n`;
  const other = new Map([...own].map(([path, text]) => [path, edited(text)]));
  return { own, other };
}
