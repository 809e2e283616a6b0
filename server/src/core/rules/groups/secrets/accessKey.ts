import { isLeftOut } from '../../../model/shape.ts';
import { accessKeysIn } from '../../questions/secretsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'secrets/access-key',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'An access key of a cloud provider in a document.',
  why: 'Anybody who can read the repository, its copies, or its history can use the key. An auditor who sees one has a finding against CC6.1, and the history cannot be erased.',
  fix: "Revoke the key first, then remove it. The history keeps it, so a key that was committed is never safe again. For an example, use the key from the provider's documentation, which contains EXAMPLE.",
  messages: {
    default:
      'This looks like an access key of {service}. Revoke it before you remove it, because the history of the repository keeps it.',
  },
  examples: {
    bad: [
      `
      === evidence/iam-export.yaml
      controls: [AC-01]
      note: made with AKIAQ3EGRT7JX5LVNPWD
                      ^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === procedures/rotate-keys.md
      Keys look like AKIAIOSFODNN7EXAMPLE or AKIAXXXXXXXXXXXXXXXX, and ASIA is no key.
      `,
    ],
  },
  check({ text, summary }, report) {
    if (isLeftOut(summary.shape)) return;
    for (const { start, end, service } of accessKeysIn(text)) report({ start, end }, { service });
  },
};
