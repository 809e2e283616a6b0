import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'rules/reason-missing',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A comment that is to silence a rule and does not say why.',
  why: 'Whoever comes after you, the auditor among them, has to know whether it was a decision or a convenience. Without a reason nothing is silenced.',
  fix: "Say why behind a colon: `tickmark-ignore documents/placeholder: the wording is the customer's`. Or mend what is found.",
  messages: { default: 'Say why, behind a colon: without a reason nothing is silenced.' },
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
    return [{ title: 'Add a reason, to be filled in', edits: [edit], preferred: false, asks: true }];
  },
  check({ silencings }, report) {
    for (const { start, end, reason } of silencings) if (reason === '') report({ start, end });
  },
};
