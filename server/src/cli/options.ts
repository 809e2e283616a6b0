import { type CommandName, commandNames, commands } from './commands.ts';

/** An option as it is read and as it is explained. Text is running text with `code` in backticks. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** What stands for its value: `FILE`, or the words it can have with `|` between them. */
  readonly value?: string;
  /** The commands that take it. */
  readonly of: readonly CommandName[];
  readonly does: string;
  /** What it does in a command where it does something else. */
  readonly differs?: Partial<Readonly<Record<CommandName, string>>>;
}

/** The commands that read a program. */
const reading = ['check', 'coverage', 'evidence', 'due', 'requests', 'report', 'explain'] as const;
const answering = [...reading, 'criteria'] as const;
const caching = [...reading, 'evidence add'] as const;

/** Every option but `--help` and `--version`, in the order in which they are listed. Only what stands here is taken. */
export const options = {
  format: {
    type: 'string',
    value: 'text|json',
    of: [...answering, 'rules'],
    does: 'print the result in this form (default: text)',
  },
  rule: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    of: ['check'],
    does: 'report only the findings of this rule; repeat the option for several rules',
  },
  quiet: {
    type: 'boolean',
    of: ['check'],
    does: 'list only the findings that make the exit code 1, without totals; the others are counted',
  },
  all: {
    type: 'boolean',
    of: ['check', 'explain'],
    does: 'list every finding (default: 100 per rule and document, the rest counted)',
    differs: { explain: 'print the whole page (default: what fits on a screen)' },
  },
  'fail-on': {
    type: 'string',
    value: 'error|warning',
    of: ['check'],
    does: 'exit with 1 at this severity or above (default: warning)',
  },
  fix: {
    type: 'boolean',
    of: ['check'],
    does: 'apply the safe fixes, then report the remaining findings',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    of: ['check'],
    does: 'report only findings that are not in FILE; if FILE does not exist, write it',
  },
  'update-baseline': {
    type: 'boolean',
    of: ['check'],
    does: 'replace the findings in the --baseline file with the current ones',
  },
  since: {
    type: 'string',
    value: 'REVISION',
    of: ['check'],
    does: 'report only findings that are not in this git revision',
  },
  only: {
    type: 'string',
    value: 'STATE,...',
    of: ['coverage'],
    does: 'list only the criteria in these states: missing, listed, documented, designed, implemented, evidenced, relies (on a vendor), or excluded',
  },
  through: {
    type: 'string',
    value: 'CATALOG',
    of: ['coverage'],
    does: 'show this catalog, through the mappings in the manifest',
  },
  control: {
    type: 'string',
    value: 'ID',
    of: ['evidence'],
    does: 'show only the windows of this control',
  },
  window: {
    type: 'string',
    value: 'WINDOW',
    of: ['evidence add'],
    does: 'the window that the file is evidence for, such as `2026-Q2`; `tickmark evidence` lists them',
  },
  performed: {
    type: 'string',
    value: 'YYYY-MM-DD',
    of: ['evidence add'],
    does: 'the day on which the control was performed',
  },
  system: {
    type: 'string',
    multiple: true,
    value: 'ID',
    of: ['evidence add'],
    does: 'a system that the file covers; repeat the option for several systems',
  },
  sha256: {
    type: 'string',
    value: 'HASH',
    of: ['evidence add'],
    does: 'the SHA-256 hash of what is at an address; for a file, the command computes it',
  },
  custodian: {
    type: 'string',
    value: 'PERSON',
    of: ['evidence add'],
    does: 'who keeps what is at an address',
  },
  within: {
    type: 'string',
    value: 'TIME',
    of: ['due'],
    does: 'list what is due within this time, such as `2w`, `90d`, or `1y` (default: 30d)',
  },
  owner: {
    type: 'string',
    value: 'OWNER',
    of: ['due'],
    does: 'list only the controls of this owner: an id, a name, or a role',
  },
  scope: {
    type: 'string',
    value: 'CATEGORY,...',
    of: ['criteria'],
    does: 'use these categories, or all (default: those of the report, or all)',
  },
  role: {
    type: 'string',
    value: 'controller|processor',
    of: ['criteria'],
    does: 'list privacy points likely to matter only to the other role last (default: from the manifest)',
  },
  points: {
    type: 'boolean',
    of: ['criteria'],
    does: 'include the points of focus',
  },
  report: {
    type: 'string',
    value: 'ID',
    of: [...answering, 'evidence add'],
    does: 'use this report of the manifest (default: the current one)',
  },
  'as-of': {
    type: 'string',
    value: 'YYYY-MM-DD',
    of: [...answering, 'evidence add'],
    does: 'answer as of this day (default: today, or with --revision the day of its commit)',
    differs: {
      criteria: 'answer as of this day (default: today)',
      'evidence add': 'record this day as `collected` (default: today)',
    },
  },
  revision: {
    type: 'string',
    value: 'REVISION',
    of: reading,
    does: 'read the documents as they were at this git revision',
  },
  cache: {
    type: 'string',
    value: 'FOLDER',
    of: caching,
    does: 'cache results in FOLDER/tickmark-cache (default: in your user cache folder); only changed files are reread, and if nothing changed, the last result is printed',
  },
  'cache-strategy': {
    type: 'string',
    value: 'metadata|content',
    of: caching,
    does: 'detect changed files by time and size (default), or by their contents',
  },
  'no-cache': {
    type: 'boolean',
    of: caching,
    does: 'read every document, and cache nothing',
  },
  stdio: {
    type: 'boolean',
    of: ['lsp'],
    does: 'serve an editor on standard input and output',
  },
  record: {
    type: 'string',
    value: 'FILE',
    of: ['lsp'],
    does: 'write every message of the session to FILE, which must not exist yet; it holds the texts of documents',
  },
  'mask-texts': {
    type: 'boolean',
    of: ['lsp'],
    does: 'with --record, write x for each letter and 0 for each digit of a text',
  },
  replay: {
    type: 'string',
    value: 'FILE',
    of: ['lsp'],
    does: 'send what the editor sent in the recording FILE to a new server; exit with 1 if an answer differs',
  },
  'keep-times': {
    type: 'boolean',
    of: ['lsp'],
    does: 'with --replay, send no message before its time (default: as soon as what came before it has come)',
  },
} as const satisfies Readonly<Record<string, Option>>;

/** What every command takes. */
export const common = {
  help: { type: 'boolean', short: 'h', of: commandNames, does: 'print the help of a command, or this help' },
  version: { type: 'boolean', of: commandNames, does: 'print the version' },
} as const satisfies Readonly<Record<string, Option>>;

/** The option of this name, without the dashes. */
export function optionNamed(name: string): Option | undefined {
  return new Map<string, Option>(Object.entries({ ...options, ...common })).get(name);
}

/** The options that a command takes, `--help` and `--version` aside. */
export function optionsOf(command: CommandName): readonly (readonly [name: string, option: Option])[] {
  return Object.entries<Option>(options).filter(([, { of }]) => of.includes(command));
}

/** An option as it is written, with its value: `--fail-on error|warning`. The value of `--format` is that of a command. */
export function written(name: string, { value, short }: Option, command?: CommandName): string {
  const shown = name === 'format' && command ? commands[command].formats.join('|') : value;
  return `${short ? `-${short}, ` : ''}--${name}${shown === undefined ? '' : ` ${shown}`}`;
}
