import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { progressSvg } from '../../../client/src/views/progressSvg.ts';

/** The bars inside the gauge, as x, width and height. */
function barsIn(svg: string): number[][] {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="(\d+)"\/>/g)].map(
    ([, ...sides]) => sides.map(Number),
  );
}

describe('a gauge of progress', () => {
  it('is empty, filled in part and half of its height behind that, or full', () => {
    const bars = (done: number, begun: number, of: number) =>
      barsIn(progressSvg({ done, begun, of }, '#000'));
    assert.deepEqual(bars(0, 0, 8), []);
    assert.deepEqual(bars(4, 2, 8), [
      [3, 5, 4],
      [8, 2.5, 2],
    ]);
    assert.deepEqual(bars(0, 8, 8), [[3, 10, 2]]);
    assert.deepEqual(bars(8, 0, 8), [[3, 10, 4]]);
    assert.deepEqual(bars(0, 0, 0), []);
  });

  it('shows one of many, and one that is missing of many', () => {
    const width = (done: number, begun = 0) =>
      barsIn(progressSvg({ done, begun, of: 1000 }, '#000')).map(([, width]) => width);
    assert.deepEqual(width(1), [1]);
    assert.deepEqual(width(999), [9]);
    assert.deepEqual(width(999, 1), [9, 1]);
  });

  it('stays inside of its outline', () => {
    const counts = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100));
    fc.assert(
      fc.property(counts, ([done, begun, missing]) => {
        for (const [x = 0, width = 0] of barsIn(
          progressSvg({ done, begun, of: done + begun + missing }, '#000'),
        )) {
          assert.ok(x >= 3 && width >= 1 && x + width <= 13.001);
        }
      }),
    );
  });
});
