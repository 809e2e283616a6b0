import type { RecordShape, Stated } from '../../../model/shape.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'confidentiality/reachable',
  reads: 'path',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'Confidentiality is in scope, but a document that may leave the organization links to one that must not.',
  why: 'C1.1 asks that confidential information is kept as promised. If you publish a document, its links may publish what they lead to, or tell every reader where it is.',
  fix: 'Remove the link, or correct `confidential` in one of the two documents.',
  messages: {
    default:
      'This document is not confidential, but the link leads to `{to}`, which is. Remove the link, or correct `confidential` in one of the two documents.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security, confidentiality]}
      === narratives/overview.md
      ---
      title: What we do for security
      confidential: false
      ---
      A firm tests our application each year ([its report](../evidence/penetration-test.md)).
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      === evidence/penetration-test.md
      ---
      id: EV-07
      confidential: true
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security, confidentiality]}
      === narratives/overview.md
      ---
      title: What we do for security
      confidential: false
      ---
      We have [a policy](../policies/access.md).
      === policies/access.md
      ---
      title: Access policy
      ---
      This policy may be internal: [the test](../evidence/penetration-test.md).
      === evidence/penetration-test.md
      ---
      id: EV-07
      confidential: true
      ---
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}
      === narratives/overview.md
      ---
      title: Confidentiality is not in scope
      confidential: false
      ---
      See [the test](../evidence/penetration-test.md).
      === evidence/penetration-test.md
      ---
      id: EV-07
      confidential: true
      ---
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const link = facts.markdown?.links.find(one => one.destinationStart === range.start);
    if (link?.kind !== 'link') return [];
    // `[words](destination)`: what stands between the brackets stays.
    const source = facts.text.slice(link.start, link.destinationStart);
    const end = source.lastIndexOf('](');
    if (end < 0) return [];
    const edit = { path, start: link.start, end: link.end, text: source.slice(1, end) };
    return [{ title: 'Remove the link, and keep its text', edits: [edit], preferred: false }];
  },
  check(program, to, report) {
    const confidential = program.records(to).find(({ shape }) => saysSo(shape, yes));
    const said = confidential && statedIn(confidential.shape);
    if (!said || !program.isInScope('C1.1')) return;
    for (const { from, link } of program.linksTo(to)) {
      const shape = program.records(from)[0]?.shape;
      if (from === to || shape?.standing !== 'counts' || !saysSo(shape, no)) continue;
      const at = { path: confidential.path, record: confidential.index, at: said.at };
      const related = [{ ...at, words: 'The linked document is marked as confidential here.' }];
      report({ path: from, record: 0, at: link.at }, { to }, 'default', related);
    }
  },
};

const yes = /^(?:true|yes)$/i;
const no = /^(?:false|no)$/i;

function statedIn({ values }: RecordShape): Stated | undefined {
  return values['confidential'];
}

function saysSo(shape: RecordShape, word: RegExp): boolean {
  return word.test(statedIn(shape)?.text ?? '');
}
