// The theme that a Comply project starts from, read as it is. What is found in it is judged in its ledger (test/ledger).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tickmark, tickmarkJson } from '../cli/tickmark.ts';
import { corpus } from './corpora.ts';

const { folder, skip } = corpus('comply');

describe('the documents of Comply', { skip }, () => {
  it('are all read, without a manifest', () => {
    const kept = ['narratives', 'policies', 'procedures'].flatMap(name =>
      readdirSync(join(folder, name)).filter(file => file.endsWith('.md') && !/^readme/i.test(file)),
    );
    const { summary } = tickmarkJson(folder, 'check');
    assert.deepEqual(summary.programs, [
      { root: '.', layout: 'comply', documents: kept.length, unreadable: [] },
    ]);
    assert.deepEqual(summary.notices, []);
  });

  it('are measured against the 61 criteria of their own standard', () => {
    const standard = readFileSync(join(folder, 'standards', 'TSC-2017.yml'), 'utf8');
    const theirs = [...standard.matchAll(/^((?:CC|PI|[ACP])\d\.\d):/gm)].map(([, id]) => id);
    const { programs } = tickmarkJson(folder, 'coverage', '--as-of', '2026-06-30');
    const ours = programs[0].reports[0].criteria.map(({ id }: { readonly id: string }) => id);
    assert.equal(ours.length, 61);
    assert.deepEqual(ours.toSorted(), theirs.toSorted());
  });

  it('have no control yet: no criterion is more than documented', () => {
    const { programs } = tickmarkJson(folder, 'coverage', '--as-of', '2026-06-30');
    assert.deepEqual(programs[0].reports[0].summary, {
      criteria: 61,
      missing: 22,
      listed: 0,
      documented: 39,
      designed: 0,
      implemented: 0,
      evidenced: 0,
      excluded: 0,
      reliesOnVendor: 0,
      notThroughout: 0,
      withDeviation: 0,
      withGap: 0,
    });
  });

  it('fail a build', () => assert.equal(tickmark(folder, 'check').code, 1));
});
