import type { Block, Tone } from '../../core/pages/page.ts';
import { counted } from '../../core/pages/words.ts';
import { ruleNamed } from '../../core/rules/rules.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import type { ReportedDocument } from './reported.ts';

/** How many findings a rule has at a severity, listed or not, and in how many documents. */
interface Total {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  documents: number;
}

/** The findings by rule, the gravest first, and of equal severity the most. */
export function totalsOf(documents: readonly ReportedDocument[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { seen } of documents) {
    const here = new Set<Total>();
    const add = (rule: string, severity: Severity, count: number) => {
      const key = `${severity} ${rule}`;
      const total = totals.get(key) ?? { rule, severity, count: 0, documents: 0 };
      totals.set(key, total);
      total.count += count;
      here.add(total);
    };
    for (const { rule, severity } of seen.listed) add(rule, severity, 1);
    for (const part of [seen.omitted, seen.quieted])
      for (const { rule, severity, count } of part) add(rule, severity, count);
    for (const total of here) total.documents++;
  }
  return [...totals.values()].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.count - a.count ||
      (a.rule < b.rule ? -1 : 1),
  );
}

/** How well what has a finding of a severity is doing. */
const toneOf: Readonly<Record<Severity, Tone>> = {
  error: 'bad',
  warning: 'begun',
  information: 'advanced',
  hint: 'aside',
};

/** The totals as a table; those that `--fix` may fix say so. */
export function totalsTable(totals: readonly Total[]): Block {
  return {
    kind: 'table',
    rows: totals.map(({ rule, severity, count, documents }) => [
      [{ text: severity, tone: toneOf[severity] }],
      [rule],
      [
        documents > 1 ? `${count} in ${counted(documents, 'document')}` : `${count}`,
        ...(ruleNamed(rule)?.fixAll
          ? [' (', { text: '--fix', style: 'code' } as const, ` may fix ${count > 1 ? 'some' : 'it'})`]
          : []),
      ],
    ]),
  };
}
