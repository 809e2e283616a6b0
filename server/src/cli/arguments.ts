import { ladder } from '../core/program/ladder.ts';
import { rules as allRules, ruleNamed } from '../core/rules/rules.ts';
import { readDate } from '../core/text/calendar.ts';
import { intervalLater } from '../core/text/interval.ts';
import { localDate } from '../workspace/localDate.ts';
import { type CommandName, commands, type Format } from './commands.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import { onDisk, type Place, placeAt } from './place.ts';
import { readCommandLine } from './readCommandLine.ts';

const roles = ['controller', 'processor'] as const;

const onlyStates = [...ladder, 'relies', 'excluded'] as const;

/** What `coverage --only` can name. */
export type OnlyState = (typeof onlyStates)[number];

/** What the user asked for. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly format: Format;
  /** Where documents are read. */
  readonly place: Place;
  /** The day as of which is answered. */
  readonly today: string;
  readonly report: string | undefined;
  readonly failOn: 'error' | 'warning';
  /** The names of the only rules whose findings are reported; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** Whether only what decides the exit code is listed. */
  readonly quiet: boolean;
  /** The only states whose criteria are listed; undefined for all. */
  readonly only: readonly OnlyState[] | undefined;
  /** The categories named; undefined where none are. */
  readonly scope: readonly string[] | undefined;
  readonly role: 'controller' | 'processor' | undefined;
  readonly points: boolean;
  /** The catalog at which coverage is looked through mappings. */
  readonly through: string | undefined;
  /** The id of the only control whose windows are shown. */
  readonly control: string | undefined;
  /** Of evidence that is added: its window, the day on which its control was performed, and the systems that it covers. */
  readonly window: string | undefined;
  readonly performed: string | undefined;
  readonly systems: readonly string[];
  /** Of evidence that is kept elsewhere: its hash, and who keeps it. */
  readonly sha256: string | undefined;
  readonly custodian: string | undefined;
  /** The last day on which what is listed is due. */
  readonly until: string;
  /** The owner whose controls alone are listed. */
  readonly owner: string | undefined;
  /** The folder in which results are kept from run to run; undefined for this user's own, `none` to keep none. */
  readonly cache: { readonly folder: string } | 'none' | undefined;
  readonly cacheStrategy: 'metadata' | 'content';
  readonly fix: boolean;
  /** Whether everything is listed, however much there is. */
  readonly all: boolean;
  /** The file of the findings that are not to be reported again. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** The revision whose findings are not to be reported again. */
  readonly since: string | undefined;
  /** The recording that is replayed. */
  readonly replay: string | undefined;
  /** Whether its times are kept. */
  readonly keepTimes: boolean;
}

/** A command with what it was given; `help` and `version` are asked for by a word or an option. */
export type Asked =
  | { readonly command: 'help'; readonly about: CommandName | undefined }
  | { readonly command: 'version' }
  | { readonly command: CommandName; readonly args: Arguments };

/**
 * Reads the command line.
 * @throws CouldNotRun where there is no such command, or it is given what it does not take or a value it cannot have
 */
export function readArguments(line: readonly string[]): Asked {
  const { command, operands, values } = readCommandLine(line);
  if (values.version) return { command: 'version' };
  if (command === undefined || values.help) return { command: 'help', about: command };
  for (const name of [
    'baseline',
    'since',
    'revision',
    'cache',
    'report',
    'through',
    'only',
    'control',
    'owner',
    'window',
    'performed',
    'sha256',
    'custodian',
    'record',
    'replay',
  ] as const)
    if (values[name] === '')
      throw new CouldNotRun(
        `--${name}: the value is empty. \`tickmark ${command} --help\` describes the option.`,
      );
  if (values['update-baseline'] && values.baseline === undefined)
    throw new CouldNotRun('--update-baseline: add --baseline FILE to name the file.');
  if (values.replay !== undefined && values.record !== undefined)
    throw new CouldNotRun('--replay: leave --record out. A replay has the messages of its recording.');
  if (values.replay !== undefined && values['mask-texts'])
    throw new CouldNotRun(
      '--replay: leave --mask-texts out. It masks texts while --record writes them, and a replay writes no file.',
    );
  if (values.revision !== undefined && values.fix)
    throw new CouldNotRun('--revision: leave --fix out. What is in a revision cannot be changed.');
  // Only the operands of `explain` name no files.
  const named = command === 'explain' ? [] : operands;
  const place = values.revision === undefined ? onDisk : placeAt(values.revision, named);
  const today = readDate(values['as-of'] ?? place.revision?.date ?? localDate(new Date()));
  if (today === undefined)
    throw new CouldNotRun(`--as-of ${values['as-of']}: write a calendar date as YYYY-MM-DD.`);
  const until = intervalLater(today, values.within ?? '30d');
  if (until === undefined)
    throw new CouldNotRun(`--within ${values.within}: write a length of time, such as 2w, 90d, or 1y.`);
  return {
    command,
    args: {
      operands,
      // A command without forms takes no --format.
      format:
        values.format === undefined ? 'text' : oneOf('--format', values.format, commands[command].formats),
      place,
      today,
      report: values.report,
      failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning']),
      rules: values.rule?.map(existingRule),
      quiet: values.quiet ?? false,
      only: values.only?.split(',').map(name => oneOf('--only', name.trim(), onlyStates)),
      scope: values.scope?.split(',').map(name => name.trim()),
      role: values.role === undefined ? undefined : oneOf('--role', values.role, roles),
      points: values.points ?? false,
      through: values.through,
      control: values.control,
      window: values.window,
      performed: values.performed,
      systems: values.system ?? [],
      sha256: values.sha256,
      custodian: values.custodian,
      until,
      owner: values.owner,
      cache: values['no-cache'] ? 'none' : values.cache === undefined ? undefined : { folder: values.cache },
      cacheStrategy: oneOf('--cache-strategy', values['cache-strategy'] ?? 'metadata', [
        'metadata',
        'content',
      ]),
      fix: values.fix ?? false,
      all: values.all ?? false,
      baseline: values.baseline,
      updateBaseline: values['update-baseline'] ?? false,
      since: values.since,
      replay: values.replay,
      keepTimes: values['keep-times'] ?? false,
    },
  };
}

function existingRule(name: string): string {
  if (ruleNamed(name)) return name;
  const names = allRules.map(rule => rule.name);
  const ends = names.filter(one => one.endsWith(`/${name}`));
  const [only] = ends;
  const help =
    only !== undefined && ends.length === 1 ? ` Did you mean \`${only}\`?` : didYouMean(name, names);
  throw new CouldNotRun(
    `--rule ${name}: this rule does not exist.${help} \`tickmark rules\` lists the rules.`,
  );
}

function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find(word => word === value);
  if (found === undefined)
    throw new CouldNotRun(`${option} ${value}: use ${inWords(words)}.${didYouMean(value, words)}`);
  return found;
}

/** Words to choose from: `text or json`. */
function inWords(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  return words.length === 2 ? `${first} or ${second}` : `one of ${words.join(', ')}`;
}
