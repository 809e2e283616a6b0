import { components } from '../../../model/components.ts';
import { componentsMentioned, componentsMissing, descriptionOf } from '../../../program/description.ts';
import { allListed } from '../../../program/listed.ts';
import { lineEndOf } from '../../../text/source.ts';
import { inOrder, type ProgramRule, placeOf } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/component-unmentioned',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'Narratives that describe DC 3 but never mention one of the five components of a system.',
  why: 'Description criterion DC 3 asks for the infrastructure, software, people, procedures, and data used to provide the service. It prescribes no format, but a missing component is an omission that the auditor has to report.',
  fix: 'Describe the component, or say in a sentence why there is nothing to describe.',
  messages: {
    default:
      'The narratives that describe DC 3 never mention {components}. Add a description, or say why there is nothing to describe.',
  },
  varying: ['components'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === narratives/system.md
      ---
      id: system
          ^^^^^^
      describes: [DC 1, DC 3]
      ---
      # The system

      ## Infrastructure

      The servers are rented.

      ## Software

      The application is written in Go.

      ## People

      ## Data

      What customers enter is stored in a database.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === narratives/system.md
      ---
      id: system
      describes: [DC 1, DC 3]
      ---
      The application runs in the cloud and keeps what customers enter in a database.
      === narratives/organization.md
      ---
      id: organization
      describes: [DC 3]
      ---
      Twelve employees work as [the runbooks](../procedures/on-call.md) say.
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === narratives/system.md
      ---
      id: system
      describes: [DC 3]
      ---
      Die Anwendung und ihre Server betreiben wir selbst.
      `,
    ],
  },
  fixes({ path, args: { components: named = '' }, facts: { text, markdown } }) {
    const missing = components.filter(component => named.includes(component));
    const headings = markdown?.headings.map(heading => heading.text.toLowerCase()) ?? [];
    const [first, ...others] = missing.filter(component => !headings.includes(component));
    if (first === undefined) return [];
    const level = markdown?.headings.find(heading => isComponent(heading.text))?.level ?? 2;
    const [line, mark] = [lineEndOf(text), '#'.repeat(level)];
    const added = [first, ...others].map(
      name => `${mark} ${name.charAt(0).toUpperCase()}${name.slice(1)}${line}`,
    );
    const gap = /(?:\r\n|\n|\r)$/.test(text) ? line : line + line;
    const edit = { path, start: text.length, end: text.length, text: gap + added.join(line) };
    const title = `Add ${added.length === 1 ? 'a section' : 'sections'} on ${allListed([first, ...others])}, to be written`;
    return [{ title, edits: [edit], preferred: false, asks: true }];
  },
  check(program, _key, report) {
    const [first, ...others] = inOrder(program.describing('DC 3'));
    if (!first) return;
    const open = componentsMissing(componentsMentioned(program));
    if (open.length === 0) return;
    // Last, because it looks at every vendor.
    if (!program.currentReports.some(one => descriptionOf(program, one).length > 0)) return;
    const related = others.map(other => ({
      ...placeOf(other),
      words: 'This narrative also describes DC 3.',
    }));
    report(placeOf(first), { components: allListed(open) }, 'default', related);
  },
};

function isComponent(heading: string): boolean {
  return components.some(component => component === heading.toLowerCase());
}
