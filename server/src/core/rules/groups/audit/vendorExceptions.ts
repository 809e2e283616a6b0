import { nameOf } from '../../../program/record.ts';
import { entry, resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlScalar } from '../../../yaml/node.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { bodySays, hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for a conclusion. */
const alike =
  /^(?!reviewed$|conclusion$).*(?:conclu|assess|impact|evaluat|follow|response|comment|notes?$|remark|summary|mitigat)/i;

export const rule: DocumentRule = {
  name: 'audit/vendor-exceptions',
  reads: 'document',
  about: ['vendor'],
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: "A vendor's report with a qualified opinion or with exceptions, and no conclusion of yours.",
  why: 'A report with exceptions can still do, if somebody has asked what they mean for you. An auditor reads the same report, and asks for your conclusion about each exception.',
  fix: 'Under `conclusion` of the report, say which exceptions concern you, what limits their effect, and what you did.',
  messages: {
    default:
      "The report of `{name}` has {what}, but nothing says what you concluded from that. Write it under the report's `conclusion`.",
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        report:
          kind: soc2
          opinion: qualified
                   ^^^^^^^^^
          exceptions: 2
          reviewed: 2026-11-12
      - id: VN-02
        report:
          kind: soc2
          opinion: unqualified
          exceptions: 1
                      ^
          reviewed: 2026-11-12
      - id: VN-05
        report:
          opinion: qualified
                   ^^^^^^^^^
          conclusion: n/a
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        report:
          opinion: qualified
          exceptions: 2
          conclusion: Both are about a region that we do not use.
      - id: VN-02
        report: {opinion: unqualified, exceptions: 0}
      - id: VN-03
        report: {opinion: unqualified, exceptions: 'One, about physical keys that we do not rely on'}
      - id: VN-04
        assessment: The exception is about offices.
        report: {opinion: unqualified, exceptions: 1}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKeyUnder(target, 'report', 'conclusion');
  },
  check(facts, report) {
    for (const { shape, mapping } of recordsOf(facts, 'vendor')) {
      const own = resolved(entry(mapping, 'report')?.value);
      if (own?.type !== 'mapping') continue;
      const found = worryIn(own);
      if (!found || says(own, 'conclusion') || hasKeyLike(own, alike) || hasKeyLike(mapping, alike)) continue;
      if (bodySays(facts, /exception|qualif|adverse|disclaim/i)) continue;
      const { start, end } = found.scalar;
      report({ start, end }, { name: nameOf({ shape }), what: found.what });
    }
  },
};

/** What a reader of a report would ask about. */
function worryIn(report: YamlMapping): { readonly scalar: YamlScalar; readonly what: string } | undefined {
  const opinion = scalarAt(report, 'opinion');
  const modified = opinion && opinions.get(opinion.value.trim().toLowerCase());
  if (opinion && modified !== undefined) return { scalar: opinion, what: modified };
  const exceptions = scalarAt(report, 'exceptions');
  const count = exceptions?.value.trim() ?? '';
  if (!exceptions || !/^[1-9]\d{0,3}$/.test(count)) return undefined;
  return { scalar: exceptions, what: count === '1' ? '1 exception' : `${count} exceptions` };
}

/** The opinions that are no clean ones. */
const opinions: ReadonlyMap<string, string> = new Map([
  ['qualified', 'a qualified opinion'],
  ['adverse', 'an adverse opinion'],
  ['disclaimer', 'a disclaimer of opinion'],
]);

function scalarAt(mapping: YamlMapping, key: 'opinion' | 'exceptions'): YamlScalar | undefined {
  const value = resolved(entry(mapping, key)?.value);
  return value?.type === 'scalar' ? value : undefined;
}
