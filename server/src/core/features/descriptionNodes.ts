// The branch of the coverage tree for the description of the system: its criteria, and the narratives that answer them.
import { viewSentence } from '../pages/coverageWords.ts';
import {
  descriptionCounts,
  descriptionHeading,
  descriptionPageId,
  descriptionWords,
  whyDescribed,
} from '../pages/descriptionWords.ts';
import { paragraph } from '../pages/page.ts';
import { titled } from '../pages/words.ts';
import { type DescriptionRow, type DescriptionState, descriptionOf } from '../program/description.ts';
import type { Program } from '../program/program.ts';
import type { Progress } from '../program/progress.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import type { Report } from '../program/report.ts';
import { type ProgramNode, step } from './treeNode.ts';

/** The heading of the description; none where the report has none. */
export function descriptionHeadings(program: Program, report: Report): readonly ProgramNode[] {
  const rows = descriptionOf(program, report);
  if (rows.length === 0) return [];
  const progress = progressOf(rows);
  const counts = descriptionCounts(rows);
  return [
    {
      id: `description/${step(report.id)}`,
      label: `${descriptionHeading} (${progress.done}/${progress.of})`,
      description: '',
      tooltip: [
        paragraph({ text: descriptionHeading, style: 'strong' }),
        paragraph(`${rows.length} description criteria: ${counts}.`),
        paragraph({ text: viewSentence(program, report), style: 'emphasis' }),
      ],
      spoken: `${descriptionHeading}, ${rows.length} description criteria: ${counts}`,
      icon: 'category',
      progress,
      children: 'collapsed',
      place: undefined,
      context: 'description',
      page: descriptionPageId,
    },
  ];
}

/**
 * The children of a node of this branch: description criteria, and the narratives below one.
 * @param report that of the branch
 * @param criterion the step of a criterion in it; undefined for the heading
 */
export function descriptionNodes(
  program: Program,
  report: Report,
  id: string,
  criterion: string | undefined,
): readonly ProgramNode[] {
  const rows = descriptionOf(program, report);
  if (criterion === undefined) return rows.map(row => criterionNode(id, row));
  const row = rows.find(one => step(one.criterion.id) === criterion);
  return row ? [...row.describedBy, ...row.aside].map(entry => narrativeNode(id, entry)) : [];
}

function criterionNode(parent: string, row: DescriptionRow): ProgramNode {
  const { criterion, state, describedBy, aside } = row;
  const label = titled(criterion.id, criterion.title);
  const shown = descriptionWords(state);
  const [first] = [...describedBy, ...aside];
  return {
    id: `${parent}/${step(criterion.id)}`,
    label,
    description: shown,
    tooltip: [
      paragraph({ text: label, style: 'strong' }),
      paragraph(criterion.description),
      paragraph({ text: shown, style: 'strong' }, `: ${whyDescribed(row)}`),
    ],
    spoken: `${label}, ${shown}`,
    icon: iconOf[state],
    children: first ? 'collapsed' : 'none',
    place: first && placeOf(first),
    context: 'descriptionCriterion',
    page: criterion.id,
  };
}

const iconOf: Readonly<Record<DescriptionState, string>> = {
  'not described': 'description.open',
  'in part': 'description.part',
  unknown: 'description.unknown',
  described: 'description.described',
  'not expected': 'description.notExpected',
};

function narrativeNode(parent: string, entry: RecordEntry): ProgramNode {
  const { path, index, shape } = entry;
  const name = nameOf(entry);
  const label = shape.title !== undefined && shape.title !== name ? `${name} ${shape.title}` : name;
  const isAside = shape.standing !== 'counts';
  const said = isAside ? `${shape.kind}, ${shape.standing}` : shape.kind;
  return {
    id: `${parent}/${step(`${path}#${index}`)}`,
    label,
    description: said,
    tooltip: [
      paragraph(isAside ? `${said}: does not count` : said),
      paragraph({ text: path, style: 'code' }),
    ],
    spoken: `${label}, ${isAside ? `${said}: does not count` : said}`,
    icon: isAside ? 'aside' : shape.kind,
    children: 'none',
    place: placeOf(entry),
    context: 'narrative',
  };
}

/** How many criteria are described, and how many in part, of those that something is expected for. */
function progressOf(rows: readonly DescriptionRow[]): Progress {
  const on = (state: DescriptionState) => rows.filter(row => row.state === state).length;
  return { done: on('described'), begun: on('in part'), of: rows.length - on('not expected') };
}

function placeOf({ path, index, shape }: RecordEntry): ProgramNode['place'] {
  return { path, record: index, at: shape.at };
}
