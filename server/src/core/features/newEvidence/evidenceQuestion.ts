import type { Program } from '../../program/program.ts';
import { canBeReferredTo, nameOf, type RecordEntry } from '../../program/record.ts';
import { readDate } from '../../text/calendar.ts';
import { nearest } from '../../text/nearest.ts';
import { reasonOf } from '../../time/reasons.ts';
import type { Window } from '../../time/states.ts';
import { quoted } from '../newRecord/answers.ts';
import type { RecordChoice } from '../newRecord/questions.ts';
import type { EvidenceAsked } from './newEvidence.ts';
import {
  controlCalled,
  controlsOf,
  isComplete,
  openWindows,
  statedByPerson,
  systemsMissing,
  windowCalled,
  windowsOfControl,
} from './windowsOffered.ts';

/** What is known of evidence that is to be added. */
export interface EvidenceAnswers {
  readonly control?: string;
  readonly window?: string;
  /** The system that the file covers; empty for all. */
  readonly system?: string;
  /** A calendar date; empty where a person states it later. */
  readonly performed?: string;
}

/** A question to be asked of a person. */
export interface EvidenceQuestion {
  readonly asks: keyof EvidenceAnswers;
  readonly prompt: string;
  readonly choices: readonly RecordChoice[];
  readonly isFree: boolean;
  /** How many questions are left with this one. */
  readonly left: number;
  readonly problem?: string;
}

/** What comes next of evidence that is to be added. */
export type EvidenceStep =
  | { readonly question: EvidenceQuestion }
  | { readonly asked: Omit<EvidenceAsked, 'source' | 'sha256'> }
  | { readonly problem: string };

/** The next question about evidence: its control, its window, the system that it covers, and the day of performance. */
export function evidenceStep(program: Program, answers: EvidenceAnswers): EvidenceStep {
  if (answers.control === undefined) return controlQuestion(program);
  const control = controlCalled(program, answers.control);
  if (!control) {
    const near = nearest(answers.control, controlsOf(program).map(nameOf));
    const help = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
    return { problem: `This program has no control ${quoted(answers.control)}.${help}` };
  }
  return windowStep(program, control, answers);
}

function controlQuestion(program: Program): EvidenceStep {
  const choices = controlsOf(program)
    .filter(canBeReferredTo)
    .flatMap(control => {
      const [first, ...others] = openWindows(windowsOfControl(program, control));
      if (!first) return [];
      const name = nameOf(control);
      const label = control.shape.title === undefined ? name : `${name} ${control.shape.title}`;
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      return [{ value: name, label, description: `${first.name}: ${first.state}${more}`, first }];
    });
  if (choices.length === 0)
    return {
      problem:
        'No control lacks evidence for a window: none is in place with a frequency, or the report is not over a period.',
    };
  const isBegun = ({ first }: { readonly first: Window }) => first.state !== 'upcoming';
  const ordered = [...choices.filter(isBegun), ...choices.filter(choice => !isBegun(choice))];
  return {
    question: {
      asks: 'control',
      prompt: 'Which control is the evidence for?',
      choices: ordered.map(({ first: _, ...choice }) => choice),
      isFree: false,
      left: 3,
    },
  };
}

function windowStep(program: Program, control: RecordEntry, answers: EvidenceAnswers): EvidenceStep {
  const windows = windowsOfControl(program, control);
  const open = openWindows(windows);
  const name = nameOf(control);
  if (open.length === 0) return { problem: `No window of ${name} lacks evidence in this report.` };
  const window = answers.window === undefined ? undefined : windowCalled(program, windows, answers.window);
  if (answers.window !== undefined && !window)
    return { problem: `${name} has no window ${quoted(answers.window)}.` };
  if (window && isComplete(window)) return { problem: reasonOf(window, program.today) };
  if (window) return systemStep(program, control, window, answers);
  return {
    question: {
      asks: 'window',
      prompt: `Which window of ${name} is the evidence for?`,
      choices: open.map(one => ({
        value: one.name,
        label: one.name,
        description: reasonOf(one, program.today),
      })),
      isFree: false,
      left: 2,
    },
  };
}

function systemStep(
  program: Program,
  control: RecordEntry,
  window: Window,
  { system, performed }: EvidenceAnswers,
): EvidenceStep {
  const missing = systemsMissing(window);
  if (system === undefined && missing.length > 1) {
    const all = { value: '', label: 'All of these', description: missing.join(', ') };
    const choices = [...missing.map(one => ({ value: one, label: one })), all];
    return {
      question: {
        asks: 'system',
        prompt: 'Which system does the file cover?',
        choices,
        isFree: false,
        left: 2,
      },
    };
  }
  const systems = system === undefined || system === '' ? missing : missing.filter(one => one === system);
  if (systems.length === 0 && missing.length > 0)
    return { problem: `${window.name} does not lack evidence for the system ${quoted(system ?? '')}.` };
  const day = performed === undefined ? undefined : readDate(performed.trim());
  if (!statedByPerson(window).includes('performed')) {
    return { asked: { control, window, systems, performed: undefined } };
  }
  const problem = problemOfDay(program, window, performed, day);
  if (performed === undefined || problem !== undefined) {
    const prompt = `The day on which ${nameOf(control)} was performed, as YYYY-MM-DD. Leave it empty to add it later.`;
    return {
      question: {
        ...{ asks: 'performed', prompt, choices: [], isFree: true, left: 1 },
        ...(problem === undefined ? {} : { problem }),
      },
    };
  }
  return { asked: { control, window, systems, performed: day } };
}

function problemOfDay(
  { today }: Program,
  { name, whole }: Window,
  performed: string | undefined,
  day: string | undefined,
): string | undefined {
  if (performed === undefined || performed.trim() === '') return undefined;
  if (day === undefined) return 'Enter a calendar date as YYYY-MM-DD, or nothing.';
  if (day > today) return 'This day is still to come. Enter the day on which it was done, or nothing.';
  return day < whole.from ? `${name} begins on ${whole.from}. Enter a day in it, or nothing.` : undefined;
}
