import type { Catalog, PointOfFocus } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import type { Relationship } from '../catalog/mapping.ts';
import type { CitationShape } from '../model/shape.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import type { Row } from '../program/sections.ts';
import { standInsFor } from '../program/through.ts';
import { inOrder } from '../rules/rule.ts';
import { controlMatrix } from './controlMatrix.ts';
import { shownWords, viewWords, whyWords } from './coverageWords.ts';
import { describingDocuments, descriptionStanding } from './descriptionWords.ts';
import { type Block, type Inlines, type Page, paragraph, section } from './page.ts';
import { statesOf } from './stateDrawings.ts';
import { idOf, pageOf, type Subject } from './subject.ts';
import { counted, kindWords } from './words.ts';

/**
 * How far along a criterion is in the report that a program answers for, and why.
 * @param criterion its key
 * @param begin what the sentence begins with
 */
export function coverageOf(criterion: string, program: Program, begin = ''): Block[] {
  const { report } = program;
  if (!report.criteria.has(criterion)) return [paragraph(`${begin}Not in the scope of the current report.`)];
  const coverage = program.coverage.of(report, criterion);
  return [
    paragraph(
      ...(begin === '' ? [] : [begin]),
      { text: shownWords(coverage), style: 'strong' },
      `: ${whyWords(coverage)} `,
      { text: `(${viewWords(program, report)})`, style: 'emphasis' },
    ),
  ];
}

/** How far along the criterion of a point is: a point has no standing of its own. */
export function coverageOfWhole({ criterion: id }: PointOfFocus, key: string, program: Program): Block[] {
  return coverageOf(key, program, `${id} as a whole: `);
}

/** More than anybody reads: what else cites a criterion is counted. */
const mostOnPage = 200;

/**
 * The documents of a program that cite a criterion (its points count as the criterion) or a group, each with a link to
 * where it does.
 * @param key that of the criterion or group
 * @param most how many are listed before the others are only counted
 */
export function documentsThatCite(key: string, program: Program, most: number = mostOnPage): Block[] {
  const entries = inOrder(program.citing(key));
  const items = entries.slice(0, most).map(entry => citingItem(entry, key));
  const more = entries.length - items.length;
  return section('Documents that cite it', more > 0 ? [...items, [`and ${counted(more, 'other')}`]] : items);
}

/** What of other catalogs stands for a criterion, as the mappings of the program say, each with a link to its page. */
function whatStandsFor(id: string, catalog: Catalog, program: Program): Block[] {
  const items = standInsFor(program, program.report, catalog, id).map(
    (standIn): Inlines => [
      { text: standIn.key, target: { page: standIn.key } },
      `: ${asksFor[standIn.relationship]} (${shownWords(standIn)})`,
    ],
  );
  return section('Mapped criteria of other catalogs', items);
}

const asksFor: Readonly<Record<Relationship, string>> = {
  equal: 'asks for the same',
  superset: 'asks for all of this, and more',
  subset: 'asks for a part of this',
  intersects: 'asks for some of this, and for other things',
};

/** The page of a subject, with what a program has for it behind what it asks for. */
export function pageInProgram(subject: Subject, program: Program): Page {
  const { title, blocks } = pageOf(subject, program.privacyRole);
  const sections = blocks.findIndex(({ kind }) => kind === 'heading');
  const end = sections < 0 ? blocks.length : sections;
  return {
    title,
    blocks: [...blocks.slice(0, end), ...ofProgram(subject, program), ...blocks.slice(end)],
  };
}

function ofProgram(subject: Subject, program: Program): Block[] {
  switch (subject.kind) {
    case 'criterion': {
      const key = idOf(subject);
      return [
        ...coverageOf(key, program),
        ...documentsThatCite(key, program),
        ...whatStandsFor(subject.criterion.id, subject.catalog, program),
      ];
    }
    case 'point': {
      const criterion = keyOf(subject.catalog.name, subject.point.criterion);
      return [
        ...coverageOfWhole(subject.point, criterion, program),
        ...documentsThatCite(criterion, program),
      ];
    }
    case 'group':
      return [
        ...controlMatrix(subject.group, subject.catalog, program),
        ...documentsThatCite(idOf(subject), program),
      ];
    case 'category': {
      const { catalog, category } = subject;
      const isOwn = (row: Row) =>
        row.catalog === catalog && catalog.group(row.criterion.group ?? '')?.category === category.id;
      return statesOf(isOwn, program);
    }
    case 'catalog':
      return statesOf(row => row.catalog === subject.catalog, program);
    case 'descriptionCriterion': {
      const { id } = subject.descriptionCriterion;
      return [...descriptionStanding(id, program), ...describingDocuments(id, program)];
    }
    default:
      return [];
  }
}

function citingItem(entry: RecordEntry, key: string): Inlines {
  const { path, index, shape, elsewhere } = entry;
  const isMeant = (one: CitationShape) => (elsewhere?.get(one) ?? [one.id]).includes(key);
  const citation = [...shape.satisfies, ...shape.mentions].find(isMeant);
  const name = nameOf(entry);
  const text = shape.title === undefined || shape.title === name ? name : `${name} ${shape.title}`;
  const aside = shape.standing === 'counts' ? '' : `, ${shape.standing}`;
  return [
    { text, target: { path, record: index, at: citation?.at ?? shape.at } },
    ` · ${kindWords(shape.kind)}${aside}`,
  ];
}
