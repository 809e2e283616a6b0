// What is said of the description criteria, in every face: where the description of the system stands with each, and why.
import { components } from '../model/components.ts';
import {
  componentsMissing,
  type DescriptionRow,
  type DescriptionState,
  descriptionOf,
  descriptionStates,
} from '../program/description.ts';
import { allListed, listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { reportKind, reportWords } from '../program/reportWords.ts';
import { viewSentence, viewWords } from './coverageWords.ts';
import { type Block, type Inlines, type Page, paragraph, section, type Tone } from './page.ts';
import { counted } from './words.ts';

/** The heading under which the description criteria stand. */
export const descriptionHeading = 'Description of the system';

/** By what the page of the whole description is asked for. */
export const descriptionPageId = 'description';

/** A state in words: `described in part`. */
export function descriptionWords(state: DescriptionState): string {
  if (state === 'in part') return 'described in part';
  return state === 'unknown' ? 'not known' : state;
}

/** Why a description criterion is in its state, in one sentence or two. */
export function whyDescribed(row: DescriptionRow): string {
  const { state, describedBy, mentioned, subjects, called } = row;
  const names = listed(describedBy.slice(0, 3).map(nameOf), describedBy.length);
  switch (state) {
    case 'described':
      return `Described by ${names}.`;
    case 'in part': {
      const mention = describedBy.length === 1 ? 'mentions' : 'mention';
      return `Described by ${names}, which never ${mention} ${allListed(componentsMissing(mentioned))}.`;
    }
    case 'unknown':
      return `${called ? nameOf(called) : 'A narrative'} does not say under "describes" which of them it answers.`;
    case 'not expected':
      return `No ${subjects?.one ?? 'subject'} is recorded. If there is none, say so in the description.`;
    case 'not described':
      return [whyOpen(row), ...(subjects ? [recordedWords(subjects)] : [])].join(' ');
  }
}

function whyOpen({ aside }: DescriptionRow): string {
  if (aside.length === 0) return 'No narrative names it under "describes".';
  const named = aside.map(entry => `${nameOf(entry)} (${entry.shape.standing})`);
  return `Only what does not count names it: ${listed(named.slice(0, 3), named.length)}.`;
}

function recordedWords({ count, one, many }: NonNullable<DescriptionRow['subjects']>): string {
  return `There ${count === 1 ? 'is' : 'are'} ${counted(count, one, many)}.`;
}

/** How many description criteria are in each state. */
export type DescriptionSummary = Readonly<
  Record<'criteria' | 'described' | 'inPart' | 'notDescribed' | 'unknown' | 'notExpected', number>
>;

export function descriptionSummary(rows: readonly DescriptionRow[]): DescriptionSummary {
  const on = (state: DescriptionState) => rows.filter(row => row.state === state).length;
  return {
    criteria: rows.length,
    described: on('described'),
    inPart: on('in part'),
    notDescribed: on('not described'),
    unknown: on('unknown'),
    notExpected: on('not expected'),
  };
}

/** The same in words: `8 described, 1 not expected`. */
export function descriptionCounts(rows: readonly DescriptionRow[]): string {
  const counts = descriptionStates.flatMap(state => {
    const count = rows.filter(row => row.state === state).length;
    return count === 0 ? [] : [`${count} ${descriptionWords(state)}`];
  });
  return counts.join(', ');
}

/**
 * Where the description of the system stands, as a table; none where the report has none, or none of its rows is listed. All
 * are counted.
 */
export function descriptionTable(
  rows: readonly DescriptionRow[],
  isListed: (row: DescriptionRow) => boolean = () => true,
): Block[] {
  const listed = rows.filter(isListed);
  if (listed.length === 0) return [];
  const count = counted(rows.length, 'description criterion', 'description criteria');
  return [
    {
      kind: 'table',
      caption: [{ text: descriptionHeading, style: 'strong' }, `: ${count}: ${descriptionCounts(rows)}`],
      rows: listed.map(cellsOf),
    },
  ];
}

function cellsOf(row: DescriptionRow): Inlines[] {
  const { criterion, state } = row;
  return [
    [{ text: criterion.id, target: { page: criterion.id } }],
    [criterion.title],
    [{ text: descriptionWords(state), tone: toneOf[state] }],
    [whyDescribed(row)],
  ];
}

/** The page of the description of the system: where it stands with each of its criteria in each current report. */
export function descriptionPage(program: Program): Page {
  const blocks = program.currentReports.flatMap(report => {
    const rows = descriptionOf(program, report);
    const name = paragraph(reportWords(report, program.catalogs, 'long'));
    if (rows.length === 0) return [name, paragraph('This report asks for no description of the system.')];
    return [
      name,
      paragraph({ text: viewSentence(program, report), style: 'emphasis' }),
      ...descriptionTable(rows),
    ];
  });
  return { title: descriptionHeading, blocks };
}

const toneOf: Readonly<Record<DescriptionState, Tone>> = {
  'not described': 'bad',
  'in part': 'begun',
  unknown: 'begun',
  described: 'furthest',
  'not expected': 'aside',
};

/** Where the description stands with one of its criteria in the current report, and why. */
export function descriptionStanding(id: string, program: Program): Block[] {
  const { report } = program;
  // Nothing is expected of the description for a report that is assumed.
  if (report.assumed) return [];
  const row = descriptionOf(program, report).find(({ criterion }) => criterion.id === id);
  if (!row) return [paragraph(`It does not apply to the current report: ${reportKind(report)}.`)];
  return [
    paragraph({ text: descriptionWords(row.state), style: 'strong' }, `: ${whyDescribed(row)} `, {
      text: `(${viewWords(program, report)})`,
      style: 'emphasis',
    }),
    ...componentBlocks(row),
  ];
}

/** The components of a system, and whether each is mentioned, where that is asked and can be told. */
function componentBlocks({ mentioned }: DescriptionRow): Block[] {
  if (!mentioned) return [];
  return [
    paragraph(
      'Components mentioned: ',
      components
        .map(component => (mentioned.includes(component) ? component : `${component} (never)`))
        .join(', '),
      '.',
    ),
  ];
}

/** The narratives that name a description criterion, each with a link; those that do not count say so. */
export function describingDocuments(id: string, program: Program): Block[] {
  const row = descriptionOf(program, program.report).find(({ criterion }) => criterion.id === id);
  const entries = row ? [...row.describedBy, ...row.aside] : [...program.describing(id)];
  return section('Documents that describe it', entries.map(describingItem));
}

function describingItem(entry: RecordEntry): Inlines {
  const { path, index, shape } = entry;
  const name = nameOf(entry);
  const text = shape.title === undefined || shape.title === name ? name : `${name} ${shape.title}`;
  const aside = shape.standing === 'counts' ? '' : ` · ${shape.standing}: does not count`;
  return [{ text, target: { path, record: index, at: shape.at } }, aside];
}
