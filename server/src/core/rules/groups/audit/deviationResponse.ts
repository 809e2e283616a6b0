import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'audit/deviation-response',
  kind: 'deviation',
  keys: ['managementResponse'],
  alike: /^(?!managementResponse$).*(?:response|remediation|resolution|correcti|action)/i,
  label:
    "(?:management(?:'s|’s)? )?response|response (?:of|by|from) management|remediation|resolution|corrective actions?|actions?(?: taken)?",
  isSaid: ({ mapping }) => says(mapping, 'managementResponse'),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: "A deviation without management's response.",
  why: "The report prints each deviation with management's response. A deviation without one reads as if nobody took it seriously.",
  fix: 'Under `managementResponse`, say what happened, what limited the effect, and what you changed.',
  messages: {
    default:
      'Deviation `{name}` has no response from management. Under `managementResponse`, say what was done about it.',
  },
  examples: {
    bad: [
      `
      === deviations/one.yaml
      id: X-01
          ^^^^
      cause: The ticket was seen on Monday
      === deviations/two.yaml
      id: X-03
          ^^^^
      managementResponse: none
      `,
    ],
    good: [
      `
      === deviations/one.yaml
      - id: X-01
        managementResponse: Since April 13 an end date pages IT at once.
      - id: X-02
        response: The account was removed on the same day.
      === deviations/two.md
      ---
      id: X-03
      cause: The ticket was seen on Monday.
      ---
      ## Management response

      The account was removed on the same day.
      `,
    ],
  },
});
