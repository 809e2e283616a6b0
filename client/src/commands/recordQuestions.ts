import type { Reply } from './questions.ts';

/** A question that was answered, and what was known before it. */
interface Answered<Answers> {
  readonly asks: keyof Answers;
  readonly before: Answers;
}

/** The next question, or the record once enough is known, or why there can be none. */
type Next<Question, Made> =
  | { readonly question: Question }
  | { readonly record: Made }
  | { readonly problem: string };

/**
 * Asks one question after the other until the server knows enough for a record, with a way back.
 * @param next what comes next after some answers
 * @param ask asks a question with its number; `rejected` is the answer to it that was not taken
 * @param known the answers that are known without asking
 * @returns undefined where the questions were left
 * @throws {Error} where there can be no record
 */
export async function askRecord<
  Answers extends { readonly [Key in keyof Answers]?: string },
  Question extends { readonly asks: keyof Answers },
  Made,
>(
  next: (answers: Answers) => Promise<Next<Question, Made>>,
  ask: (question: Question, number: number, rejected: string | undefined) => Promise<Reply<string>>,
  known: Answers,
): Promise<Made | undefined> {
  const asked: Answered<Answers>[] = [];
  let answers = known;
  for (;;) {
    const step = await next(answers);
    if ('problem' in step) throw new Error(step.problem);
    if ('record' in step) return step.record;
    const { question } = step;
    const { asks } = question;
    const rejected = answers[asks];
    // A question whose answer was rejected is asked again, and is no step of its own.
    const again = asked.at(-1)?.asks === asks ? asked.pop() : undefined;
    const reply = await ask(question, asked.length + 1, rejected);
    if (reply === undefined) return undefined;
    if (reply === 'back') answers = asked.pop()?.before ?? known;
    else {
      asked.push(again ?? { asks, before: answers });
      answers = { ...answers, [asks]: reply.answer };
    }
  }
}

/**
 * What is wrong with the text of an answer: what was wrong with the one that was not taken, while it stands there.
 * @param problem why it was not taken; undefined where none was given
 * @param rejected that answer
 */
export function complaintAbout(
  problem: string | undefined,
  rejected: string | undefined,
): (text: string) => string | undefined {
  return text => (text.trim() === (rejected ?? '').trim() ? problem : undefined);
}
