import { isLeftOut } from '../../../model/shape.ts';
import { passwordsIn } from '../../questions/secretsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'secrets/url-password',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A password in a URL, such as `postgres://user:...@host`.',
  why: 'Anybody who can read the repository, its copies, or its history can sign in. An auditor who sees one has a finding against CC6.1, and the history cannot be erased.',
  fix: 'Change the password first, then remove it from the URL. Say where the password is kept instead.',
  messages: {
    default:
      'This looks like a password in a URL. Change it before you remove it, because the history of the repository keeps it.',
  },
  examples: {
    bad: [
      `
      === procedures/restore.md
      Connect to postgres://restore:r7Kq-92vLm4x@db-2.internal.brightdesk.net/tickets first.
                                    ^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === procedures/restore.md
      Connect to postgres://user:password123@db/tickets, or to https://app:\${DB_PASSWORD}@db.internal first.
      It listens at https://example.com:8443/@ana and https://svc:k8Jq2mZ7vR@api.example.com.
      `,
    ],
  },
  check({ text, summary }, report) {
    if (isLeftOut(summary.shape)) return;
    for (const range of passwordsIn(text)) report(range);
  },
};
