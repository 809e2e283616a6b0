import { kinds, type RecordKind } from '../model/kinds.ts';
import { isAddressed } from '../program/ladder.ts';
import type { Program } from '../program/program.ts';
import { reportWords } from '../program/reportWords.ts';
import { mappableRecords, unmappedRecords } from '../program/unmapped.ts';
import { type Action, type Block, heading, type Page, paragraph } from './page.ts';
import { counted, kindWords } from './words.ts';

/** By what this page is asked for, where others are by an id or a name. */
export const whatNext = 'what-next';

/** One thing to do. */
interface Step {
  readonly title: string;
  readonly why: string;
  readonly button: { readonly text: string; readonly action: Action };
  readonly isDone: boolean;
}

/** What a program that was just begun needs next: three steps, each with a button. It follows what has been done. */
export function whatNextPage(program: Program): Page {
  const { report, catalogs } = program;
  const steps = stepsFor(program);
  return {
    title: 'What next',
    blocks: [
      paragraph(`The program is set up: ${reportWords(report, catalogs, 'long')}. ${holdings(program)}`),
      ...steps.flatMap(stepBlocks),
      paragraph(
        'To come back to this page, run “Tickmark: What Next”. Coverage is the view of management, and not the conclusion of an auditor.',
      ),
    ],
  };
}

function stepBlocks({ title, why, button, isDone }: Step, i: number): Block[] {
  const { text, action } = button;
  return [
    heading(`${isDone ? '✓ ' : ''}Step ${i + 1}: ${title}`),
    paragraph(why),
    paragraph({ text, target: { action } }),
  ];
}

/** Documents that are there come first; where there is none, a control does. */
function stepsFor(program: Program): readonly Step[] {
  const control = holdsControlOnly(program) ? evidenceStep : controlStep(program);
  const hasDocuments = documents.some(kind => program.ofKind(kind).size > 0);
  const steps = hasDocuments ? [mappingStep(program), control] : [control, policyStep];
  return [...steps, coverageStep(program)];
}

function mappingStep(program: Program): Step {
  const unmapped = [...unmappedRecords(program)].length;
  const all = [...mappableRecords(program)].length;
  const cite = unmapped === 1 ? 'cites' : 'cite';
  const are =
    unmapped === all
      ? `${counted(all, 'document')} ${cite} no criterion yet.`
      : `${unmapped} of ${all} documents still ${cite} none.`;
  return {
    title: 'Say which criteria your documents address',
    why:
      unmapped > 0
        ? `${are} Tickmark proposes criteria by titles and headings. Only those that you select are written.`
        : 'Every document cites the criteria that it addresses.',
    button: { text: 'Propose Criteria', action: 'proposeCriteria' },
    isDone: unmapped === 0,
  };
}

function controlStep({ census: { controls } }: Program): Step {
  return {
    title: controls > 0 ? 'Write more controls' : 'Write your first control',
    why: 'A control says who does what, how often, and which criteria that addresses. Auditors test controls, so a criterion that only a policy speaks of is not covered.',
    button: { text: 'New Control', action: 'newControl' },
    isDone: controls > 0,
  };
}

/** Whether there is a control, and no evidence of any yet. */
function holdsControlOnly(program: Program): boolean {
  return program.census.controls > 0 && filledIn(program, 'evidence') === 0;
}

const evidenceStep: Step = {
  title: 'Keep the first evidence of a control',
  why: 'Evidence shows that a control was performed: what was collected, when, and by whom. Without it, an auditor has only your word.',
  button: { text: 'New Evidence', action: 'newEvidence' },
  isDone: false,
};

const policyStep: Step = {
  title: 'Write your first policy',
  why: 'A policy says what must be done, and why. Its owner reviews it, and somebody with authority approves it.',
  button: { text: 'New Policy', action: 'newPolicy' },
  isDone: false,
};

function coverageStep(program: Program): Step {
  const { report } = program;
  const ids = [...report.criteria].filter(id => !report.excluded.has(id));
  const missing = ids.filter(id => !isAddressed(program.coverage.stateOf(report, id).state)).length;
  const addressed = ids.length - missing;
  return {
    title: 'See what is covered, and what is missing',
    why: `Your documentation addresses ${addressed} of ${counted(ids.length, 'criterion', 'criteria')} in scope. The tree shows each of them with the documents behind it.`,
    button: { text: 'Show Coverage', action: 'showCoverage' },
    isDone: ids.length > 0 && missing === 0,
  };
}

const documents: readonly RecordKind[] = ['policy', 'procedure', 'narrative', 'document'];
const counting: readonly RecordKind[] = ['control', ...documents, 'evidence'];

/** How many records of a kind there are without templates. */
function filledIn(program: Program, kind: RecordKind): number {
  return [...program.ofKind(kind)].filter(({ shape }) => shape.standing !== 'template').length;
}

/** What was read, by kind. */
function holdings(program: Program): string {
  const counts = counting
    .map(kind => ({ kind, count: filledIn(program, kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, kindWords(kind), kinds[kind].plural));
  return counts.length > 0 ? `It holds ${counts.join(', ')}.` : 'It holds no controls or policies yet.';
}
