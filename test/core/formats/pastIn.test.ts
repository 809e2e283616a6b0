import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pastIn } from '../../../server/src/core/formats/pastIn.ts';
import { readYaml } from '../../../server/src/core/yaml/read.ts';

/** What a policy with such keys, and such a body, tells of its past. */
function told(keys: string, body = ''): string {
  const { root } = readYaml(keys);
  return pastIn(root?.type === 'mapping' ? root : undefined, body).join(', ');
}

it('keys of other tools tell of reviews', () => {
  for (const key of ['lastReviewed', 'last_reviewed', 'reviewedOn', 'nextReview', 'reviewedBy'])
    assert.equal(told(`${key}: 2026-01-08`), 'reviews');
  assert.equal(told('history: [{version: 2, date: 2026-01-08}]'), 'reviews, versions');
  for (const keys of ['reviewed: 2026-01-08', 'reviewEvery: annual', 'reviewers: [ana]', 'lastReviewed:'])
    assert.equal(told(keys), '');
});

it('keys tell of versions before this one, or that there was none', () => {
  for (const keys of ['version: 3.0', 'version: v1.1', 'version: Version 2', 'revision: 4'])
    assert.match(told(keys), /versions/);
  for (const keys of ['replaces: media-2', 'previousVersion: 2025-03-01', 'supersedes: none'])
    assert.equal(told(keys), 'versions');
  for (const keys of [
    'version: 1.0',
    'version: 0.9',
    'supersedes: access-2025',
    'supersedes:',
    'priority: high',
  ])
    assert.equal(told(keys), '');
});

it('a body tells of them in a history, a label, or a sentence with a date', () => {
  for (const body of [
    '## Revision history\n\nSee git.',
    '**Version history**',
    '## 9. History\n',
    '| Version | Author | Date |\n| --- | --- | --- |',
    '## Document control',
  ])
    assert.equal(told('', body), 'reviews, versions', body);
  for (const body of [
    '**Last reviewed:** 2026-02-03',
    '| Next review | 2027 |',
    'Reviewed on February 3, 2026.',
  ])
    assert.equal(told('', body), 'reviews', body);
  assert.equal(told('', '**Version:** 2.1'), 'versions');
});

it('what a policy demands tells of neither', () => {
  for (const body of [
    'Policies are reviewed on an annual basis.',
    'Access review: each quarter the owner reads the list.',
    '## Change control\n\nEach change is tested.',
    '**Version:** 1.0',
  ])
    assert.equal(told('', body), '', body);
});
