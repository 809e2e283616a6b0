import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { KeptAnswer } from '../../../server/src/workspace/cache/keptAnswer.ts';
import { hashOf, stateOf } from '../../../server/src/workspace/disk/fileState.ts';
import { Witness } from '../../../server/src/workspace/witness.ts';
import { emptyFolder, write } from '../folder.ts';
import { cacheIn, keptIn } from './cacheIn.ts';

const question = { asks: 'what is wrong?', of: 'all', build: 'a build' };

/** A folder with one file, for which an answer is kept, and how the answer is asked for. */
function answered(t: TestContext, { isSettled = true } = {}) {
  const [root, named] = [emptyFolder(t), emptyFolder(t)];
  write(root, 'a.md', 'one');
  const [file, missing] = [join(root, 'a.md'), join(root, 'b.md')];
  const state = stateOf(file);
  assert.ok(state);
  const witness = new Witness();
  witness.saw(file, { ...state, isSettled }, hashOf(Buffer.from('one')));
  witness.saw(missing, stateOf(missing), undefined);
  const kept = ({ asks, of, build } = question) => new KeptAnswer(cacheIn(named), asks, of, build);
  kept().keep({ code: 1, printed: Buffer.from('an answer') }, witness);
  const recall = (trusts: 'metadata' | 'content' = 'content', asked = question) => {
    const answer = kept(asked).recall(trusts);
    return answer && `${answer.code} ${Buffer.from(answer.printed)}`;
  };
  return { root, named, recall };
}

describe('an answer that is kept', () => {
  it('is given again while its files are what they were', t => {
    const { recall } = answered(t);
    assert.equal(recall('metadata'), '1 an answer');
    assert.equal(recall('content'), '1 an answer');
  });

  it('holds no more once a file is another, is gone, or has come', t => {
    for (const change of [
      (root: string) => write(root, 'a.md', 'two'),
      (root: string) => rmSync(join(root, 'a.md')),
      (root: string) => write(root, 'b.md', ''),
    ]) {
      const { root, recall } = answered(t);
      change(root);
      assert.equal(recall('metadata'), undefined);
      assert.equal(recall('content'), undefined);
    }
  });

  it('holds for a file that was written anew with the same content', t => {
    const { root, recall } = answered(t);
    write(root, 'a.md', 'one');
    assert.equal(recall('metadata'), '1 an answer');
  });

  it('trusts no time at which the file may have been written once more', t => {
    const { root, recall } = answered(t, { isSettled: false });
    assert.equal(recall('metadata'), '1 an answer');
    write(root, 'a.md', 'two');
    assert.equal(recall('metadata'), undefined);
  });

  it('answers that question alone, and to this build', t => {
    const { recall } = answered(t);
    assert.equal(recall('content', { ...question, asks: 'and now?' }), undefined);
    assert.equal(recall('content', { ...question, of: 'some' }), undefined);
    assert.equal(recall('content', { ...question, build: 'another' }), undefined);
  });

  it('is not kept where a file could not be read', t => {
    const [root, named] = [emptyFolder(t), emptyFolder(t)];
    write(root, 'a.md', 'one');
    const witness = new Witness();
    witness.saw(join(root, 'a.md'), stateOf(join(root, 'a.md')), undefined);
    const kept = new KeptAnswer(cacheIn(named), 'a question', '', 'a build');
    kept.keep({ code: 0, printed: Buffer.from('an answer') }, witness);
    assert.deepEqual(keptIn(named), []);
  });

  it('is as good as nothing where it was damaged', t => {
    const { named, recall } = answered(t);
    const [file = ''] = keptIn(named);
    truncateSync(file, readFileSync(file).length - 5);
    assert.equal(recall(), undefined);
  });
});
