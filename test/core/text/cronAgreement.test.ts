import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CronReader } from '../../../server/src/core/text/cron.ts';
import { firingsInYear } from '../../../server/src/core/text/cronFirings.ts';
import { daysFrom } from '../time/slowDays.ts';

/** A part of a field, as it is written and as a test of a number. */
interface Part {
  readonly text: string;
  readonly has: (value: number) => boolean;
}

function partOf(least: number, most: number): fc.Arbitrary<Part> {
  const number = fc.integer({ min: least, max: most });
  const range = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const step = fc.integer({ min: 2, max: 7 });
  return fc.oneof(
    number.map(one => ({ text: `${one}`, has: (value: number) => value === one })),
    range.map(([a, b]) => ({ text: `${a}-${b}`, has: (value: number) => a <= value && value <= b })),
    fc.tuple(range, step).map(([[a, b], by]) => ({
      text: `${a}-${b}/${by}`,
      has: (value: number) => a <= value && value <= b && (value - a) % by === 0,
    })),
    step.map(by => ({ text: `*/${by}`, has: (value: number) => (value - least) % by === 0 })),
  );
}

function fieldOf(least: number, most: number): fc.Arbitrary<Part> {
  const parts = fc.array(partOf(least, most), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc.constant({ text: '*', has: () => true }),
    parts.map(all => ({
      text: all.map(one => one.text).join(','),
      has: (value: number) => all.some(one => one.has(value)),
    })),
  );
}

const [sixtieth, hour] = [fieldOf(0, 59), fieldOf(0, 23)];
const fields = fc.record({
  ...{ second: sixtieth, minute: sixtieth, hour, day: fieldOf(1, 31) },
  ...{ month: fieldOf(1, 12), weekday: fieldOf(0, 6) },
});
type Fields = typeof fields extends fc.Arbitrary<infer One> ? One : never;

/** Every moment of 2026, which began on a Thursday, one after the other: the times of one day are those of all. */
function firings({ second, minute, hour, day, month, weekday }: Fields): number {
  let times = 0;
  for (let h = 0; h < 24; h++) {
    if (!hour.has(h)) continue;
    for (let m = 0; m < 60; m++) {
      if (!minute.has(m)) continue;
      for (let s = 0; s < 60; s++) if (second.has(s)) times++;
    }
  }
  const areBothNamed = !day.text.startsWith('*') && !weekday.text.startsWith('*');
  const days = daysFrom('2026-01-01', '2026-12-31').filter((date, passed) => {
    const inMonth = day.has(Number(date.slice(8)));
    const inWeek = weekday.has((passed + 4) % 7);
    return month.has(Number(date.slice(5, 7))) && (areBothNamed ? inMonth || inWeek : inMonth && inWeek);
  });
  return times * days.length;
}

/** The orders in which fields are written, and what stands for those that are not. */
const orders: Readonly<Record<string, readonly [CronReader, readonly (keyof Fields)[], Partial<Fields>]>> = {
  five: ['usual', ['minute', 'hour', 'day', 'month', 'weekday'], { second: exactly(0) }],
  six: ['secondsFirst', ['second', 'minute', 'hour', 'day', 'month', 'weekday'], {}],
  "Comply's five": ['secondsFirst', ['second', 'minute', 'hour', 'day', 'month'], { weekday: anything() }],
};

function exactly(one: number): Part {
  return { text: `${one}`, has: value => value === one };
}

function anything(): Part {
  return { text: '*', has: () => true };
}

for (const [name, [reader, written, others]] of Object.entries(orders)) {
  test(`an expression of ${name} fields comes up as often as a count of all moments says`, () => {
    fc.assert(
      fc.property(fields, given => {
        const all = { ...given, ...others };
        const text = written.map(field => all[field].text).join(' ');
        assert.equal(firingsInYear(text, reader) ?? 0, firings(all), text);
      }),
    );
  });
}
