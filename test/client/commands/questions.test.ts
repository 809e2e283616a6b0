import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, askAll, type Question, type Reply } from '../../../client/src/commands/questions.ts';

interface Answers {
  readonly drink: string;
  readonly milk: string;
  readonly size: string;
}

const suggested: Answers = { drink: 'tea', milk: 'none', size: 'small' };

/**
 * Asks about a drink; milk is asked for with coffee only. Gives the answers, and what was asked: the question's number of
 * how many, and what it suggested.
 * @param replies an answer each, `<` to go back, or `x` to leave
 */
async function order(...replies: readonly string[]): Promise<[Answers | undefined, string[]]> {
  const left = [...replies];
  const asked: string[] = [];
  const about = (key: keyof Answers, applies: (answers: Answers) => boolean): Question<Answers> => ({
    applies,
    ask: async (answers, { number, total }) => {
      asked.push(`${number}/${total} ${key} ${answers[key]}`);
      return answered(replyOf(left.shift()), answer => ({ [key]: answer }));
    },
  });
  const questions = [
    about('drink', () => true),
    about('milk', ({ drink }) => drink === 'coffee'),
    about('size', () => true),
  ];
  return [await askAll('An order', questions, suggested), asked];
}

function replyOf(reply: string | undefined): Reply<string> {
  if (reply === '<') return 'back';
  return reply === undefined || reply === 'x' ? undefined : { answer: reply };
}

test('questions are asked in order, without those that do not apply', async () => {
  assert.deepEqual(await order('tea', 'large'), [
    { drink: 'tea', milk: 'none', size: 'large' },
    ['1/2 drink tea', '2/2 size small'],
  ]);
});

test('an answer decides which questions follow', async () => {
  assert.deepEqual(await order('coffee', 'oat', 'large'), [
    { drink: 'coffee', milk: 'oat', size: 'large' },
    ['1/2 drink tea', '2/3 milk none', '3/3 size small'],
  ]);
});

test('a step back asks the question before again, with what was answered', async () => {
  assert.deepEqual(await order('coffee', 'oat', '<', '<', 'tea', 'large'), [
    { drink: 'tea', milk: 'oat', size: 'large' },
    [
      ...['1/2 drink tea', '2/3 milk none', '3/3 size small'],
      ...['2/3 milk oat', '1/3 drink coffee', '2/2 size small'],
    ],
  ]);
});

test('nothing is answered once the questions were left', async () => {
  assert.deepEqual(await order('coffee', 'x'), [undefined, ['1/2 drink tea', '2/3 milk none']]);
});
