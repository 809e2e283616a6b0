import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../server/src/core/engine/analysis.ts';
import { Engine } from '../../server/src/core/engine.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { keyTexts as kinds } from '../generator/keyTexts.ts';
import { today } from '../generator/organization.ts';
import type { Pathological } from '../generator/pathological.ts';
import { type Measure, subject } from '../harness/measure.ts';

/** Sizes of a text in UTF-16 units. */
const [small, large] = [40_000, 160_000];
/** In milliseconds of processor time: what takes less varies too much to tell how it grows. */
const least = 200;

/**
 * Reading and judging one document in which one key holds one kind of text: some ten thousand of them, in this process. Only
 * those that take long are read in the small size too, to tell how their time grows.
 */
export const keyTexts: Measure = () => {
  const all: number[] = [];
  const grown: { name: string; value: number }[] = [];
  for (const kind of kinds()) {
    const first = timeOf(kind, large);
    all.push(first);
    if (first < least) continue;
    const [after, before] = [shortest(kind, large), shortest(kind, small)];
    grown.push({
      name: kind.name,
      value: Math.max(least, after) / Math.max(least / (large / small), before) / (large / small),
    });
  }
  grown.sort((a, b) => b.value - a.value);
  const growth = 'time for a character, 160 KB to 40 KB';
  return [
    { measure: 'keys and texts: each, 160 KB', subject, runs: all.map(value => ({ value })) },
    {
      measure: `keys and texts: each, ${growth}`,
      subject,
      unit: 'times',
      runs: grown.length > 0 ? grown.map(({ value }) => ({ value })) : [{ value: 1 }],
    },
    ...grown.slice(0, 1).map(({ name, value }) => ({
      measure: `keys and texts: ${name}, ${growth}`,
      subject,
      unit: 'times' as const,
      runs: [{ value }],
    })),
  ];
};

/** The shortest of some runs: a collection of garbage is nobody's. */
function shortest(kind: Pathological, size: number): number {
  return Math.min(...Array.from({ length: 4 }, () => timeOf(kind, size)));
}

/** The processor time in milliseconds that a document takes, up to what is shown of it. */
function timeOf({ path, text }: Pathological, size: number): number {
  const role = roleOf(path, 'native', false);
  if (!role) throw new Error(`${path} is no document.`);
  const content = text(size);
  const start = process.cpuUsage();
  const engine = new Engine({ catalog: tsc, today });
  engine.put([[path, analyze(path, content, role, tsc)]]);
  engine.setComplete(true);
  engine.findings(path);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
