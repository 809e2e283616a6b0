import { type ExampleFile, readExample } from '../../../server/src/core/rules/example.ts';
import type { Rule } from '../../../server/src/core/rules/rule.ts';
import { presets } from '../../../server/src/core/rules/severity.ts';

const manifest = 'tickmark.yaml';

/**
 * The files of an example as its rule is judged in them: under the strictest preset that has the rule. Where the usual preset
 * has it too, nothing is added, for only how grave its findings are differs.
 */
export function judgedExample({ severity }: Rule, example: string): readonly ExampleFile[] {
  const files = readExample(example);
  if (severity.recommended !== 'off') return files;
  const strictest = presets.findLast(preset => severity[preset] !== 'off');
  const set = `\nrules: {preset: ${strictest}}\n`;
  const present = files.find(({ path }) => path === manifest);
  if (!present) return [{ path: manifest, text: set, marks: [], cursor: undefined }, ...files];
  return files.map(file => (file === present ? { ...file, text: file.text + set } : file));
}

/**
 * Records that every rule has to leave alone, of each kind two: whoever judges one record by what others say finds another
 * thing beside them. They cite no criterion and name only each other.
 */
export const bystanders = readExample(`
=== controls/bystanders.yaml
- id: BY-C1
  title: Someone looks on
  statement: The bystander looks on each quarter and files a ticket.
  status: implemented
  implementedOn: 2020-01-01
  nature: detective
  execution: manual
  frequency: quarterly
  control_owner: Someone
  expects: [ticket]
  satisfies: {Bystanding: [B.1]}
  policies: [BY-P1]
- id: BY-C2
  title: Someone looks away
  statement: The bystander looks away each year and files a ticket.
  status: implemented
  implementedOn: 2020-01-01
  nature: detective
  execution: manual
  frequency: annual
  control_owner: Someone
  expects: [ticket]
  satisfies: {Bystanding: [B.2]}
  policies: [BY-P2]
=== evidence/bystanders.yaml
- {id: BY-E1, title: Looking on, type: ticket, controls: [BY-C1], performed: 2026-03-18, collected: 2026-03-19}
- {id: BY-E2, title: Looking away, type: ticket, controls: [BY-C2], performed: 2026-04-18, collected: 2026-04-19}
=== tests/bystanders.yaml
- {id: BY-T1, title: Test of looking on, control: BY-C1, on: 2026-04-01, result: no exceptions noted}
- {id: BY-T2, title: Test of looking away, control: BY-C2, on: 2026-05-01, result: no exceptions noted}
=== deviations/bystanders.yaml
- {id: BY-D1, title: Did not look, control: BY-C1, cause: Sun, managementResponse: We look again.}
- {id: BY-D2, title: Did look, control: BY-C2, cause: Rain, managementResponse: We look away again.}
=== waivers/bystanders.yaml
- {id: BY-W1, title: Need not look on, expires: 2031-01-01, approvals: both, status: approved}
- {id: BY-W2, title: Need not look away, expires: 2031-02-01, approvals: both, status: approved}
=== risks/bystanders.yaml
- {id: BY-R1, title: Nobody looks on, treatment: mitigate, controls: [BY-C1], risk_owner: Someone}
- {id: BY-R2, title: Nobody looks away, treatment: mitigate, controls: [BY-C2], risk_owner: Someone}
=== vendors/bystanders.yaml
- {id: BY-V1, title: Lookers, subservice: none}
- {id: BY-V2, title: Onlookers, subservice: none}
=== tasks/bystanders.yaml
- {id: BY-K1, title: Look on, gap: Looking on, status: open, due: 2031-01-01, assignee: Someone}
- {id: BY-K2, title: Look away, gap: Looking away, status: open, due: 2031-02-01, assignee: Someone}
=== requests/bystanders.yaml
- {id: BY-Q1, title: What was seen, controls: [BY-C1], status: open, due: 2031-01-01}
- {id: BY-Q2, title: What was not seen, controls: [BY-C2], status: open, due: 2031-02-01}
=== answers/bystanders.yaml
- {id: BY-A1, title: Does anybody look, question: Does anybody look on?, answer: We do., controls: [BY-C1]}
- {id: BY-A2, title: Does nobody look, question: Does anybody look away?, answer: We do., controls: [BY-C2]}
=== policies/bystanding.md
---
id: BY-P1
title: Bystanding policy
status: approved
effective: 2020-01-01
approvers: both
policy_owner: Someone
---
Everybody looks on.
=== policies/looking-away.md
---
id: BY-P2
title: Looking away policy
status: approved
effective: 2020-01-01
approvers: both
policy_owner: Someone
---
Nobody looks away.
`);

/** The rules whose example is changed by whatever stands beside it, and why. */
export const alone: ReadonlyMap<string, string> = new Map([
  ['coverage/no-control', 'finds that there is no control at all'],
  ['coverage/nothing-mapped', 'finds that nothing at all is cited'],
  ['documents/too-large', 'the example sets a limit that every document exceeds'],
  ['scope/nothing-read', 'finds that there is no record at all'],
  ['scope/no-manifest', 'is shown at the first document that cites a criterion, or at the first'],
]);
