import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'rules/reason-missing',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A comment that silences a rule without a reason.',
  why: 'Later readers, including your auditor, have to know whether silencing the rule was a decision or a convenience. A comment without a reason silences nothing.',
  fix: "Add the reason after a colon: `tickmark-ignore documents/placeholder: the wording is the customer's`. Or fix the finding.",
  messages: { default: 'This comment has no reason, so it silences nothing. Add the reason after a colon.' },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      Exceptions go to TBD. <!-- tickmark-ignore documents/placeholder -->
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      `
      === controls/laptops.yaml
      # tickmark-ignore controls/unmapped:
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      id: EP-01
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      Exceptions go to TBD. <!-- tickmark-ignore documents/placeholder: the board decides in May -->
      Write \`<!-- tickmark-ignore documents/placeholder -->\` to silence it.
      `,
    ],
  },
  fixes({ path, range: { start, end }, facts: { text } }) {
    const words = text.slice(start, end);
    const [closing = ''] = /(?<!\s)\s*-->$/.exec(words) ?? [];
    const said = words.slice(0, words.length - closing.length).trimEnd();
    const at = start + said.length;
    const written = said.endsWith(':') ? ' ' : ': ';
    const edit = { path, start: at, end: end - closing.length, text: written, caret: written.length };
    return [{ title: 'Add an empty reason', edits: [edit], preferred: false, asks: true }];
  },
  check({ silencings }, report) {
    for (const { start, end, reason } of silencings) if (reason === '') report({ start, end });
  },
};
