import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { windowsOf } from '../../server/src/core/time/windows.ts';
import { rowsOf } from '../core/time/row.ts';
import { corpus } from './corpora.ts';

// The specification of windows has most of its cases as data too. It lies beside the project, and not everybody has it.
const { folder, skip } = corpus('../design/windows.json');

describe('the cases of the specification as data', () => {
  it('are answered as it says', { skip }, () => {
    const cases = JSON.parse(readFileSync(folder, 'utf8'));
    for (const one of cases) {
      const [row] = rowsOf(`# ${one.case}\n${rowOf(one)}`);
      assert.ok(row);
      const { windows } = windowsOf(row.question);
      const plain = windows.map(({ name, from, to, state, marks }) => ({ name, from, to, state, marks }));
      const wanted = one.windows.map(({ detail: _, ...window }: { detail?: string }) => window);
      assert.deepEqual(plain, wanted, `case ${one.case}: ${one.why}`);
    }
  });
});

/** A case as a row of the tests beside this one. */
function rowOf({ control, report, fiscalYearBegins, today, evidence }: SpecifiedCase): string {
  const { history = [], frequency } = control;
  const versions = history.map(one => `before ${one.from ?? ''}..${one.to ?? ''} ${one.frequency}`);
  const said = (['implementedOn', 'retiredOn', 'systems', 'expects'] as const).flatMap(key =>
    control[key] === undefined ? [] : [`${key} ${control[key]}`],
  );
  const systems = report.systems === undefined ? '' : ` systems ${report.systems}`;
  return [
    [frequency, ...versions, ...said].join(', '),
    `${report.period.start}..${report.period.end}${systems} fiscal year from ${fiscalYearBegins}`,
    `today ${today}`,
    evidence.length === 0 ? 'nothing' : evidence.map(evidenceIn).join('; '),
  ].join(' | ');
}

function evidenceIn({ id, type, covers, extractedOn, ...more }: SpecifiedCase['evidence'][number]): string {
  const said = (['window', 'performed', 'collected', 'count', 'systems'] as const).flatMap(key =>
    more[key] === undefined ? [] : [`${key} ${more[key]}`],
  );
  if (covers) said.push(`covers ${covers.from}..${covers.to}`);
  if (extractedOn) said.push(`drawn ${extractedOn}`);
  return [id, ...(type === undefined ? [] : [type]), ...said].join(' ');
}

interface SpecifiedCase {
  readonly control: {
    readonly frequency: string;
    readonly history?: readonly {
      readonly from?: string;
      readonly to?: string;
      readonly frequency: string;
    }[];
    readonly implementedOn?: string;
    readonly retiredOn?: string;
    readonly systems?: readonly string[];
    readonly expects?: readonly string[];
  };
  readonly report: {
    readonly period: { readonly start: string; readonly end: string };
    readonly systems?: readonly string[];
  };
  readonly fiscalYearBegins: number;
  readonly today: string;
  readonly evidence: readonly {
    readonly id: string;
    readonly type?: string;
    readonly window?: string;
    readonly performed?: string;
    readonly covers?: { readonly from: string; readonly to: string };
    readonly collected?: string;
    readonly extractedOn?: string;
    readonly count?: number;
    readonly systems?: readonly string[];
  }[];
}
