// Writes the tables of commands and options into docs/command.md, from what `tickmark --help` prints. With --check it writes
// nothing and fails where the page says something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { help } from '../server/src/cli/help.ts';

const page = join('docs', 'command.md');

/** What the help says of one command or option: how it is written, and what it does. */
interface Entry {
  readonly form: string;
  readonly does: string;
}

/** Reads the two columns of the help; a line that begins in the second goes on with the entry above it. */
function entriesIn(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n')) {
    const [, form, does = ''] = /^ {2}(\S+(?: \S+)*)(?: {2,}(.*))?$/.exec(line) ?? [];
    const [, more] = /^ {10,}(\S.*)$/.exec(line) ?? [];
    const last = entries.at(-1);
    if (form !== undefined) entries.push({ form, does });
    else if (more !== undefined && last)
      entries.splice(-1, 1, { ...last, does: `${last.does} ${more}`.trim() });
  }
  return entries;
}

const entries = entriesIn(help);
const commands = entries.filter(({ form }) => form.startsWith('tickmark '));
const options = entries.filter(({ form }) => form.startsWith('--'));

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

const parts: Readonly<Record<string, string>> = {
  commands: [
    '| command | does |',
    '| --- | --- |',
    ...commands.map(({ form, does }) => `| \`${cell(form)}\` | ${cell(does)} |`),
  ].join('\n'),
  options: [
    '| option | for | does |',
    '| --- | --- | --- |',
    ...options.map(({ form, does }) => {
      const [, command = 'all', what = does] = /^([a-z]+): (.*)$/.exec(does) ?? [];
      const isCommand = commands.some(one => one.form.startsWith(`tickmark ${command}`));
      return `| \`${cell(form)}\` | ${isCommand ? `\`${command}\`` : 'all'} | ${cell(isCommand ? what : does)} |`;
    }),
  ].join('\n'),
};

const text = readFileSync(page, 'utf8');
let current = text;
for (const [name, part] of Object.entries(parts)) {
  const [begin, end] = [`<!-- ${name}: written by npm run generate -->`, `<!-- end of ${name} -->`];
  const [from, to] = [current.indexOf(begin), current.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for its ${name}: ${begin} ... ${end}`);
  current = `${current.slice(0, from + begin.length)}\n\n${part}\n\n${current.slice(to)}`;
}
if (process.argv.includes('--check')) {
  if (text !== current) console.error(`The tables of ${page} are not current: run \`npm run generate\`.`);
  process.exitCode = text === current ? 0 : 1;
} else {
  writeFileSync(page, current);
}
