import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Completion } from '../../../../server/src/core/features/completion/offer.ts';
import { shortlist } from '../../../../server/src/core/features/completion/shortlist.ts';

/** Completions of ids, offered where a text begins. */
function offered(ids: readonly string[]): Completion[] {
  return ids.map((id, i) => ({
    ...{ label: id, kind: 'record', detail: '', documentation: [], text: id, start: 0, end: 0 },
    ...{ order: `0${String(i).padStart(5, '0')}`, filter: id === 'AC-7' ? 'AC-7 The gate' : id },
  }));
}

const many = offered(Array.from({ length: 1000 }, (_, i) => `AC-${i}`));
const labels = (typed: string, completions = many) => {
  const { completions: listed, isIncomplete } = shortlist(completions, typed, typed.length);
  return { listed: listed.map(({ label }) => label), isIncomplete };
};

describe('a short list of completions', () => {
  it('is all of them where they are few', () => {
    const few = many.slice(0, 5);
    assert.deepEqual(shortlist(few, 'zz', 2), { completions: few, isIncomplete: false });
  });

  it('has the first of many, and says that there are others', () => {
    const { listed, isIncomplete } = labels('');
    assert.deepEqual(
      listed,
      many.slice(0, 200).map(({ label }) => label),
    );
    assert.equal(isIncomplete, true);
  });

  it('has those that begin with what is typed before those that hold it, in any case, and then those with its letters', () => {
    const { listed, isIncomplete } = labels('ac-99');
    const ids = many.map(({ label }) => label).filter(id => /9.*9/.test(id));
    const [first, others] = [/^AC-99/, /^AC-(?!99)/].map(form => ids.filter(id => form.test(id)));
    assert.deepEqual(listed, [...(first ?? []), ...(others ?? [])]);
    assert.equal(isIncomplete, false);
    assert.equal(labels('the g').listed[0], 'AC-7');
  });

  it('is empty where nothing fits', () => {
    assert.deepEqual(labels('zz'), { listed: [], isIncomplete: false });
  });
});
