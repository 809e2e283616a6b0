import { listed } from '../../../program/listed.ts';
import { isControl, nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { Gathered, ProgramRule, Said } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/no-system',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary: 'Evidence that does not say which of the systems of its control it covers.',
  why: 'A control that operates on several systems needs evidence for each of them. Tickmark counts such evidence for all of them. If it covers only one, the others have nothing on file, and nobody sees it.',
  fix: 'Name the systems under `systems`, also if they are all of them. In a register, add a column `systems`.',
  messages: {
    default:
      'Evidence `{name}` does not say which systems it covers, so it counts for all those of control `{control}`: {systems}. Add `systems`.',
    several:
      'Evidence `{name}` does not say which systems it covers, so it counts for all those of the controls {controls}. Add `systems`.',
  },
  varying: ['systems'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly, systems: [okta, github]}
      - {id: AC-05, status: implemented, frequency: daily, systems: [okta, github]}
      === evidence/reviews.yaml
      - id: EV-01
            ^^^^^
        controls: [AC-04]
        performed: 2026-03-18
      - id: EV-02
            ^^^^^
        controls: [AC-05]
        type: system-log
        covers: {from: 2026-01-01, to: 2026-03-31}
        collected: 2026-04-01
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}, systems: [okta, github]}
      systems: [{id: okta}, {id: github}, {id: payroll}]
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly, systems: [okta, github]}
      - {id: AC-05, status: implemented, frequency: quarterly, systems: [okta, payroll]}
      - {id: AC-06, status: implemented, frequency: quarterly}
      - {id: AC-07, status: planned, frequency: quarterly, systems: [okta, github]}
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-03-18, systems: [okta]}
      - {id: EV-02, controls: [AC-05], performed: 2026-03-18}
      - {id: EV-03, controls: [AC-06], performed: 2026-03-18}
      - {id: EV-04, controls: [AC-07], performed: 2026-03-18}
      - {id: EV-05, controls: [AC-04], performed: 2024-03-18}
      `,
    ],
  },
  gather: findings => (findings.length > 1 ? [asOne(findings)] : []),
  fixes: target => addEmptyKey(target, 'systems'),
  check(program, key, report) {
    for (const control of recordsAt(program, key)) {
      if (!isControl(control.shape)) continue;
      const found = program.evidence.windows(program.report, control);
      for (const { is, evidence } of found?.problems ?? []) {
        const entry = is === 'systems' ? found?.evidence.get(evidence) : undefined;
        if (!found || !entry) continue;
        const cells = found.windows.flatMap(window => window.cells);
        const systems = [...new Set(cells.flatMap(({ system }) => system ?? []))];
        report(
          { path: entry.path, record: entry.index, at: entry.shape.at },
          { name: nameOf(entry), control: nameOf(control), systems: listed(systems) },
        );
      }
    }
  },
};

/** Evidence of several controls needs its systems once. */
function asOne(findings: readonly Said[]): Gathered {
  const name = findings[0]?.args['name'] ?? '';
  const controls = findings.map(({ args }) => `\`${args['control'] ?? ''}\``);
  return {
    members: findings.map((_, member) => member),
    message: 'several',
    args: { name, controls: listed(controls) },
    about: [],
  };
}
