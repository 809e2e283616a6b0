import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Stated } from '../../../model/shape.ts';
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
  summary: 'A kind, type, or state of a report, or a privacy role, that does not exist.',
  why: 'A value that is not understood counts as missing. Tickmark then assumes a current SOC 2 report without a type.',
  fix: 'Write one of the values that the message lists.',
  messages: { default: '`{value}` is not a valid `{key}`. Write one of {words}.' },
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
  },
};

function isKey(key: string): key is keyof typeof words {
  return Object.hasOwn(words, key);
}
