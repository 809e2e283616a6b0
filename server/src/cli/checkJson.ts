import type { Located } from './located.ts';
import type { Outcome } from './outcome.ts';
import { helpOf } from './ruleJson.ts';

/** What `tickmark check --format json` prints (docs/json.md). */
export function checkJson({ asked, located, suppressed, fixed, counts, known, gone }: Outcome): string {
  const { programmes, notices, unreadable } = asked;
  const result = {
    version: 1,
    summary: {
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      suppressed: suppressed.length,
      known,
      programmes: programmes.map(({ shown, folder, engine, unreadable: own }) => ({
        root: shown,
        layout: folder.layout,
        documents: [...engine.programme.paths()].length,
        unreadable: own,
      })),
      notices,
      unreadable,
    },
    findings: located.map(findingJson),
    suppressed: suppressed.map(one => ({ ...findingJson(one), reason: one.finding.reason })),
    fixed,
    gone,
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function findingJson({ finding, file, range, related, programme }: Located) {
  const { rule, severity, message, tag, fingerprint } = finding;
  const tags = tag ? [tag] : [];
  return { rule, severity, message, file, range, programme, related, tags, help: helpOf(rule), fingerprint };
}
