// Real documentation that has little to be said of it: not a word too much is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tickmark } from '../cli/tickmark.ts';
import { corpus } from './corpora.ts';

describe('published policies that map nothing', () => {
  const { folder, skip } = corpus('tailscale');

  it('get one information, that none of them cites a criterion', { skip }, () => {
    const { code, stdout, stderr } = tickmark(folder, 'check');
    assert.deepEqual(stdout.match(/: (?:error|warning|information|hint) \S+$/gm), [
      ': information coverage/nothing-mapped',
    ]);
    assert.match(stdout, /^ {2}None of the 15 documents here cites a criterion/m);
    assert.match(stdout, /\n15 documents: 1 information\n$/);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });
});

describe('an OpenControl project for another catalogue', () => {
  const { folder, skip } = corpus('opencontrol');

  it('gets one line that says what it is', { skip }, () => {
    assert.deepEqual(tickmark(folder, 'check'), {
      code: 0,
      stdout:
        '.: OpenControl project with 3 components, measured against FRIST-800-53, another catalogue than the Trust Services Criteria: there is nothing to check.\n',
      stderr: '',
    });
  });
});

describe('a catalogue in OSCAL', () => {
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
      summary.programmes.map(({ root }: { readonly root: string }) => root),
      ['comply'],
    );
    assert.deepEqual(
      summary.notices.map(({ root }: { readonly root: string }) => root),
      ['opencontrol'],
    );
  });
});
