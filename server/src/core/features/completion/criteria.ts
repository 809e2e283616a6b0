import { type Catalog, type Criterion, isOfOtherRole } from '../../catalog/catalog.ts';
import { keyOf } from '../../catalog/catalogs.ts';
import { descriptionCriteria } from '../../catalog/tsc.ts';
import { recordAt } from '../../formats/recordAt.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { rangeOf } from '../../model/shape.ts';
import { shownWords, whyWords } from '../../pages/coverageWords.ts';
import { describedBlocks } from '../../pages/describedText.ts';
import { paragraph } from '../../pages/page.ts';
import { pointMarks } from '../../pages/words.ts';
import { ladder } from '../../program/ladder.ts';
import type { Program } from '../../program/program.ts';
import type { Editing } from '../editing.ts';
import { type FoundCriterion, foundByWords } from './byWords.ts';
import { neighborsOf } from './neighbors.ts';
import type { Offer } from './offer.ts';

/**
 * The criteria of a catalog, ranked by what the writer is likeliest to want: missing ones first, and of
 * several that stand alike, those that records beside this one cite. Those listed already come last.
 * @param typed what is typed so far: a part of an id, or words
 */
export function satisfiable(editing: Editing, offset: number, catalog: Catalog, typed: string): Offer[] {
  const { facts, program } = editing;
  const record = recordAt(facts, offset);
  // What is being typed at the cursor is not yet listed.
  const others = (facts.summary.shape.records[record]?.satisfies ?? []).filter(({ at }) => {
    const { start, end } = rangeOf(facts.summary, record, at);
    return offset < start || end < offset;
  });
  const listed = new Set(others.flatMap(({ catalog: name, id }) => program.catalogs.keysOf(name, id)));
  const rank = (key: string) => (listed.has(key) ? 9 : rankOf(editing, key));
  const offers = criterionOffers(editing, catalog, foundByWords(catalog, typed), rank);
  const cited = neighborsOf(editing, ({ satisfies }) => satisfies.map(({ id }) => id));
  const count = ({ label }: Offer) => cited.get(label) ?? 0;
  return cited.size === 0 ? offers : offers.sort((a, b) => a.rank - b.rank || count(b) - count(a));
}

/** Every criterion of a catalog, ranked by how far along it is in the program. */
export function criteriaByState(editing: Editing, catalog: Catalog): Offer[] {
  return criterionOffers(editing, catalog, undefined, key => rankOf(editing, key));
}

/**
 * The criteria of a catalog that were found by words, best first and those in scope before others; every one, where none
 * was looked for.
 * @param rankOf ranks a criterion by its key: from 7 on it comes last, however well it fits
 */
export function criterionOffers(
  editing: Editing,
  catalog: Catalog,
  found: readonly FoundCriterion[] | undefined,
  rankOf: (key: string) => number,
): Offer[] {
  if (found) return found.map(one => wordFound(editing, catalog, one, rankOf));
  return catalog.criteria.map(criterion => ({
    ...criterionOffer(editing.program, catalog, criterion),
    rank: rankOf(keyOf(catalog.name, criterion.id)),
  }));
}

function wordFound(
  { program }: Editing,
  catalog: Catalog,
  { criterion, filter }: FoundCriterion,
  rankOf: (key: string) => number,
): Offer {
  const rank = rankOf(keyOf(catalog.name, criterion.id));
  return { ...criterionOffer(program, catalog, criterion), filter, rank: rank < 7 ? 0 : rank };
}

function criterionOffer(program: Program, catalog: Catalog, { id, title, description }: Criterion): Offer {
  const { report } = program;
  const isMeasured = report.catalogs.includes(catalog.name);
  const state = isMeasured ? stateWords(program, keyOf(catalog.name, id)) : undefined;
  return {
    label: id,
    kind: 'criterion',
    detail: title,
    documentation: [
      ...describedBlocks(extract(description)),
      ...(state === undefined ? [] : [paragraph({ text: state, style: 'emphasis' })]),
    ],
    text: writtenLike('', id),
    rank: 0,
    words: `${title} ${extract(description)}`,
  };
}

/**
 * The points of focus of a criterion, once what is typed goes on behind its id (`CC6.1-`, `CC6.1-po`); undefined where it
 * does not. Those that concern another category or role than the program's come last.
 */
export function pointOffers({ program }: Editing, catalog: Catalog, begun: string): Offer[] | undefined {
  const [, id = ''] = /^(.+)-(?:p(?:of?)?\d*)?$/i.exec(begun) ?? [];
  const criterion = catalog.criterion(id) ?? catalog.criterion(id.toUpperCase());
  if (!criterion || criterion.points.length === 0) return undefined;
  const { report, privacyRole } = program;
  const inScope = new Set(catalog.pointsInScope(report.categories));
  return criterion.points.map(point => {
    const { id, title, text } = point;
    const marks = pointMarks(point);
    return {
      label: id,
      kind: 'criterion',
      detail: marks.length > 0 ? `${title} (${marks.join(', ')})` : title,
      documentation: [
        ...describedBlocks(text),
        paragraph({ text: 'Guidance, not a requirement.', style: 'emphasis' }),
      ],
      text: writtenLike('', id),
      rank: !inScope.has(point) ? 8 : isOfOtherRole(point, privacyRole) ? 7 : 0,
      words: `${title} ${text}`,
    };
  });
}

/** Every description criterion. */
export function descriptionOffers(): Offer[] {
  return descriptionCriteria.map(({ id, title, description }) => ({
    label: id,
    kind: 'criterion',
    detail: title,
    documentation: [paragraph(description)],
    text: id,
    rank: 0,
    words: title,
  }));
}

/** The rank of a criterion that is not listed yet, by its standing: what is missing comes first. 8 where it is out of scope. */
function rankOf({ program }: Editing, key: string): number {
  if (!program.report.criteria.has(key)) return 8;
  const { state, marks } = program.coverage.stateOf(program.report, key);
  return marks.includes('excluded') ? 7 : ladder.indexOf(state);
}

function stateWords(program: Program, key: string): string {
  const { report } = program;
  if (!report.criteria.has(key)) return 'Not in scope.';
  const coverage = program.coverage.of(report, key);
  return `${shownWords(coverage)}: ${whyWords(coverage)}`;
}

/** What of a description stands beside a list: of a whole framework the rest would be megabytes. The page has it all. */
function extract(description: string): string {
  if (description.length <= longestExtract) return description;
  const cut = description.slice(0, longestExtract).replace(/(?<!\s)\s+\S*$/, '');
  return `${cut} …`;
}

/** How many characters of a description are shown. */
const longestExtract = 400;
