import { type RegisterKind, registerKinds } from '../../../formats/layouts/endings.ts';
import type { RegisterColumn } from '../../../formats/registerColumns.ts';
import { keysOf } from '../../../model/keys.ts';
import { nearest } from '../../../text/nearest.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-column',
  reads: 'document',
  severity: { start: 'information', recommended: 'information', strict: 'warning' },
  summary: 'A column in a CSV register of evidence or requests that Tickmark does not read.',
  why: 'Nothing in that column counts. If it holds the days on which a control was performed, the evidence has no day. If it holds the dates on which answers are due, no request is.',
  fix: 'Give the column the name of a key of evidence, such as `controls`, `window`, `performed`, `covers.from`, `covers.to`, `systems`, `type`, `collected`, or `source`; or of a request, such as `id`, `title`, `text`, `owner`, `received`, `due`, `status`, `controls`, or `evidence`. To keep a column of your own, start its name with `x-`.',
  messages: {
    default:
      '`{name}` is not a key of {what}, so Tickmark does not read this column. Give it the name of a key, or one that starts with `x-`.',
    near: '`{name}` is not a key of {what}, so Tickmark does not read this column. Did you mean `{near}`?',
    second: 'Tickmark reads only the first column `{name}`. Remove this one, or give it another name.',
  },
  varying: ['what'],
  examples: {
    bad: [
      `
      === requests/list.csv
      id,text,Due date,status,remarks
              ^^^^^^^^
                              ^^^^^^^
      RQ-1,Users,2031-01-04,open,
      `,
      `
      === evidence/register.csv
      id,control,covers to,performd,remarks,windw,System,Systems
                           ^^^^^^^^
                                    ^^^^^^^
                                            ^^^^^
                                                         ^^^^^^^
      EV-01,AC-04,2026-03-31,2026-03-18,,,,
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
      `
      === evidence/2026/register.csv
      control;window;window
                     ^^^^^^
      AC-04;2026-Q1;2026-Q2
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === requests/list.csv
      program,id,text,due,status,list,days,files,file,x-phase
      .,RQ-1,Users,2031-01-04,open,open,90,,,interim
      `,
      `
      === evidence/register.csv
      ID,Controls,Covers from,Covers To,Collected_By,System,x-ticket,
      EV-01,"AC-04, AC-05",2026-01-01,2026-03-31,jo,okta,OPS-12,
      === evidence/AC-04/accounts.csv
      account,control,owner
      jo,keep,ana
      `,
    ],
  },
  fixes({ path, range, message, args: { near = '' } }) {
    if (message !== 'near' || stoodBehind.has(near)) return [];
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text: near }], preferred: true }];
  },
  check({ register }, report) {
    if (!register) return;
    const { kind, columns } = register;
    const names = namesOf[kind];
    const what = kind === 'request' ? 'a request' : kind;
    const present = new Set(columns.map(pathOf));
    const absent = names.filter(name => !present.has(name));
    const seen = new Set<string>();
    for (const column of columns) {
      const { words: name, start, end } = column.header;
      const path = pathOf(column);
      if (path === undefined) {
        if (name === '' || column.isOutput || /^x-/i.test(name)) continue;
        const near = nearest(name.toLowerCase(), absent);
        if (near === undefined) report({ start, end }, { name, what });
        else report({ start, end }, { name, what, near }, 'near');
      } else if (seen.has(path)) report({ start, end }, { name }, 'second');
      if (path !== undefined) seen.add(path);
    }
  },
};

/** The key that a column holds, by its path. */
function pathOf({ key, within }: RegisterColumn): string | undefined {
  return key && (within ? `${within.name}.${key.name}` : key.name);
}

/** What columns may be called. */
const namesOf: Readonly<Record<RegisterKind, readonly string[]>> = {
  evidence: columnNames('evidence'),
  request: columnNames('request'),
};

function columnNames(kind: RegisterKind): readonly string[] {
  return [...new Set(keysOf(kind).values())].flatMap(({ name, keys }) =>
    keys ? keys.map(inner => `${name}.${inner.name}`) : [name],
  );
}

/** The days and people that a person stands behind: which column holds them is for that person to write. */
const stoodBehind = new Set(
  registerKinds
    .flatMap(kind => namesOf[kind])
    .filter(name => /(?:By|On)$|^(?:performed|collected|received|reviewed|effective|sha256)$/.test(name)),
);
