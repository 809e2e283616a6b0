import { isLeftOut } from '../../../model/shape.ts';
import { tokensIn } from '../../questions/secretsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'secrets/token',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A token of a service, such as GitHub, Slack, or Stripe, in a document.',
  why: 'Anybody who can read the repository, its copies, or its history can use the token. An auditor who sees one has a finding against CC6.1, and the history cannot be erased.',
  fix: 'Revoke the token first, then remove it. The history keeps it, so a token that was committed is never safe again.',
  messages: {
    default:
      'This looks like a token of {service}. Revoke it before you remove it, because the history of the repository keeps it.',
  },
  examples: {
    bad: [
      `
      === procedures/deploy.md
      Sign in with ghp_k3Zt9QmXw7LrB2vNs8HdYc4FpGj6TaE1uKoP and deploy.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === procedures/deploy.md
      A GitHub token begins with ghp_ (ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx), and a Slack token with xoxb-.
      The package npm_config_registry is set, and snake_case_names_are_no_tokens.
      `,
    ],
  },
  check({ text, summary }, report) {
    if (isLeftOut(summary.shape)) return;
    for (const { start, end, service } of tokensIn(text)) report({ start, end }, { service });
  },
};
