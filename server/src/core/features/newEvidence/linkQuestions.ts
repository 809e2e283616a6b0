import { sha256In } from '../../model/sourceFile.ts';
import { isPersonalType } from '../../model/vocabulary.ts';
import type { Program } from '../../program/program.ts';
import type { Window } from '../../time/states.ts';
import type { EvidenceAnswers, EvidenceQuestion, Meant } from './evidenceAnswers.ts';
import { typeFor } from './windowsOffered.ts';

/** Where evidence is kept that stays out of the repository. */
export interface EvidenceLink {
  /** Its address; empty where a person states it later. */
  readonly address: string;
  /** Who keeps it there; empty where a person states it later. */
  readonly custodian: string;
  /** Its hash, where a person has stated it. */
  readonly sha256: string | undefined;
}

/** How many questions about a link are left behind its address: who keeps it, and its hash. */
export const questionsBehindAddress = 2;

/** Whether a question is one of them. */
export function isAboutLink({ asks }: EvidenceQuestion): boolean {
  return asks === 'address' || asks === 'custodian' || asks === 'sha256';
}

/**
 * Where evidence is kept: a file of the repository has no link, unless it is of a type that holds personal data. Of what has
 * one, its address, its custodian, and its hash are asked for.
 * @param type what a person has chosen of several
 * @param from `address` where there is no file
 */
export function linkStep(
  program: Program,
  window: Window,
  type: string | undefined,
  answers: EvidenceAnswers,
  from: 'files' | 'address',
): Meant<EvidenceLink | undefined> {
  const personal = [type ?? typeFor(window)].find(one => one !== undefined && isPersonalType(one));
  if (from === 'files' && personal === undefined) return { found: undefined };
  const address =
    from === 'files' ? addressOfPersonal(answers.address, personal ?? '') : addressStep(answers);
  if (!('found' in address)) return address;
  const custodian = custodianIn(program, answers.custodian);
  if (!('found' in custodian)) return custodian;
  const sha256 = from === 'files' ? { found: undefined } : hashIn(answers.sha256);
  if (!('found' in sha256)) return sha256;
  return { found: { address: address.found, custodian: custodian.found, sha256: sha256.found } };
}

const where = 'Enter the address of the file, such as https://files.example.com/review.pdf.';

/** The address of what has no file: whoever adds a link has it at hand, so it is asked for first. */
export function addressStep({ address, ...answers }: EvidenceAnswers): Meant<string> {
  if (address !== undefined && isAddress(address.trim())) return { found: address.trim() };
  const others = (['control', 'window', 'performed'] as const).filter(key => answers[key] === undefined);
  const left = 1 + others.length + questionsBehindAddress;
  return { question: addressQuestion(address, where, left) };
}

/** The address of a file that holds personal data; empty where a person states it later. */
function addressOfPersonal(address: string | undefined, type: string): Meant<string> {
  const stated = address?.trim();
  if (stated !== undefined && (stated === '' || isAddress(stated))) return { found: stated };
  const prompt = `A ${type} holds personal data, so the file stays out of the repository. ${where} Leave it empty to add it later.`;
  return { question: addressQuestion(address, prompt, 2) };
}

function addressQuestion(rejected: string | undefined, prompt: string, left: number): EvidenceQuestion {
  const question = { asks: 'address', prompt, choices: [], isFree: true, left } as const;
  if (rejected === undefined) return question;
  return { ...question, problem: 'Enter an address that begins with https:// or http://.' };
}

/** Whether a text is an address at which a source can be. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function custodianIn(program: Program, answer: string | undefined): Meant<string> {
  if (answer !== undefined) return { found: answer.trim() };
  const people = (program.manifest?.shape.people ?? []).map(({ id, name, role }) => {
    const description = [name, role].filter(word => word !== undefined && word !== id).join(' · ');
    return { value: id, label: id, ...(description === '' ? {} : { description }) };
  });
  const choices = [{ value: '', label: 'Add it later' }, ...people];
  const prompt = 'Who keeps the file? Choose a person, or enter a name.';
  return { question: { asks: 'custodian', prompt, choices, isFree: true, left: 2 } };
}

function hashIn(answer: string | undefined): Meant<string | undefined> {
  const stated = answer?.trim() ?? '';
  const sha256 = sha256In(stated);
  if (sha256 !== undefined || (answer !== undefined && stated === '')) return { found: sha256 };
  const prompt =
    'The SHA-256 hash of the file, which shows that it is still the same. Leave it empty if you do not know it.';
  const question = { asks: 'sha256', prompt, choices: [], isFree: true, left: 1 } as const;
  if (answer === undefined) return { question };
  return { question: { ...question, problem: 'Enter 64 hexadecimal digits, or nothing.' } };
}
