import { isFilledIn } from '../../../formats/isFilledIn.ts';
import { textIn } from '../../../formats/stated.ts';
import type { Key } from '../../../model/key.ts';
import { keysOf, keysWithin } from '../../../model/keys.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import { readDate } from '../../../text/calendar.ts';
import { entriesOf, entry, items, resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/dates',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A date that cannot be read or does not exist, or a period that ends before it starts.',
  why: 'A date that cannot be read counts as missing. A review is then never overdue, and a waiver never expires, however long ago the date was.',
  fix: 'Write dates as YYYY-MM-DD. A time after the date is fine, and of several dates the latest counts.',
  messages: {
    default: '`{text}` is not a calendar date. Write a date that exists, as YYYY-MM-DD.',
    order: 'This ends on {text}, before it starts on {other}. Correct one of the dates.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: 31.1.2026
                ^^^^^^^^^
      approvedOn: [2025-01-15, 2026-02-30]
                               ^^^^^^^^^^
      effective: January 2024
                 ^^^^^^^^^^^^
      ---
      Access follows the role.
      === registers/vendors.yaml
      - id: hosting
        kind: vendor
        report: {period: {start: 2025-01-01, end: 2025-12-32}}
                                                  ^^^^^^^^^^
      - id: payroll
        kind: vendor
        report: {period: {start: 2025-12-31, end: 2025-01-01}}
                                                  ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: [2023-01-08, 2026-01-08T09:30:00.000Z]
      approvedOn: TBD
      effective: <date>
      ---
      Access follows the role.
      `,
    ],
  },
  fixes: target => (target.message === 'default' ? rewriteDate(target) : []),
  check({ records, summary }, report) {
    for (const [index, { kind, mapping }] of records.entries()) {
      if (!mapping || summary.shape.records[index]?.standing === 'template') continue;
      const judgeOrder = (within: YamlMapping): void => {
        const [start, end] = [entry(within, 'start')?.value, entry(within, 'end')?.value];
        const [other, text] = [readDate(textIn(start) ?? ''), readDate(textIn(end) ?? '')];
        if (!start || !end || other === undefined || text === undefined || text >= other) return;
        const related = [{ start: start.start, end: start.end, words: 'The other date.' }];
        report({ start: end.start, end: end.end }, { text, other }, 'order', related);
      };
      const look = (within: YamlMapping, keys: ReadonlyMap<string, Key> | undefined): void => {
        for (const { key: written, value } of entriesOf(within)) {
          const key = keys?.get(written.value);
          if ((key?.type !== 'date' && !key?.keys) || hasOwnRule(kind, key.name)) continue;
          for (const item of items(value)) {
            const said = resolved(item);
            if (said?.type === 'mapping') judgeOrder(said);
            if (said?.type === 'mapping') look(said, keysWithin(key));
            else if (said?.type === 'scalar' && key.type === 'date' && isNoDate(said.value))
              report({ start: said.start, end: said.end }, { text: said.value.trim() });
          }
        }
      };
      look(mapping, keysOf(kind));
    }
  },
};

function isNoDate(value: string): boolean {
  return readDate(value.trim()) === undefined && isFilledIn(value);
}

/** Whether controls/dates or evidence/dates is about a key. */
function hasOwnRule(kind: RecordKind, key: string): boolean {
  if (kind === 'control') return key === 'implementedOn' || key === 'retiredOn';
  return kind === 'evidence' && ['performed', 'covers', 'collected', 'extractedOn'].includes(key);
}
