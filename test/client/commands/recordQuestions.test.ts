import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askRecord, complaintAbout } from '../../../client/src/commands/recordQuestions.ts';
import type { NewRecordAnswers, NewRecordResult } from '../../../protocol/newRecord.ts';

/** Asks for a kind, a title, and an id; an empty answer is not taken. */
async function next(answers: NewRecordAnswers): Promise<NewRecordResult> {
  const asks = (['kind', 'title', 'id'] as const).find(key => (answers[key] ?? '') === '');
  if (asks === undefined) {
    const start = { line: 0, character: 0 };
    const text = [answers.kind, answers.title, answers.id].join(' ');
    return { record: { uri: 'file:///new', text, snippet: text, selection: { start, end: start } } };
  }
  return { question: { asks, heading: 'New', left: 1, prompt: asks, choices: [], isFree: true } };
}

/**
 * Gives the record, and what was asked: the question's number, and the rejected answer in quotes.
 * @param replies an answer each, `<` to go back, or `x` to leave
 */
async function record(
  known: NewRecordAnswers,
  ...replies: string[]
): Promise<[string | undefined, string[]]> {
  const left = [...replies];
  const asked: string[] = [];
  const made = await askRecord(
    next,
    async ({ asks }, number, rejected) => {
      asked.push(`${number} ${asks}${rejected === undefined ? '' : ` "${rejected}"`}`);
      const reply = left.shift() ?? 'x';
      return reply === 'x' ? undefined : reply === '<' ? 'back' : { answer: reply };
    },
    known,
  );
  return [made?.text, asked];
}

test('a record is asked for until enough is known', async () => {
  assert.deepEqual(await record({}, 'policy', 'Access', 'P-1'), [
    'policy Access P-1',
    ['1 kind', '2 title', '3 id'],
  ]);
  assert.deepEqual(await record({ kind: 'policy' }, 'Access', 'x'), [undefined, ['1 title', '2 id']]);
});

test('a step back asks the question before again', async () => {
  assert.deepEqual(await record({}, 'policy', 'Access', '<', '<', 'control', 'Gate', 'C-1'), [
    'control Gate C-1',
    ['1 kind', '2 title', '3 id', '2 title', '1 kind', '2 title', '3 id'],
  ]);
});

test('a step back from an answer that was not taken asks the question before it', async () => {
  assert.deepEqual(await record({}, 'policy', '', '', '<', 'control', 'Gate', 'C-1'), [
    'control Gate C-1',
    ['1 kind', '2 title', '2 title ""', '2 title ""', '1 kind', '2 title', '3 id'],
  ]);
});

test('a step back from the first question asks it again', async () => {
  assert.deepEqual(await record({ kind: 'policy' }, '', '<', 'Access', 'P-1'), [
    'policy Access P-1',
    ['1 title', '1 title ""', '1 title', '2 id'],
  ]);
});

test('what was wrong with an answer is said as long as it stands there, blanks aside', () => {
  const complaint = complaintAbout('Enter a title.', '');
  assert.deepEqual(['', ' ', 'Access'].map(complaint), ['Enter a title.', 'Enter a title.', undefined]);
  assert.equal(complaintAbout('Enter another id.', 'AC-01 ')('AC-01'), 'Enter another id.');
  assert.equal(complaintAbout(undefined, undefined)(''), undefined);
});
