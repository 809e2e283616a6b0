import { tickmarkJson } from './inOneProcess.ts';

/** What the JSON of a run is taken for; each test says how far it holds. */
export interface Checked {
  readonly version: number;
  readonly summary: { readonly programs: readonly { readonly root: string; readonly documents: number }[] };
  readonly findings: readonly Finding[];
  readonly suppressed: readonly (Finding & { readonly reason: string })[];
}
interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly range: { readonly start: LineColumn; readonly end: LineColumn };
  readonly program: string;
  readonly fingerprint: string;
}
interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** What `check` says of a folder. */
export async function checked(folder: string, ...args: readonly string[]): Promise<Checked> {
  return tickmarkJson(folder, 'check', ...args);
}

/** A finding in a line: `policies/a.md:4:12-17 criteria/unknown`. */
export function places({ findings }: Checked, rule: string): string[] {
  return findings
    .filter(finding => finding.rule === rule)
    .map(({ file, range: { start, end } }) => `${file}:${start.line}:${start.column}-${end.column}`);
}

/** A policy of Comply that cites these criteria. */
export const policy = (acronym: string, ...ids: readonly string[]) => `
name: Access policy
acronym: ${acronym}
satisfies:
  TSC: [${ids.join(', ')}]
---
Access follows the role.
`;

/** A program of Comply. */
export const comply = `
=== procedures/review.md
id: review
name: Review
cron: "0 0 0 1 */3 *"
satisfies: {TSC: [CC6.3]}
---
Review who has access.
=== policies/access.md${policy('AP', 'CC6.1', 'CC9.9')}
=== policies/logs.md${policy('LP', 'CC7.2', 'PP1.1')}
`;
