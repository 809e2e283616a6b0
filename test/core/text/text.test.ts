import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from '../../../server/src/core/text/nearest.ts';
import { lineEndOf, sourceOf } from '../../../server/src/core/text/source.ts';

describe('a source', () => {
  it('is taken apart from its byte order mark', () => {
    assert.deepEqual(sourceOf('\ufeff# A'), { text: '# A', bom: true });
    assert.deepEqual(sourceOf('# A'), { text: '# A', bom: false });
  });

  it('has the line end of its first line', () => {
    assert.equal(lineEndOf('a\r\nb\n'), '\r\n');
    assert.equal(lineEndOf('a\nb\r\n'), '\n');
    assert.equal(lineEndOf('a\rb'), '\r');
    assert.equal(lineEndOf('a'), '\n');
  });
});

describe('the nearest candidate', () => {
  it('is the one with the fewest letters changed', () => {
    assert.equal(nearest('acess-control', ['backup', 'access-control', 'access-review']), 'access-control');
    assert.equal(nearest('ac-10', ['AC-77', 'AC-11']), 'AC-11');
  });
  it('is none where nothing is near', () =>
    assert.equal(nearest('travel', ['access-control', 'backup']), undefined));
});
