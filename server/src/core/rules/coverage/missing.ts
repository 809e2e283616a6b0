import { addExclusion } from '../../formats/manifestEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import { newRecord, nextId } from '../newRecord.ts';
import type { Fix, ProgrammeRule } from '../rule.ts';
import { scopePlace } from '../scopePlace.ts';

export const rule: ProgrammeRule = {
  name: 'coverage/missing',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A criterion in scope that nothing addresses.',
  why: 'The report concludes on every criterion in scope. One without a control is a finding of the audit before it has begun.',
  fix: 'Write the control that serves it and name the criterion under its `satisfies`; or, where the criterion is not relevant to you, exclude it in the manifest with the reason (DC 8).',
  messages: { default: '{id} ({title}) is in scope and missing. {reason}' },
  varying: ['title', 'reason'],
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
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, confidentiality]
        exclude:
          - {criterion: C1.2, reason: Customers delete their data themselves.}
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, C1.1]
      `,
    ],
  },
  fixes({ args: { id = '', title = '' }, programme, manifest }) {
    const criterion = programme.catalogue.criterion(id);
    if (!manifest || !criterion) return [];
    const fixes: Fix[] = [];
    const near = programme.catalogue
      .members(criterion.group ?? '')
      .flatMap(member => [...programme.citing(member.id)]);
    const next = nextId(
      programme,
      'control',
      near.filter(({ shape }) => shape.kind === 'control'),
    );
    const lines = ['status: planned', `satisfies: {TSC: [${id}]}`];
    const lineEnd = lineEndOf(manifest.facts.text);
    const control = next && newRecord(programme, { kind: 'control', id: next, title, lines }, lineEnd);
    // Planned, it covers nothing: that it is done is for its owner to say.
    if (control) {
      fixes.push({
        title: `Plan control ${next} for ${id}`,
        edits: [],
        creates: [control],
        preferred: false,
        asks: true,
      });
    }
    const exclusion = addExclusion(manifest.facts, id);
    if (exclusion) {
      const edits = [{ path: manifest.path, ...exclusion }];
      fixes.push({ title: `Exclude ${id}, with a reason`, edits, preferred: false });
    }
    return fixes;
  },
  check(programme, key, report) {
    // A repository without any control gets one finding (coverage/no-control), not sixty-one.
    if (programme.census.controls === 0) return;
    const criterion = programme.catalogues.criterion(key)?.thing;
    const place = scopePlace(programme, key);
    if (!criterion || !place || !programme.report.criteria.has(key)) return;
    const { state, marks } = programme.standing(programme.report, key);
    if (state !== 'missing' || marks.length > 0) return;
    const { reason } = programme.coverage(programme.report, key);
    report(place, { id: criterion.id, title: criterion.title, reason });
  },
};
