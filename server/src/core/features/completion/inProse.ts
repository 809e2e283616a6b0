import { isProse } from '../../markdown/scan.ts';
import type { Editing } from '../editing.ts';
import { aboutWords } from './byWords.ts';
import { criteriaByState, criterionOffers, pointOffers } from './criteria.ts';
import { type Completion, type Offer, placed } from './offer.ts';
import { referenceOffers } from './records.ts';
import { wordEnd } from './yamlCursor.ts';

/**
 * What can be put in the body of a document: an id that has been begun, or the criteria that the words before the cursor
 * are about (`encr`, `background ch`), which their ids then replace.
 */
export function inProse(editing: Editing, offset: number): Completion[] {
  const ids = begunIds(editing, offset);
  return ids.length > 0 ? ids : criteriaAbout(editing, offset);
}

/** In running text an id that has been begun is completed: of the CC form, or like those of the program's records. */
export function begunIds(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  const before = facts.text.slice(Math.max(0, offset - 40), offset);
  const begun = /(?:^|[^\w./-])((?:[A-Z]|cc)[\w.-]*)$/.exec(before)?.[1];
  if (begun === undefined || begun.length < 2 || !isOpen(editing, offset - begun.length, offset)) return [];
  const beginsSo = ({ label }: Offer) => label.toLowerCase().startsWith(begun.toLowerCase());
  const { catalog, catalogs } = editing.program;
  const others = catalogs.all.filter(one => one !== catalog);
  const offers = [
    ...(pointOffers(editing, catalog, begun) ?? []),
    ...(/^(?:cc|[acp]\d|pi\d)/i.test(begun) ? criteriaByState(editing, catalog) : []),
    ...(/[\d-]/.test(begun)
      ? [
          ...referenceOffers(editing, undefined, new Set()),
          ...others.flatMap(one => criteriaByState(editing, one)),
        ]
      : []),
  ];
  return placedAt(editing, offers.filter(beginsSo), offset - begun.length, offset);
}

/** The criteria that the last words before an offset are about: of as many as lead to any, three at most. */
function criteriaAbout(editing: Editing, offset: number): Completion[] {
  const { catalog } = editing.program;
  const before = editing.facts.text.slice(Math.max(0, offset - 80), offset);
  const words = /(?:^|[^\p{L}\p{N}./@-])((?:\p{L}[\p{L}&/-]* ){0,2}\p{L}(?:[\p{L}&/-]*\p{L})?)$/u.exec(
    before,
  )?.[1];
  for (let begun = words; begun !== undefined; begun = behindFirst(begun)) {
    const start = offset - begun.length;
    const found = aboutWords(catalog, begun);
    if (found.length === 0 || !isOpen(editing, start, offset)) continue;
    const offers = criterionOffers(editing, catalog, found, key => (editing.program.isInScope(key) ? 0 : 8));
    return placedAt(editing, offers, start, offset);
  }
  return [];
}

/** Words without the first; undefined where there is only one. */
function behindFirst(words: string): string | undefined {
  const blank = words.indexOf(' ');
  return blank < 0 ? undefined : words.slice(blank + 1);
}

/** Whether a place in a document that counts is running text. */
function isOpen({ facts }: Editing, start: number, end: number): boolean {
  const counts = facts.summary.shape.records.length > 0 || facts.role.included;
  return counts && (!facts.markdown || isProse(facts.markdown, start, end));
}

function placedAt(editing: Editing, offers: readonly Offer[], start: number, offset: number): Completion[] {
  return placed(editing, offers, { start, end: wordEnd(editing.facts.text, start, offset) });
}
