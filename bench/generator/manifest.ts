import { approvers, organization, owners, period, systems } from './organization.ts';

/** The text of tickmark.yaml: a Type 2 report on Security, Availability and Confidentiality. */
export function manifestText(): string {
  return [
    'tickmark: 1',
    `organization: ${organization}`,
    'reports:',
    '  - id: soc2-2025',
    '    kind: soc2',
    '    type: 2',
    '    period:',
    `      start: ${period.start}`,
    `      end: ${period.end}`,
    '    categories: [security, availability, confidentiality]',
    `    systems: [${systems.join(', ')}]`,
    '    state: current',
    'scope:',
    '  categories: [security, availability, confidentiality]',
    'systems:',
    ...systems.flatMap(named),
    'people:',
    ...[...owners, ...approvers].flatMap(named),
    '',
  ].join('\n');
}

function named(id: string): string[] {
  return [`  - id: ${id}`, `    name: ${id.replaceAll('-', ' ')}`];
}
