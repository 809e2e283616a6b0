import { notInPlace } from '../program/bearing.ts';
import type { CoveringRecord } from '../program/covering.ts';
import { outlookOf } from '../program/outlook.ts';
import type { Program } from '../program/program.ts';
import { nameOf } from '../program/record.ts';
import { asideWords } from './coverageWords.ts';
import { coverageOf } from './inProgram.ts';
import { type Inlines, type Page, paragraph, section } from './page.ts';
import { stateOf } from './recordPage.ts';
import { ofProgram } from './whyFindingPage.ts';
import { kindWords, titled } from './words.ts';

/** More than anybody reads: what else bears on a criterion is counted. */
const mostListed = 200;

/** Why a criterion stands where it does: what bears on it, how, and why some of that does not count. */
export function whyCriterionPage(key: string, program: Program): Page {
  const { report } = program;
  const covering = report.criteria.has(key) ? program.coverage.covering(report, key) : [];
  const items = covering
    .slice(0, mostListed)
    .map(record => [...linkTo(record), `: ${bearingWords(record, program)}`]);
  const others = covering.length - items.length;
  return {
    title: `Why is this here? (${key})`,
    blocks: [
      paragraph({ text: titledCriterion(key, program), target: { page: key } }),
      ...coverageOf(key, program),
      paragraph(ofProgram(program)),
      ...section('What leads to this', others > 0 ? [...items, [`and ${others} more`]] : items),
    ],
  };
}

/** Why a record stands below a criterion; undefined where it no longer does. */
export function whyRecordPage(
  key: string,
  { path, index }: { readonly path: string; readonly index: number },
  program: Program,
): Page | undefined {
  const { report } = program;
  const covering = report.criteria.has(key) ? program.coverage.covering(report, key) : [];
  const record = covering.find(({ entry }) => entry.path === path && entry.index === index);
  if (!record) return undefined;
  const state = stateOf(record.entry, program);
  return {
    title: `Why is this here? (${nameOf(record.entry)})`,
    blocks: [
      paragraph(...linkTo(record), `: ${bearingWords(record, program)}.`),
      ...(state === undefined ? [] : [paragraph({ text: state, style: 'strong' })]),
      paragraph({ text: titledCriterion(key, program), target: { page: key } }),
      ...coverageOf(key, program),
      paragraph(ofProgram(program)),
    ],
  };
}

function titledCriterion(key: string, { catalogs }: Program): string {
  return titled(key, catalogs.criterion(key)?.thing.title ?? '');
}

/** A record, as a link to where it cites the criterion. */
function linkTo({ entry, citation }: CoveringRecord): Inlines {
  const { path, index, shape } = entry;
  const text = titled(nameOf(entry), shape.title ?? '');
  return [{ text, target: { path, record: index, at: citation.at } }, ` in ${path}`];
}

/** What a record is to the criterion, and why it does not count, if it does not: `control that cites it; planned, so it does not count`. */
function bearingWords({ entry, as, bearing, aside }: CoveringRecord, { report, today }: Program): string {
  const kind = kindWords(entry.shape.kind);
  const is = {
    control: 'control that cites it',
    vendor: 'vendor that carries it out (CSOC)',
    document: `${kind} that cites it`,
    mention: `${kind} that mentions it in its text`,
  }[as];
  if (aside) return `${is}; ${asideWords(aside)}, so it does not count`;
  if (bearing === 'control notKey') return `${is}; not a key control`;
  const open = bearing === 'control waiting' ? notInPlace(entry, outlookOf(report, today).day) : undefined;
  return open ? `${is}; it ${open.why}` : is;
}
