// Real documentation that is no program of ours: it is told what it is, and no word more.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tickmark } from '../cli/tickmark.ts';
import { corpus } from './corpora.ts';

describe('an OpenControl project for another catalog', () => {
  const { folder, skip } = corpus('opencontrol');

  it('gets one line that says what it is', { skip }, () => {
    assert.deepEqual(tickmark(folder, 'check'), {
      code: 0,
      stdout:
        '.: OpenControl project with 3 components, measured against FRIST-800-53, another catalog than the Trust Services Criteria: there is nothing to check.\n',
      stderr: '',
    });
  });
});

describe('a catalog in OSCAL', () => {
  const { folder, skip } = corpus('oscal');

  it('is nothing to check', { skip }, () => {
    const { code, stdout, stderr } = tickmark(folder, 'check');
    assert.match(stdout, /^Nothing to check: /);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });
});

describe('all of them together', () => {
  const { folder, skip } = corpus();

  it('are told apart', { skip }, () => {
    const { summary } = JSON.parse(tickmark(folder, 'check', '--format', 'json').stdout);
    assert.deepEqual(
      summary.programs.map(({ root }: { readonly root: string }) => root),
      ['comply'],
    );
    assert.deepEqual(
      summary.notices.map(({ root }: { readonly root: string }) => root),
      ['opencontrol'],
    );
  });
});
