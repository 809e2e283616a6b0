// Cases of windows as people write them, a line each: control | period | today | evidence | windows | problems.
import type { Cadence } from '../../../server/src/core/time/cadence.ts';
import type { Days } from '../../../server/src/core/time/days.ts';
import type { TimedControl, TimedEvidence, WindowsQuestion } from '../../../server/src/core/time/input.ts';
import { daysNamed } from '../../../server/src/core/time/labels.ts';
import { shortfallOf, type Window } from '../../../server/src/core/time/states.ts';
import type { WindowsFound } from '../../../server/src/core/time/windows.ts';

/** A case, and what is expected of it. */
export interface Row {
  readonly why: string;
  readonly question: WindowsQuestion;
  readonly windows: string;
  readonly problems: string;
}

/** The cases of a table: a line that says why, with `#`, and below it the case. */
export function rowsOf(table: string): readonly Row[] {
  return [...table.matchAll(/^ *# (.+)\n(.+)$/gm)].map(([, why = '', row = '']) => {
    const [control = '', report = '', today = '', evidence = '', windows = '', problems = ''] = row
      .split('|')
      .map(part => part.trim());
    const [, from = '', to = '', systems, begins = '1'] =
      /^(\S+)\.\.(\S+)(?: systems (\S+))?(?: fiscal year from (\d+))?$/.exec(report) ?? [];
    return {
      why,
      windows,
      problems,
      question: {
        period: { from, to },
        fiscalYearBegins: Number(begins),
        today: today.replace('today ', ''),
        grace: {},
        control: controlOf(control, systems?.split(',')),
        evidence: evidence === 'nothing' ? [] : evidence.split('; ').map(evidenceOf),
      },
    };
  });
}

function controlOf(text: string, covered: readonly string[] | undefined): TimedControl {
  const [frequency = '', ...more] = text.split(', ');
  const said = (key: string) => more.find(one => one.startsWith(`${key} `))?.slice(key.length + 1);
  const history = more.filter(one => one.startsWith('before ')).map(one => one.split(' '));
  return {
    inForce: 'yes',
    implementedOn: said('implementedOn'),
    retiredOn: said('retiredOn'),
    cadences: frequency.split('+') as Cadence[],
    history: history.map(([, days = '', cadence]) => {
      const [from, to] = days.split('..').map(day => (day === '' ? undefined : day));
      return { from, to, cadences: cadence === undefined ? undefined : (cadence.split('+') as Cadence[]) };
    }),
    systems: (said('systems')?.split(',') ?? []).filter(one => covered?.includes(one) ?? true),
    expects: said('expects')?.split(',') ?? [],
    grace: said('grace') === undefined ? undefined : Number(said('grace')),
  };
}

/** A population is one that can be drawn again, unless it is said to be without a query. */
function evidenceOf(text: string): TimedEvidence {
  const [id = '', ...words] = text.split(' ');
  const said = (key: string) => (words.includes(key) ? words[words.indexOf(key) + 1] : undefined);
  const keys = [
    'window',
    'performed',
    'covers',
    'collected',
    'drawn',
    'count',
    'systems',
    'meets',
    'without',
  ];
  const [first] = words;
  const [from = '', to = ''] = said('covers')?.split('..') ?? [];
  const count = said('count');
  return {
    id,
    type: first === undefined || keys.includes(first) ? undefined : first,
    expects: said('meets')?.split(',') ?? [],
    systems: said('systems')?.split(',') ?? [],
    window: said('window'),
    performed: said('performed'),
    covers: from === '' ? undefined : { from, to },
    collected: said('collected'),
    extractedOn: said('drawn'),
    hasQuery: count !== undefined && said('without') !== 'query',
    count: count === undefined ? undefined : count === '0' ? 'none' : 'some',
  };
}

/** Windows as the rows have them: neighbors of the same state together, and the days of those that are cut. */
export function windowsShown({ windows }: WindowsFound, { fiscalYearBegins }: WindowsQuestion): string {
  const groups: { readonly names: string[]; readonly said: string }[] = [];
  for (const window of windows) {
    const said = saidOf(window);
    const name = nameAndDays(window, daysNamed(window.name, fiscalYearBegins));
    const last = groups.at(-1);
    if (last?.said === said) last.names.push(name);
    else groups.push({ names: [name], said });
  }
  return groups.map(({ names, said }) => `${names.join(', ')} ${said}`).join('; ') || 'none';
}

function nameAndDays({ name, from, to }: Window, whole: Days | undefined): string {
  return whole?.from === from && whole.to === to ? name : `${name} (${from}..${to})`;
}

function saidOf(window: Window): string {
  const shortfall = shortfallOf(window);
  const marks = window.marks.length > 0 ? ` [${window.marks.join(', ')}]` : '';
  return `${window.state}${marks}${shortfall === undefined ? '' : ` {${shortfall}}`}`;
}

/** What is wrong with evidence, as the rows have it. */
export function problemsShown({ problems }: WindowsFound): string {
  return problems.map(({ evidence, is }) => `${evidence} ${is}`).join(', ');
}
