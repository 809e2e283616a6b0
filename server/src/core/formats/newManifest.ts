/** What a new program is to be. */
export interface NewProgram {
  readonly organization: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  readonly type: 1 | 2;
  readonly asOf?: string;
  readonly period?: { readonly start: string; readonly end: string };
  /** Ids of categories; none for SOC 1. */
  readonly categories: readonly string[];
}

/** The text of a new manifest. What is not decided yet is left out: a rule will say so. */
export function newManifest({ organization, kind, type, asOf, period, categories }: NewProgram): string {
  const year = (period?.end ?? asOf)?.slice(0, 4);
  const lines = [
    'tickmark: 1',
    `organization: ${quoted(organization)}`,
    '',
    'reports:',
    `  - id: ${year === undefined ? kind : `${kind}-${year}`}`,
    `    kind: ${kind}`,
    `    type: ${type}`,
  ];
  if (type === 1 && asOf !== undefined) lines.push(`    asOf: ${asOf}`);
  if (type === 2 && period)
    lines.push('    period:', `      start: ${period.start}`, `      end: ${period.end}`);
  lines.push('    state: current');
  if (kind !== 'soc1') lines.push('', 'scope:', `  categories: [${categories.join(', ')}]`);
  return `${lines.join('\n')}\n`;
}

/** A text as YAML may hold it on one line. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[A-Za-z][\w .&'-]*$/.test(line) && !/^(?:true|false|null|yes|no|on|off)$/i.test(line)
    ? line
    : JSON.stringify(line);
}
