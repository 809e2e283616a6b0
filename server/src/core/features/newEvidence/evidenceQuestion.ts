import type { Program } from '../../program/program.ts';
import { canBeReferredTo, nameOf, type RecordEntry } from '../../program/record.ts';
import { readDate } from '../../text/calendar.ts';
import { nearest } from '../../text/nearest.ts';
import { reasonOf } from '../../time/reasons.ts';
import type { Window } from '../../time/states.ts';
import { typesMissing } from '../../time/typesMissing.ts';
import { quoted } from '../newRecord/answers.ts';
import type { EvidenceAnswers, Meant, NotYet } from './evidenceAnswers.ts';
import type { EvidenceAsked } from './evidenceAsked.ts';
import {
  addressStep,
  type EvidenceLink,
  isAboutLink,
  linkStep,
  questionsBehindAddress,
} from './linkQuestions.ts';
import {
  controlCalled,
  controlsOf,
  dayProblem,
  isComplete,
  openWindows,
  statedByPerson,
  systemsMissing,
  windowCalled,
  windowsOfControl,
} from './windowsOffered.ts';

/** What is known about the evidence, beside its file. */
export interface EvidenceStated extends Omit<EvidenceAsked, 'source' | 'sha256' | 'custodian' | 'file'> {
  /** Where it is kept; undefined for a file of the repository. */
  readonly link: EvidenceLink | undefined;
}

/** The next question, or everything that the answers say. */
export type EvidenceStep = NotYet | { readonly asked: EvidenceStated };

/**
 * The next question about evidence: the address of what has no file, its control, its window, the system that it covers, its
 * type, the day of performance, and who keeps it if it is not in the repository.
 * @param from `address` where there is no file
 */
export function evidenceStep(
  program: Program,
  answers: EvidenceAnswers,
  from: 'files' | 'address',
): EvidenceStep {
  const step = nextStep(program, answers, from);
  if (!('question' in step) || from === 'files' || isAboutLink(step.question)) return step;
  const { question } = step;
  return { question: { ...question, left: question.left + questionsBehindAddress } };
}

function nextStep(program: Program, answers: EvidenceAnswers, from: 'files' | 'address'): EvidenceStep {
  const address = from === 'address' ? addressStep(answers) : undefined;
  if (address && !('found' in address)) return address;
  if (answers.control === undefined) return controlQuestion(program);
  const control = controlCalled(program, answers.control);
  if (!control) {
    const near = nearest(answers.control, controlsOf(program).map(nameOf));
    const help = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
    return { problem: `This program has no control ${quoted(answers.control)}.${help}` };
  }
  const window = windowOf(program, control, answers.window);
  if (!('found' in window)) return window;
  const systems = systemsOf(window.found, answers.system);
  if (!('found' in systems)) return systems;
  const type = typeOf(window.found, systems.found, answers.type);
  if (!('found' in type)) return type;
  const day = dayOf(program, control, window.found, answers.performed);
  if (!('found' in day)) return day;
  const link = linkStep(program, window.found, type.found, answers, from);
  if (!('found' in link)) return link;
  return {
    asked: {
      control,
      window: window.found,
      systems: systems.found,
      type: type.found,
      performed: day.found,
      link: link.found,
    },
  };
}

function controlQuestion(program: Program): NotYet {
  const choices = controlsOf(program)
    .filter(canBeReferredTo)
    .flatMap(control => {
      const [first, ...others] = openWindows(windowsOfControl(program, control));
      if (!first) return [];
      const name = nameOf(control);
      const { title } = control.shape;
      const label = title === undefined || title === name ? name : `${name} ${title}`;
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
  const question = {
    asks: 'control',
    prompt: 'Which control is the evidence for?',
    choices: ordered.map(({ first: _, ...choice }) => choice),
    isFree: false,
    left: 3,
  } as const;
  return { question };
}

function windowOf(program: Program, control: RecordEntry, label: string | undefined): Meant<Window> {
  const windows = windowsOfControl(program, control);
  const open = openWindows(windows);
  const name = nameOf(control);
  if (open.length === 0) return { problem: `No window of ${name} lacks evidence in this report.` };
  const window = label === undefined ? undefined : windowCalled(program, windows, label);
  if (label !== undefined && !window) return { problem: `${name} has no window ${quoted(label)}.` };
  if (window) return isComplete(window) ? { problem: reasonOf(window, program.today) } : { found: window };
  const choices = open.map(one => ({
    value: one.name,
    label: one.name,
    description: reasonOf(one, program.today),
  }));
  const prompt = `Which window of ${name} is the evidence for?`;
  return { question: { asks: 'window', prompt, choices, isFree: false, left: 2 } };
}

function systemsOf(window: Window, system: string | undefined): Meant<readonly string[]> {
  const missing = systemsMissing(window);
  if (system === undefined && missing.length > 1) {
    const all = { value: '', label: 'All of these', description: missing.join(', ') };
    const choices = [...missing.map(one => ({ value: one, label: one })), all];
    const prompt = 'Which system does the file cover?';
    return { question: { asks: 'system', prompt, choices, isFree: false, left: 2 } };
  }
  const systems = system === undefined || system === '' ? missing : missing.filter(one => one === system);
  if (systems.length === 0 && missing.length > 0)
    return { problem: `${window.name} does not lack evidence for the system ${quoted(system ?? '')}.` };
  return { found: systems };
}

/** The type that a person has chosen of several; undefined where the window tells it, or somebody states it later. */
function typeOf(
  window: Window,
  systems: readonly string[],
  type: string | undefined,
): Meant<string | undefined> {
  const missing = typesMissing(window, systems);
  if (missing.length < 2) return { found: undefined };
  if (type === '') return { found: undefined };
  if (type !== undefined && missing.includes(type)) return { found: type };
  const later = { value: '', label: 'Add it later' };
  const choices = [...missing.map(one => ({ value: one, label: one })), later];
  const prompt = 'Which type of evidence is it?';
  return { question: { asks: 'type', prompt, choices, isFree: false, left: 2 } };
}

function dayOf(
  program: Program,
  control: RecordEntry,
  window: Window,
  performed: string | undefined,
): Meant<string | undefined> {
  if (!statedByPerson(window).includes('performed')) return { found: undefined };
  const day = performed === undefined ? undefined : readDate(performed.trim());
  const problem = problemOfDay(program, window, performed);
  if (performed !== undefined && problem === undefined) return { found: day };
  const prompt = `The day on which ${nameOf(control)} was performed, as YYYY-MM-DD. Leave it empty to add it later.`;
  const question = { asks: 'performed', prompt, choices: [], isFree: true, left: 1 } as const;
  return { question: problem === undefined ? question : { ...question, problem } };
}

function problemOfDay({ today }: Program, window: Window, performed: string | undefined): string | undefined {
  if (performed === undefined || performed.trim() === '') return undefined;
  switch (dayProblem(window, performed, today)) {
    case 'unread':
      return 'Enter a calendar date as YYYY-MM-DD, or nothing.';
    case 'to come':
      return 'This day is still to come. Enter the day on which it was done, or nothing.';
    case 'before':
      return `${window.name} begins on ${window.whole.from}. Enter a day in it, or nothing.`;
    default:
      return undefined;
  }
}
