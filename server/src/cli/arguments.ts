import { parseArgs } from 'node:util';
import { readDate } from '../core/text/calendar.ts';
import { localDate } from '../workspace/localDate.ts';
import { CouldNotRun } from './couldNotRun.ts';

const roles = ['controller', 'processor'] as const;

/** What the user asked for. */
export interface Arguments {
  readonly command: string;
  readonly operands: readonly string[];
  /** `csv` only for `criteria`, `markdown` only for `explain` and `rules`. */
  readonly format: 'text' | 'json' | 'csv' | 'markdown';
  readonly today: string;
  readonly report: string | undefined;
  readonly failOn: 'error' | 'warning';
  /** The categories named; undefined where none are. */
  readonly scope: readonly string[] | undefined;
  readonly role: 'controller' | 'processor' | undefined;
  readonly points: boolean;
  /** The catalog at which coverage is looked through mappings. */
  readonly through: string | undefined;
  /** The folder in which results are kept from run to run; undefined for this user's own, `none` to keep none. */
  readonly cache: { readonly folder: string } | 'none' | undefined;
  readonly cacheStrategy: 'metadata' | 'content';
  readonly fix: boolean;
  /** Whether every finding is listed, however many there are. */
  readonly all: boolean;
  /** The file of the findings that are not to be reported again. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** The revision whose findings are not to be reported again. */
  readonly since: string | undefined;
}

/**
 * Reads the command line.
 * @throws CouldNotRun where an option is unknown or has a value it cannot have
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command = 'help', ...operands] = positionals;
  for (const name of ['baseline', 'since', 'cache', 'report', 'through'] as const)
    if (values[name] === '')
      throw new CouldNotRun(`--${name}: the value is empty. \`tickmark --help\` describes the option.`);
  if (values['update-baseline'] && values.baseline === undefined)
    throw new CouldNotRun('--update-baseline: add --baseline FILE to name the file.');
  const today = readDate(values.today ?? localDate(new Date()));
  if (today === undefined)
    throw new CouldNotRun(`--today ${values.today}: write a calendar date as YYYY-MM-DD.`);
  return {
    command: values.version ? 'version' : values.help ? 'help' : command,
    operands,
    format: oneOf('--format', values.format ?? 'text', [
      'text',
      'json',
      ...(command === 'criteria' ? (['csv'] as const) : []),
      ...(command === 'explain' || command === 'rules' ? (['markdown'] as const) : []),
    ]),
    today,
    report: values.report,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning']),
    scope: values.scope?.split(',').map(name => name.trim()),
    role: values.role === undefined ? undefined : oneOf('--role', values.role, roles),
    points: values.points ?? false,
    through: values.through,
    cache: values['no-cache'] ? 'none' : values.cache === undefined ? undefined : { folder: values.cache },
    cacheStrategy: oneOf('--cache-strategy', values['cache-strategy'] ?? 'metadata', ['metadata', 'content']),
    fix: values.fix ?? false,
    all: values.all ?? false,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    since: values.since,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        today: { type: 'string' },
        report: { type: 'string' },
        'fail-on': { type: 'string' },
        scope: { type: 'string' },
        role: { type: 'string' },
        points: { type: 'boolean' },
        through: { type: 'string' },
        cache: { type: 'string' },
        'no-cache': { type: 'boolean' },
        'cache-strategy': { type: 'string' },
        fix: { type: 'boolean' },
        all: { type: 'boolean' },
        baseline: { type: 'string' },
        'update-baseline': { type: 'boolean' },
        since: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CouldNotRun(
      `${error instanceof Error ? error.message : error} \`tickmark --help\` lists the options.`,
    );
  }
}

function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find(word => word === value);
  if (found === undefined) throw new CouldNotRun(`${option} ${value}: use ${words.join(' or ')}.`);
  return found;
}
