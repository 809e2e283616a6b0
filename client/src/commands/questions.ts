/** An answer, the wish to go back to the question before, or undefined where everything was left. */
export type Reply<T> = { readonly answer: T } | 'back' | undefined;

/** Where a question stands among others. */
export interface Step {
  readonly title: string;
  readonly number: number;
  /** How many questions there are with those that follow, as far as the answers up to here tell. */
  readonly total: number;
}

/** One of several questions. */
export interface Question<A> {
  /** Whether it makes sense after these answers. */
  readonly applies: (answers: A) => boolean;
  /** Asks, with what these answers hold as the suggestion, and gives what it adds to them. */
  readonly ask: (answers: A, step: Step) => Promise<Reply<Partial<A>>>;
}

/**
 * Asks one question after the other, with a way back.
 * @param answers what is suggested
 * @returns undefined where the questions were left
 */
export async function askAll<A>(
  title: string,
  questions: readonly Question<A>[],
  answers: A,
): Promise<A | undefined> {
  const asked: Question<A>[] = [];
  let left = questions;
  for (;;) {
    const question = left.find(({ applies }) => applies(answers));
    if (question === undefined) return answers;
    const following = questions.slice(questions.indexOf(question));
    const total = asked.length + following.filter(({ applies }) => applies(answers)).length;
    const reply = await question.ask(answers, { title, number: asked.length + 1, total });
    if (reply === undefined) return undefined;
    if (reply === 'back') {
      left = questions.slice(questions.indexOf(asked.pop() ?? question));
    } else {
      answers = { ...answers, ...reply.answer };
      asked.push(question);
      left = following.slice(1);
    }
  }
}

/** What a reply adds to the answers, where it is an answer. */
export function answered<T, A>(reply: Reply<T>, added: (answer: T) => A): Reply<A> {
  return typeof reply === 'object' ? { answer: added(reply.answer) } : reply;
}
