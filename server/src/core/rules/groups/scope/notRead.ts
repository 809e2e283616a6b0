import { tsc } from '../../../catalog/tsc.ts';
import { includeLine } from '../../../formats/documentation.ts';
import { envelopeOf } from '../../../formats/envelope.ts';
import { bodyCitations } from '../../../formats/mentions.ts';
import { manifestName } from '../../../formats/role.ts';
import { scanMarkdown } from '../../../markdown/scan.ts';
import { lineEndOf } from '../../../text/source.ts';
import { passedOverGlobs } from '../../questions/passedOverGlobs.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'scope/not-read',
  reads: 'document',
  severity: { start: 'information', recommended: 'information', strict: 'warning' },
  summary: 'A page that cites criteria and is not read.',
  why: 'The page lies outside the folders of records, and no manifest includes it. Nothing in it is checked, and it does not count toward coverage, although somebody mapped it to the criteria.',
  fix: 'Create a `tickmark.yaml` that lists the page or its folder under `include`. If the page is no control documentation, list it under `exclude` there.',
  messages: {
    default:
      'This page cites {count} criteria, but it is not read, so nothing in it is checked. List its folder under `include` in a `tickmark.yaml`.',
    one: 'This page cites {count} criterion, but it is not read, so nothing in it is checked. List its folder under `include` in a `tickmark.yaml`.',
  },
  varying: ['count'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      satisfies: [CC6.1]
      ---
      === procedures/joiners.md
      # Joiners
      === handbook/checks/laptops.md
      # Laptop register

      - SOC 2: CC6.1, CC6.8
               ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      include: [handbook/**]
      === policies/access.md
      ---
      satisfies: [CC6.1]
      ---
      === handbook/checks/laptops.md
      # Laptop register

      - SOC 2: CC6.1, CC6.8
      `,
      `
      === policies/access.md
      ---
      satisfies: [CC6.1]
      ---
      === procedures/joiners.md
      # Joiners
      === README.md
      # Handbook

      How we prepare for SOC 2. See CC6.1 and CC6.8.
      === handbook/releases.md
      # Releases

      A release has a ticket, as CC8.1 wants.
      `,
    ],
  },
  fixes({ facts, program }) {
    if (program.manifest) return [];
    const line = includeLine(passedOverGlobs(program));
    const text = ['tickmark: 1', line, ''].join(lineEndOf(facts.text));
    const title = `Create ${manifestName} with ${line}`;
    return [{ title, edits: [], creates: [{ path: manifestName, text }], preferred: true }];
  },
  check({ text, summary: { shape } }, report) {
    const { passedOver = [] } = shape;
    if (passedOver.length === 0) return;
    const { bodyStart } = envelopeOf(text, false);
    const [first] = bodyCitations(text, 0, scanMarkdown(text, bodyStart), tsc);
    if (!first) return;
    const args = { count: String(passedOver.length) };
    report({ start: first.start, end: first.end }, args, passedOver.length === 1 ? 'one' : 'default');
  },
};
