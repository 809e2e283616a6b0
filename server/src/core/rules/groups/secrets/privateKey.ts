import { privateKeysIn } from '../../questions/secretsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'secrets/private-key',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A private key in a document.',
  why: 'Whoever can read the repository, its copies and its history can sign, decrypt or sign in with it. An auditor who meets one has a finding against CC6.1, and the history cannot be erased.',
  fix: 'Replace the key wherever it is used, then take it out. What is in the history stays there, so a key that has been committed is never safe again.',
  messages: {
    default:
      'Here begins what looks like a private key. Replace it where it is used, then take it out: the history of the repository keeps it.',
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
    if (summary.shape.unread) return;
    for (const range of privateKeysIn(text)) report(range);
  },
};
