/** The commands, in the order in which they are listed. */
export const commandNames = [
  'check',
  'coverage',
  'evidence',
  'evidence add',
  'due',
  'requests',
  'report',
  'explain',
  'rules',
  'criteria',
  'lsp',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The forms in which results are printed. */
export type Format = 'text' | 'json' | 'csv' | 'ics' | 'markdown' | 'html';

/** A command as it is explained, and what it can be given. Text is running text with `code` in backticks. */
export interface Command {
  /** What follows its name: `[PATH ...]`; empty for nothing. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly most: number;
  /** The first is its form by default; none where it prints no result. */
  readonly formats: readonly Format[];
  /** What it does, for the list of commands. */
  readonly does: string;
  /** What else its own help says. */
  readonly more?: string;
  readonly examples: readonly (readonly [args: string, does: string])[];
}

export const commands: Readonly<Record<CommandName, Command>> = {
  check: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json'],
    does: 'report the findings in the programs at PATH (default: this folder)',
    more: 'For a file or folder inside a program, `check` judges the whole program and reports the findings at PATH.',
    examples: [
      ['check', 'check the programs in this folder'],
      ['check --quiet', 'list only what fails a build'],
      ['check --rule coverage/missing', 'report the findings of one rule'],
      ['check --fix', 'apply the safe fixes'],
      ['check --since main', 'report what is new on this branch'],
    ],
  },
  coverage: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json'],
    does: 'show how far along each criterion in scope is',
    more: "Coverage is management's view, not an auditor's conclusion.",
    examples: [
      ['coverage', 'show every criterion in scope'],
      ['coverage --only missing', 'show what is left to do'],
    ],
  },
  evidence: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json', 'csv'],
    does: 'show for each control when evidence is expected, and what is on file',
    more: "It is management's view, not an auditor's conclusion: complete means that something is on file.",
    examples: [
      ['evidence', 'show the windows of every control'],
      ['evidence --control AC-01', 'show those of one control'],
      ['evidence --format csv', 'write a row for each window, for a spreadsheet'],
    ],
  },
  'evidence add': {
    operands: 'CONTROL FILE',
    most: 2,
    formats: [],
    does: 'record FILE as evidence of a control, for the window of --window',
    more: 'A file of the program stays where it is. Any other file is copied to the folder of evidence, below CONTROL/WINDOW. FILE can also be an `https://` address. A file of more than 256 MiB, or with personal data, stays out of the repository: add its address, with `--sha256` and `--custodian`. The record has the hash of the file, and is written where evidence of the control is kept, in the same form. Nothing is overwritten. Only you know when the control was performed: add `--performed`, or write the date in the record.',
    examples: [
      ['evidence add AC-04 review.pdf --window 2026-Q2', 'copy a file and record it'],
      [
        'evidence add AC-04 review.pdf --window 2026-Q2 --performed 2026-06-20 --system okta',
        'state the day too, and the system that the file covers',
      ],
      [
        'evidence add AC-04 https://files.example.com/review.pdf --window 2026-Q2 --custodian cto',
        'record what is kept elsewhere, and by whom',
      ],
    ],
  },
  due: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json', 'csv', 'ics'],
    does: 'list the evidence that is due or overdue, and the gaps',
    more: 'What is overdue can still be filed in its grace time, and comes first. What closed without evidence comes last. With `--format ics`, the result is a calendar to import, with an event on each due date.',
    examples: [
      ['due', 'list what is due within 30 days'],
      ['due --within 90d --owner cto', 'list what one owner has to do in the next 90 days'],
      ['due --within 1y --format ics', 'write a calendar of the year'],
    ],
  },
  requests: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json', 'csv'],
    does: "list the auditor's requests, with what answers each",
    more: 'What is overdue comes first. With `--format csv`, the result can be read again as a register of requests (`requests/list.csv`). A spreadsheet may take a cell for a formula, because each cell is exactly the text of the record.',
    examples: [
      ['requests', 'list the requests, and which evidence and controls answer them'],
      ['requests --format csv > requests.csv', 'write the list for the auditor, or for another program'],
    ],
  },
  report: {
    operands: '[PATH ...]',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'html', 'markdown', 'json'],
    does: 'show where each program stands, as one document: how far it is, what is missing, what is due, and who owns it',
    more: "With `--format html`, the result is one file that needs no network and no script. Print it from a browser to get a PDF with page numbers. It is management's view, not an auditor's conclusion.",
    examples: [
      ['report', 'show where the programs in this folder stand'],
      ['report --format html > report.html', 'write a file for a browser, or to print'],
    ],
  },
  explain: {
    operands: 'CRITERION|RULE|RECORD|WORD',
    most: Number.POSITIVE_INFINITY,
    formats: ['text', 'json', 'markdown'],
    does: 'explain a criterion, a rule, a record of the program, or what concerns a word',
    more: 'It also explains a point of focus (CC6.1-POF2), a group (CC6), a category, a description criterion (DC 3), and TSC. In a program, it also shows what the program has for it.',
    examples: [
      ['explain CC6.1', 'what a criterion asks for'],
      ['explain controls/unmapped', 'what a rule finds, why, and how to fix it'],
      ['explain AC-01', 'what a record of this program is, and what refers to it'],
      ['explain encryption', 'which criteria concern encryption'],
    ],
  },
  rules: {
    operands: '',
    most: 0,
    formats: ['text', 'json', 'markdown'],
    does: 'list the rules, with their severities',
    examples: [['rules', 'list every rule']],
  },
  criteria: {
    operands: '[FOLDER]',
    most: 1,
    formats: ['text', 'json', 'csv'],
    does: 'list the criteria in a scope: that of --scope, or of the report in the manifest',
    examples: [
      ['criteria', 'list the criteria in scope here'],
      [
        'criteria --scope security,privacy --points',
        'list those of two categories, with their points of focus',
      ],
    ],
  },
  lsp: {
    operands: '--stdio',
    most: 0,
    formats: [],
    does: 'serve an editor that speaks the Language Server Protocol',
    more: 'It can also record a session, for a report of a bug, and replay it.',
    examples: [
      ['lsp --stdio', 'serve an editor on standard input and output'],
      ['lsp --stdio --record session.jsonl --mask-texts', 'record a session, without what documents say'],
      ['lsp --replay session.jsonl', 'ask the same again, and compare the answers'],
    ],
  },
};

/** The command of two words that a command line begins with, such as `evidence add`. */
export function commandOfTwo(first: string | undefined, second: string | undefined): CommandName | undefined {
  return commandNames.find(one => one === `${first} ${second}`);
}

/** The command of this name. */
export function commandNamed(name: string): CommandName | undefined {
  return commandNames.find(one => one === name);
}
