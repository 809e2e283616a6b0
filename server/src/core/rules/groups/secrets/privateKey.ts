import { isLeftOut } from '../../../model/shape.ts';
import { privateKeysIn } from '../../questions/secretsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'secrets/private-key',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A private key in a document.',
  why: 'Anybody who can read the repository, its copies, or its history can sign, decrypt, or sign in with the key. An auditor who sees one has a finding against CC6.1, and the history cannot be erased.',
  fix: 'Replace the key wherever it is used, then remove it. The history keeps it, so a key that was committed is never safe again.',
  messages: {
    default:
      'This looks like the start of a private key. Replace it wherever it is used before you remove it, because the history of the repository keeps it.',
  },
  examples: {
    bad: [
      `
      === procedures/access-servers.md
      -----BEGIN OPENSSH PRIVATE KEY-----
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      b3JlbnNpbHkgbm90IGEga2V5IGJ1dCBsb29rcyBsaWtlIG9uZSwgaW52ZW50ZWQgaGVyZQ
      -----END OPENSSH PRIVATE KEY-----
      `,
    ],
    good: [
      `
      === procedures/access-servers.md
      A key begins with \`-----BEGIN PRIVATE KEY-----\` and is never put here.

      -----BEGIN RSA PRIVATE KEY-----
      [taken out]
      -----END RSA PRIVATE KEY-----
      `,
    ],
  },
  check({ text, summary }, report) {
    if (isLeftOut(summary.shape)) return;
    for (const range of privateKeysIn(text)) report(range);
  },
};
