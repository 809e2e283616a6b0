// Controls, periods, and registers of evidence at random. Dates lie close together, where the rules decide.
import fc from 'fast-check';
import { type Cadence, cadences } from './slowCalendar.ts';
import type { SlowCase, SlowControl, SlowEvidence } from './slowCase.ts';
import { dayBefore, daysIn, daysOn, everyMonth, monthsOn } from './slowDays.ts';

const systems = ['okta', 'aws', 'github'];
const types = [
  'access-review',
  'restore-test',
  'configuration',
  'system-log',
  'population',
  'incident-report',
  'other',
];

const graceOfProgram = fc.dictionary(fc.constantFrom(...cadences), fc.nat(20), {
  maxKeys: 2,
}) as fc.Arbitrary<Partial<Record<Cadence, number>>>;

function maybe<T>(arbitrary: fc.Arbitrary<T>, oneIn = 3): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: oneIn - 1 });
}

type Stated<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> };

/** Without the keys that are undefined. */
function stated<T extends object>(value: T): Stated<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Stated<T>;
}

/** A day in one of these months: mostly near the end or the beginning of one. */
function dayIn(months: readonly string[]): fc.Arbitrary<string> {
  const month = fc.constantFrom(...months);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(month, fc.nat(16)).map(([one, days]) => daysOn(`${one}-01`, days)) },
    { weight: 1, arbitrary: month.map(one => dayBefore(`${one}-01`)) },
    { weight: 1, arbitrary: month.chain(one => fc.constantFrom(...daysIn(one))) },
  );
}

/** The months around 2027 and 2028, with a leap day. */
const starts = everyMonth.filter(month => month >= '2027-01' && month <= '2028-08');

const period = fc
  .record({
    start: fc.oneof(
      fc.constantFrom(...starts).map(month => `${month}-01`),
      dayIn(starts),
    ),
    months: fc.constantFrom(1, 2, 3, 3, 4, 6, 6, 9, 12, 12, 14),
    days: fc.constantFrom(0, 0, 0, 1, 5, 17),
  })
  .map(({ start, months, days }) => ({ start, end: daysOn(dayBefore(monthsOn(start, months)), days) }));

const frequency: fc.Arbitrary<Cadence | readonly Cadence[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...cadences) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...cadences), { minLength: 1, maxLength: 3 }) },
);

/** Earlier versions, each from the day after the one before; some do not state their last day. */
function historyOf(day: fc.Arbitrary<string>): fc.Arbitrary<NonNullable<SlowControl['history']>> {
  return fc
    .record({
      days: fc.uniqueArray(day, { minLength: 2, maxLength: 3 }),
      frequencies: fc.array(frequency, { minLength: 2, maxLength: 2 }),
      statesEnd: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
    })
    .map(({ days, frequencies, statesEnd }) => {
      const inOrder = [...days].sort();
      return inOrder.slice(0, -1).map((from, index) => {
        const to = statesEnd[index] === 0 ? undefined : dayBefore(inOrder[index + 1] ?? from);
        return stated({ from, to, frequency: frequencies[index] ?? 'monthly' });
      });
    });
}

function controlOf(day: fc.Arbitrary<string>): fc.Arbitrary<SlowControl> {
  return fc
    .record({
      frequency,
      status: maybe(fc.constantFrom('implemented', 'retired', 'planned', 'designed', 'draft'), 15),
      life: fc.uniqueArray(day, { minLength: 2, maxLength: 2 }),
      states: fc.constantFrom('nothing', 'nothing', 'nothing', 'implementedOn', 'retiredOn', 'both'),
      history: maybe(historyOf(day), 4),
      systems: maybe(fc.subarray(systems, { minLength: 1 })),
      expects: maybe(fc.subarray(types.slice(0, 4), { minLength: 1, maxLength: 2 }), 4),
      grace: maybe(fc.nat(40), 6),
    })
    .map(({ life, states, ...others }) => {
      const [from, to] = [...life].sort();
      return stated({
        ...others,
        implementedOn: states === 'implementedOn' || states === 'both' ? from : undefined,
        retiredOn: states === 'retiredOn' || states === 'both' ? to : undefined,
      });
    });
}

function labelOf(months: readonly string[]): fc.Arbitrary<string> {
  const named = fc
    .tuple(fc.constantFrom(...months), fc.constantFrom('', '', 'FY'), fc.nat(3))
    .map(([month, fiscal, kind]) => {
      const number = Number(month.slice(5));
      const year = `${fiscal}${month.slice(0, 4)}`;
      const labels = [`${year}-Q${Math.ceil(number / 3)}`, `${year}-H${Math.ceil(number / 6)}`, year];
      return labels[kind] ?? month;
    });
  const none = fc.constantFrom('2027-13', '2027-Q5', '2027-H3', '2027-091', 'Spring', 'FY2027-05');
  return fc.oneof({ weight: 9, arbitrary: named }, { weight: 1, arbitrary: none });
}

function evidenceOf(
  day: fc.Arbitrary<string>,
  months: readonly string[],
): fc.Arbitrary<Omit<SlowEvidence, 'id'>> {
  const covers = fc
    .record({
      from: fc.oneof(
        fc.constantFrom(...months).map(month => `${month}-01`),
        day,
      ),
      months: fc.constantFrom(1, 2, 3, 6, 7, 12),
      short: fc.constantFrom(0, 0, 1, 3),
    })
    .map(one => {
      let to = dayBefore(monthsOn(one.from, one.months));
      for (let less = 0; less < one.short; less++) to = dayBefore(to);
      return { from: one.from, to };
    });
  return fc
    .record({
      type: fc.oneof(fc.constant(undefined), fc.constantFrom(...types)),
      window: maybe(labelOf(months)),
      performed: fc.option(day, { nil: undefined, freq: 1 }),
      covers: maybe(covers),
      collected: fc.option(day, { nil: undefined, freq: 1 }),
      extractedOn: maybe(day, 5),
      query: fc.constantFrom(undefined, '...', '...'),
      count: fc.constantFrom(undefined, 0, 0, 3),
      systems: maybe(fc.subarray(systems, { minLength: 1 })),
      expects: maybe(fc.constantFrom(...types.slice(0, 4)), 9),
    })
    .map(stated);
}

/** A control with its evidence, a report, and a day. */
export const randomCase: fc.Arbitrary<SlowCase> = period.chain(days => {
  const first = everyMonth.indexOf(days.start.slice(0, 7));
  const last = everyMonth.indexOf(days.end.slice(0, 7));
  const months = everyMonth.slice(first - 2, last + 3);
  const day = dayIn(months);
  return fc
    .record({
      report: fc
        .record({ period: fc.constant(days), systems: maybe(fc.subarray(systems, { minLength: 1 }), 5) })
        .map(stated),
      fiscalYearBegins: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
      grace: maybe(graceOfProgram, 5),
      control: controlOf(day),
      evidence: fc.array(evidenceOf(day, months), { maxLength: 7 }),
      today: fc.oneof(day, fc.constant('2031-06-30')),
    })
    .map(({ evidence, ...others }) =>
      stated({ ...others, evidence: evidence.map((one, index) => ({ id: `E${index + 1}`, ...one })) }),
    );
});
