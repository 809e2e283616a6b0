import type { Progress } from '../../../protocol/tree.ts';

/** How wide the inside of the gauge is. */
const whole = 10;
/** What there is at all of something shows, and so does what is missing of all. */
const least = 1;

/**
 * A gauge of 16 by 16: filled in its whole height as far as things are done, and after that in half of its height as far as
 * they are begun.
 */
export function progressSvg({ done, begun, of }: Progress, color: string): string {
  const doneWidth = widthOf(done, of);
  const begunWidth = Math.max(widthOf(done + begun, of) - doneWidth, begun > 0 ? least : 0);
  const bar = (x: number, width: number, height: number) =>
    width > 0 ? `<rect x="${3 + x}" y="${10 - height}" width="${width}" height="${height}"/>` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="${color}">`,
    `<rect x="1.5" y="4.5" width="13" height="7" rx="1.5" fill="none" stroke="${color}"/>`,
    bar(0, doneWidth, 4),
    bar(Math.min(doneWidth, whole - begunWidth), begunWidth, 2),
    '</svg>',
  ].join('');
}

function widthOf(count: number, of: number): number {
  if (count === 0) return 0;
  if (count === of) return whole;
  const width = Math.round((whole * count * 10) / of) / 10;
  return Math.min(Math.max(width, least), whole - least);
}
