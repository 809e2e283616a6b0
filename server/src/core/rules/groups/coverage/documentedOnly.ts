import { controlFixes, exclusionFixes, planFixes } from '../../fixes/gapFixes.ts';
import { askedSince, onceAsked } from '../../questions/askedSince.ts';
import { gapsTogether } from '../../questions/gapsTogether.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'coverage/documented-only',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'error' },
  severityApart: onceAsked,
  summary: 'A criterion in scope that documents address but that no control maps to.',
  why: "A policy says what should be done. An auditor tests what is done. Without a control, there is nothing to test, which can affect the auditor's conclusion on the criterion.",
  fix: 'Write the control that carries out the policy, and name the criterion under its `satisfies`. If a control already does this, name the criterion there.',
  messages: {
    default: '{id} ({title}) is only documented. {reason} Write the control that carries it out.',
    asked:
      '{id} ({title}) is only documented, and report `{report}` asks for a control {since}. {reason} Write the control that carries it out.',
    several:
      '{what}: {some} criteria have documents but no control: {ids}. Write the controls that carry the documents out.',
  },
  varying: ['title', 'reason', 'report', 'since'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, confidentiality]
                               ^^^^^^^^^^^^^^^ C1.2
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, C1.1]
      === policies/retention.md
      ---
      title: Retention policy
      satisfies: [C1.2]
      ---
      Data is deleted 30 days after the contract ends.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, confidentiality]
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, C1.1]
      - id: SEC-02
        status: planned
        satisfies: [C1.2]
      === policies/retention.md
      ---
      title: Retention policy (coverage/planned-only reports its control)
      satisfies: [C1.2]
      ---
      Data is deleted 30 days after the contract ends.
      `,
    ],
  },
  gather: (findings, program, isAll) => gapsTogether(findings, program, isAll, () => 'several'),
  fixes(target) {
    return [...controlFixes(target), ...planFixes(target), ...exclusionFixes(target)];
  },
  check(program, key, report) {
    // A repository without any control gets one finding (coverage/no-control), not sixty-one.
    if (program.census.controls === 0) return;
    const { report: asked } = program;
    const criterion = program.catalogs.criterion(key)?.thing;
    if (!criterion || !asked.criteria.has(key) || asked.excluded.has(key)) return;
    const tally = program.coverage.tally(asked, key);
    if ([...tally.keys()].some(bearing => bearing.startsWith('control'))) return;
    const place = scopePlace(program, key);
    if (!place || program.coverage.stateOf(asked, key).state !== 'documented') return;
    const { reason } = program.coverage.of(asked, key);
    const since = askedSince(program);
    const args = { id: key, title: criterion.title, reason, report: asked.id, since: since ?? '' };
    report(place, args, since === undefined ? 'default' : 'asked');
  },
};
