import { pastDay } from '../../makers/pastDay.ts';

export const rule = pastDay({
  name: 'audit/waiver-expired',
  kind: 'waiver',
  day: 'expires',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A waiver that has expired.',
  why: 'After its last day, what the waiver allowed violates the policy again. An auditor compares the list of exceptions with what is in place.',
  fix: 'End the exception and set `status: retired`, or have the waiver approved again.',
  messages: {
    default:
      'Waiver `{name}` expired on {date}. End the exception and set `status: retired`, or have the waiver approved again.',
  },
  examples: {
    bad: [
      `
      === waivers/vpn.yaml
      - id: WV-01
        approvedBy: priya
        approvedOn: 2025-06-01
        expires: 2025-12-31
                 ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === waivers/vpn.yaml
      - id: WV-01
        expires: 2026-12-31
        satisfies: [CC6.1]
      - id: WV-02
        expires: 2025-12-31
        status: retired
        satisfies: [CC6.1]
      `,
    ],
  },
});
