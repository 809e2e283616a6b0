import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Stated } from '../../../model/shape.ts';
import { daysIn } from '../../../text/interval.ts';
import { monthIn } from '../../../text/months.ts';
import { nearest } from '../../../text/nearest.ts';
import type { ProgramRule } from '../../rule.ts';

const words = {
  kind: ['soc1', 'soc2', 'soc3'],
  type: ['1', '2'],
  state: ['planned', 'current', 'issued'],
  privacyRole: ['controller', 'processor', 'both'],
} as const;

export const rule: ProgramRule = {
  name: 'scope/unknown-value',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary:
    'A kind, type, or state of a report, a privacy role, a month, or a number of days that does not exist.',
  why: 'A value that is not understood counts as missing. Tickmark then assumes a current SOC 2 report without a type, or a fiscal year that begins in January, and expects evidence in the wrong weeks.',
  fix: 'Write one of the values that the message names.',
  messages: {
    default: '`{value}` is not a valid `{key}`. Write one of {words}.',
    month:
      '`{value}` is not a month, so Tickmark assumes that the fiscal year begins in January. Write a number from 1 to 12, or the name of the month.',
    days: '`{value}` is not a number of days, so the default grace time applies to `{key}`. Write the number, such as `{key}: 15`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: a, kind: sco2, type: 3, state: curent}
                        ^^^^
                                    ^
                                              ^^^^^^
      scope: {categories: [security]}
      privacyRole: controler
                   ^^^^^^^^^
      fiscalYearBegins: 13
                        ^^
      grace: {monthly: -3, quarterly: a while}
                       ^^
                                      ^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: a, kind: SOC 2, type: II, period: {start: 2026-01-01, end: 2026-12-31}, state: Planned}
        - {id: b, kind: soc-3, type: Type 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: c}
      scope: {categories: [security]}
      privacyRole: Both
      fiscalYearBegins: April
      grace: {monthly: 10, quarterly: 15 days, annual: 0}
      `,
      `
      === tickmark.yaml
      reports: [{id: a}]
      fiscalYearBegins: 07
      grace:
      `,
    ],
  },
  fixes({ path, range, facts, args: { key = '', value = '' } }) {
    const near = isKey(key) ? nearest(value, words[key]) : undefined;
    // That a report has been issued is for a person to write.
    if (near === undefined || near === 'issued') return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check({ manifest, reports }, _key, report) {
    if (!manifest) return;
    const judge = (key: keyof typeof words, stated: Stated | undefined, isUnderstood: boolean): void => {
      if (!stated || isUnderstood) return;
      const args = { key, value: stated.text, words: words[key].map(word => `\`${word}\``).join(', ') };
      report({ path: manifest.path, record: 0, at: stated.at }, args);
    };
    for (const { kind, type, state, shape } of reports) {
      judge('kind', shape?.kind, shape?.kind?.text.toLowerCase().replace(/[-_ ]/g, '') === kind);
      judge('type', shape?.type, type !== undefined);
      judge('state', shape?.state, shape?.state?.text.toLowerCase() === state);
    }
    const role = manifest.shape.privacyRole;
    judge(
      'privacyRole',
      role,
      words.privacyRole.some(word => word === role?.text.toLowerCase()),
    );
    const { fiscalYearBegins, grace = [] } = manifest.shape;
    const tell = ({ text: value, at }: Stated, key: string, message: string) =>
      report({ path: manifest.path, record: 0, at }, { value, key }, message);
    if (fiscalYearBegins && monthIn(fiscalYearBegins.text) === undefined)
      tell(fiscalYearBegins, 'fiscalYearBegins', 'month');
    for (const { cadence, days } of grace) if (daysIn(days.text) === undefined) tell(days, cadence, 'days');
  },
};

function isKey(key: string): key is keyof typeof words {
  return Object.hasOwn(words, key);
}
