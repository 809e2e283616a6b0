import { coverageSummary, statesWords } from '../pages/coverageTables.ts';
import { shownWords, taskWords, viewSentence, whyWords } from '../pages/coverageWords.ts';
import { describedBlocks } from '../pages/describedText.ts';
import { paragraph } from '../pages/page.ts';
import { whyId } from '../pages/whyHere.ts';
import { beside } from '../pages/words.ts';
import type { CoveringRecord } from '../program/covering.ts';
import { isGap, type Shown, shownOf, shownStates } from '../program/ladder.ts';
import { listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import { progressOf } from '../program/progress.ts';
import { nameOf } from '../program/record.ts';
import type { Report } from '../program/report.ts';
import { reportKind, reportWords } from '../program/reportWords.ts';
import { type Parts, partsOf, type Row, rowsOf, type Section } from '../program/sections.ts';
import { descriptionHeadings, descriptionNodes } from './descriptionNodes.ts';
import { taskNode } from './taskNode.ts';
import { type ProgramNode, step } from './treeNode.ts';

/**
 * The children of a node of a program's coverage: report > catalog (where there are several) > category > group > criterion >
 * documents, with ids such as `report/soc2/security/CC6/CC6.1/PATH#0`, and beside the catalogs or categories the description of
 * the system > criterion > narratives (`description/soc2/DC 1/PATH#0`); the reports asked after for undefined. An id that names
 * nothing (any more) has none.
 */
export function coverageNodes(program: Program, id: string | undefined): readonly ProgramNode[] {
  if (id === undefined) return program.currentReports.map(report => reportNode(program, report));
  const [kind, reportStep, ...steps] = id.split('/');
  const report = program.currentReports.find(other => step(other.id) === reportStep);
  if (!report) return [];
  if (kind === 'description') return steps.length < 2 ? descriptionNodes(program, report, id, steps[0]) : [];
  if (kind !== 'report') return [];
  let parts = partsOf(program, report, rowsOf(program, report));
  for (const [i, wanted] of steps.entries()) {
    const found = childrenOf(parts).find(child => child.step === wanted);
    if (found?.section) parts = found.section.parts;
    else if (!found?.row || i < steps.length - 1) return [];
    else return documentNodes(program, report, id, found.row.key);
  }
  const nodes = childrenOf(parts).map(({ step: own, section, row }) => {
    if (section) return setNode(`${id}/${own}`, section);
    return criterionNode(program, report, `${id}/${own}`, row);
  });
  return steps.length > 0 ? nodes : [...nodes, ...descriptionHeadings(program, report)];
}

type Child =
  | { readonly step: string; readonly section: Section; readonly row?: never }
  | { readonly step: string; readonly section?: never; readonly row: Row };

/** What stands below a heading, each under a step of its own: a group and a criterion may have one id. */
function childrenOf({ sections, rows }: Parts): Child[] {
  const taken = new Set<string>();
  const own = (id: string) => {
    let free = step(id);
    while (taken.has(free)) free += '#';
    taken.add(free);
    return free;
  };
  return [
    ...sections.map(section => ({ step: own(section.id), section })),
    ...rows.map(row => ({ step: own(row.criterion.id), row })),
  ];
}

function reportNode(program: Program, report: Report): ProgramNode {
  const rows = rowsOf(program, report);
  const { manifest, catalogs } = program;
  const at = report.shape?.at ?? manifest?.shape.at ?? 0;
  // A Type II counts what is in place on a day, which is before the end of its period for most of the time.
  const dated = (words: string) => (report.period ? `${words}, as of ${program.dayOf(report)}` : words);
  const name = dated(reportWords(report, catalogs, 'short'));
  return {
    id: `report/${step(report.id)}`,
    label: `${reportKind(report)} ${shareOf(rows)}`,
    description: report.assumed ? 'assumed' : dated(report.id),
    tooltip: [
      paragraph(reportWords(report, catalogs, 'long')),
      paragraph(countWords(rows)),
      paragraph({ text: viewSentence(program, report), style: 'emphasis' }),
    ],
    spoken: `${name}, ${shareWords(rows)}`,
    icon: 'report',
    children: rows.length > 0 ? 'expanded' : 'none',
    place: manifest && { path: manifest.path, record: 0, at },
    context: 'report',
  };
}

/** A heading. Its count comes right after its id: what stands behind a long title is cut off in a narrow sidebar. */
function setNode(node: string, { kind, id, page, label, rows }: Section): ProgramNode {
  const isId = label.startsWith(id) && /^[ :]/.test(label.slice(id.length));
  const [name, title] = isId ? [id, label.slice(id.length)] : [label, ''];
  return {
    id: node,
    label: `${name} ${shareOf(rows)}${title}`,
    description: '',
    tooltip: [paragraph({ text: label, style: 'strong' }), paragraph(countWords(rows))],
    spoken: `${label}, ${shareWords(rows)}`,
    icon: kind,
    progress: progressOf(rows.map(({ coverage }) => coverage)),
    children: kind === 'group' ? 'collapsed' : 'expanded',
    place: undefined,
    context: kind,
    page,
  };
}

function criterionNode(
  program: Program,
  report: Report,
  node: string,
  { key, criterion, coverage }: Row,
): ProgramNode {
  const { id, title, description } = criterion;
  const label = title === id ? id : `${id} ${title}`;
  const shown = shownWords(coverage);
  const icon = coverage.marks.includes('deviation') ? 'deviation' : iconOf(shownOf(coverage));
  const { tasks } = coverage;
  const first = program.coverage.first(report, key);
  return {
    id: node,
    label,
    description: beside(shown, taskWords(tasks)),
    tooltip: [
      paragraph({ text: label, style: 'strong' }),
      ...describedBlocks(description),
      paragraph({ text: shown, style: 'strong' }, `: ${whyWords(coverage)}`),
    ],
    spoken: [label, shown, ...(tasks.length > 0 ? [taskWords(tasks)] : [])].join(', '),
    icon,
    children: first || tasks.length > 0 ? 'collapsed' : 'none',
    place: first && { path: first.entry.path, record: first.entry.index, at: first.citation.at },
    context: `criterion.${iconOf(shownOf(coverage))}${isGap(coverage) ? '.gap' : ''}`,
    page: key,
    ...(isGap(coverage) ? { remedy: { criterion: key } } : {}),
    why: whyId({ criterion: key }),
  };
}

function documentNodes(program: Program, report: Report, parent: string, criterion: string): ProgramNode[] {
  const deviations = program.coverage.deviations(report);
  const records = program.coverage.covering(report, criterion).map(record => {
    const own = deviations.filter(({ control }) => control === record.entry);
    return documentNode(parent, criterion, record, [
      ...new Set(own.map(({ deviation }) => nameOf(deviation))),
    ]);
  });
  return [...records, ...program.plansForCriterion(criterion).map(task => taskNode(parent, task))];
}

/**
 * @param criterion the key of that below which it stands
 * @param deviations the names of those of a control
 */
function documentNode(
  parent: string,
  criterion: string,
  { entry, citation, as, aside }: CoveringRecord,
  deviations: readonly string[],
): ProgramNode {
  const name = nameOf(entry);
  const title = entry.shape.title;
  const how = { control: 'control', vendor: 'vendor (CSOC)', document: entry.shape.kind, mention: 'mention' }[
    as
  ];
  const label = title && title !== name ? `${name} ${title}` : name;
  const isDeviating = deviations.length > 0;
  const marked = [how, ...(aside ? [aside] : []), ...(isDeviating ? ['with a deviation'] : [])].join(', ');
  const meant = aside ? `${marked}: does not count` : marked;
  return {
    id: `${parent}/${step(`${entry.path}#${entry.index}`)}`,
    label,
    description: marked,
    tooltip: [
      paragraph(meant),
      ...(isDeviating ? [paragraph(`To be evaluated: ${listed(deviations)}.`)] : []),
      paragraph({ text: entry.path, style: 'code' }),
    ],
    spoken: `${label}, ${meant}`,
    icon: aside ? 'aside' : isDeviating ? 'deviation' : as === 'mention' ? 'mention' : entry.shape.kind,
    children: 'none',
    place: { path: entry.path, record: entry.index, at: citation.at },
    context: 'document',
    why: whyId({ criterion, record: { path: entry.path, index: entry.index } }),
  };
}

/** The icon of a criterion, by what it is counted as. */
function iconOf(shown: Shown): string {
  return shown === 'relies on a vendor' ? 'relies' : shown;
}

/** How many of the criteria are implemented, as a label says it: `(31/33)`. */
function shareOf(rows: readonly Row[]): string {
  const { done, of } = progressOf(rows.map(({ coverage }) => coverage));
  return `(${done}/${of})`;
}

/** The same in words, with how many stand where. */
function shareWords(rows: readonly Row[]): string {
  const { done, of } = progressOf(rows.map(({ coverage }) => coverage));
  return `${done} of ${of} criteria implemented: ${statesWords(coverageSummary(rows), shownStates)}`;
}

function countWords(rows: readonly Row[]): string {
  return `${rows.length} criteria: ${statesWords(coverageSummary(rows), shownStates)}`;
}
