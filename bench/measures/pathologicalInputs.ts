import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestText } from '../generator/manifest.ts';
import { today } from '../generator/organization.ts';
import { type Pathological, pathological } from '../generator/pathological.ts';
import { dayOption } from '../harness/built.ts';
import { command } from '../harness/check.ts';
import { type Measure, type Result, type Run, subject } from '../harness/measure.ts';
import { runNode } from '../harness/runNode.ts';
import { inScratch } from '../harness/scratch.ts';

/** Sizes of a text in UTF-16 units; the second is below what a record may have that only the YAML library can read. */
const [small, large, huge] = [200_000, 800_000, 5_000_000];
/** In milliseconds of processor time: what takes less varies too much to tell how it grows. */
const least = 50;

/**
 * `tickmark check` over a program of one document that is extreme in one way. How time grows is told by the processor time
 * for each character, without what a check of nothing takes.
 */
export const pathologicalInputs: Measure = async () => {
  const nothing = (await checkOf(undefined, 0)).cpu;
  const work = (run: Used): number => Math.max(least, run.cpu - nothing);
  const kinds = [];
  for (const kind of pathological) {
    const [before, after] = [await checkOf(kind, small), await checkOf(kind, large)];
    const growth = { value: work(after) / work(before) / (large / small) };
    kinds.push({ name: kind.name, after, growth, last: await checkOf(kind, huge) });
  }
  const slowest = kinds.toSorted((a, b) => b.last.value - a.last.value).slice(0, 1);
  const fastestGrown = kinds.toSorted((a, b) => b.growth.value - a.growth.value).slice(0, 1);
  const result = (name: string, size: string, runs: readonly Run[]): Result => ({
    measure: `pathological: ${name}, ${size}`,
    subject,
    runs,
  });
  const growth = 'time for a character, 0.8 MB to 0.2 MB';
  return [
    ...kinds.map(({ name, after }) => result(name, '0.8 MB', [after])),
    result(
      'each',
      '5 MB',
      kinds.map(({ last }) => last),
    ),
    ...slowest.map(({ name, last }) => result(name, '5 MB', [last])),
    ...[
      result(
        'each',
        growth,
        kinds.map(kind => kind.growth),
      ),
      ...fastestGrown.map(({ name, growth: value }) => result(name, growth, [value])),
    ].map(grown => ({ ...grown, unit: 'times' as const })),
  ];
};

type Used = ReturnType<typeof runNode>['run'];

/** Checks a program of one such document, or of none. */
function checkOf(kind: Pathological | undefined, size: number): Promise<Used> {
  return inScratch(folder => {
    writeFileSync(join(folder, 'tickmark.yaml'), manifestText());
    if (kind) {
      mkdirSync(join(folder, dirname(kind.path)));
      writeFileSync(join(folder, kind.path), kind.text(size));
    }
    return runNode([command, 'check', folder, dayOption(), today, '--no-cache'], folder).run;
  });
}
