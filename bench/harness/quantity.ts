import type { Unit } from './measure.ts';

/** A value with its unit, in three significant digits and without an exponent. */
export function quantity(value: number, unit: Unit = 'ms'): string {
  switch (unit) {
    case 'ms':
      return value < 1_000 ? `${significant(value)} ms` : `${significant(value / 1_000)} s`;
    case 'times':
      return `${significant(value)} ×`;
    default:
      return `${significant(value)} ${unit}`;
  }
}

export function significant(value: number): string {
  return String(Number(value.toPrecision(3)));
}
