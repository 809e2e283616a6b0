import assert from 'node:assert/strict';
import { it } from 'node:test';
import { renamesAmong } from '../../server/src/workspace/renames.ts';

const renames = (gone: Record<string, string>, come: Record<string, string>) =>
  Object.fromEntries(renamesAmong(new Map(Object.entries(gone)), new Map(Object.entries(come))));

it('what is equal is the same document, then what is most alike', () => {
  assert.deepEqual(
    renames(
      { 'a.md': 'one\ntwo\nthree\n', 'b.md': 'one\ntwo\nthree\nfour\n', 'c.md': 'other\n' },
      { 'x.md': 'one\r\ntwo\r\nthree\r\nfour\r\nfive\r\n', 'y.md': 'one\ntwo\nthree\n', 'z.md': 'new\n' },
    ),
    { 'x.md': 'b.md', 'y.md': 'a.md' },
  );
});

it('a document is one other at most, and what is mostly new is new', () => {
  assert.deepEqual(renames({ 'a.md': 'one\n' }, { 'x.md': 'one\n', 'y.md': 'one\n' }), { 'x.md': 'a.md' });
  assert.deepEqual(renames({ 'a.md': 'one\ntwo\n' }, { 'x.md': 'one\n2\n3\n' }), {});
  assert.deepEqual(renames({ 'a.md': '---\n' }, { 'x.md': '---\n\n' }), {});
});

it('of very many only what is equal counts', () => {
  const many = (ending: string) =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${ending}${i}.md`, `one\ntwo\n${ending}${i}\n`]),
    );
  assert.deepEqual(renames({ ...many('a'), same: 'same\n' }, { ...many('b'), moved: 'same\n' }), {
    moved: 'same',
  });
});
