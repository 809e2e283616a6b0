import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, it } from 'node:test';
import { hasHash, hashOfKey } from '../../server/src/workspace/hasHash.ts';

const hashOf = (text: string) => hash('sha256', text, 'hex');
const judged = (content: string, meant: string) => hasHash(Buffer.from(content), hashOf(meant));
const pointerTo = (content: string) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${hashOf(content)}\nsize ${content.length}\n`;
const keyOf = (content: string) => `SHA256E-s${content.length}--${hashOf(content)}.csv.gz`;

describe('the hash of a content', () => {
  it('is that of its bytes, with either line end', () => {
    const forms = ['a\nb\n', 'a\r\nb\r\n'];
    for (const content of [...forms, 'a\r\nb\n'])
      for (const meant of forms) assert.equal(judged(content, meant), true);
    for (const other of ['a\nb', 'a\rb\r', 'a b\n', '']) assert.equal(judged('a\nb\n', other), false);
  });

  it('is told of what a pointer of Git LFS stands for, and of the pointer itself', () => {
    const pointer = pointerTo('scan');
    assert.equal(judged(pointer, 'scan'), true);
    assert.equal(judged(pointer.replaceAll('\n', '\r\n'), 'scan'), true);
    assert.equal(judged(pointer, pointer), true);
    assert.equal(judged('scan', pointer), true);
    assert.equal(judged(pointer, 'another'), false);
    assert.equal(judged(pointer.replace('oid', 'ext-0-x sha256:00\noid'), 'another'), undefined);
  });

  it('is told of what a key of git-annex stands for, where it is of that hash', () => {
    assert.equal(judged(`/annex/objects/${keyOf('scan')}\n`, 'scan'), true);
    assert.equal(judged(`/annex/objects/${keyOf('scan')}\n`, 'another'), false);
    const link = `../.git/annex/objects/0a/1b/${keyOf('scan')}/${keyOf('scan')}`;
    assert.equal(hashOfKey(link), hashOf('scan'));
    assert.equal(hashOfKey('../.git/annex/objects/0a/1b/MD5E-s4--0a.csv'), undefined);
  });

  it('is not told of what is encrypted', () => {
    assert.equal(judged('\0GITCRYPT\0\u0001\u0002', 'scan'), undefined);
  });
});
