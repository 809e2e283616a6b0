import { globInYaml, includeLine } from './documentation.ts';
import { silencingWord } from './silencings.ts';

/** What a new program is to be. */
export interface NewProgram {
  readonly organization: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  readonly type: 1 | 2;
  readonly asOf?: string;
  readonly period?: { readonly start: string; readonly end: string };
  /** Ids of categories; none for SOC 1. */
  readonly categories: readonly string[];
  /** Why the categories lack Security. The finding about that is silenced with it. */
  readonly withoutSecurity?: string;
  /** Globs of documents that are read wherever they lie. */
  readonly include?: readonly string[];
}

/** The text of a new manifest. What is not decided yet is left out: a rule will say so. */
export function newManifest(program: NewProgram): string {
  return `${[identity(program), ...scopeOf(program), ...includeOf(program), preset].join('\n\n')}\n`;
}

function identity({ organization, kind, type, asOf, period }: NewProgram): string {
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
  return lines.join('\n');
}

function scopeOf({ kind, categories, withoutSecurity }: NewProgram): string[] {
  if (kind === 'soc1') return [];
  const override = withoutSecurity === undefined ? [] : [silenced(withoutSecurity)];
  return [['scope:', ...override, `  categories: [${categories.join(', ')}]`].join('\n')];
}

function silenced(reason: string): string {
  return `  # ${silencingWord} scope/security-missing: ${reason.replace(/\s+/g, ' ').trim()}`;
}

/** How many characters a list has on one line at most. */
const longest = 80;

function includeOf({ include = [] }: NewProgram): string[] {
  if (include.length === 0) return [];
  const line = includeLine(include);
  const list = ['include:', ...include.map(glob => `  - ${globInYaml(glob)}`)].join('\n');
  return [`# Documents outside the usual folders.\n${line.length <= longest ? line : list}`];
}

const preset = `# The preset start reports what is wrong, and not yet what is missing.
# Change it to recommended once most criteria have a control,
# and to strict before the audit.
rules:
  preset: start`;

/** A text as YAML may hold it on one line. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[A-Za-z][\w .&'-]*$/.test(line) && !/^(?:true|false|null|yes|no|on|off)$/i.test(line)
    ? line
    : JSON.stringify(line);
}
