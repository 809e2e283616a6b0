// Writes the tables of commands and options into docs/command.md, from that of which the help is made. With --check it writes
// nothing and fails where the page says something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames, commands } from '../server/src/cli/commands.ts';
import { usage } from '../server/src/cli/help.ts';
import { common, type Option, options, written } from '../server/src/cli/options.ts';

const page = join('docs', 'command.md');

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function docs(name: (typeof commandNames)[number]): string {
  const { does, more, formats } = commands[name];
  const forms = formats.length > 2 ? ` Formats: ${formats.join(', ')}.` : '';
  return `${does}.${more ? ` ${more}` : ''}${forms}`;
}

const parts: Readonly<Record<string, string>> = {
  commands: [
    '| command | does |',
    '| --- | --- |',
    ...commandNames.map(name => `| \`${cell(usage(name))}\` | ${cell(docs(name))} |`),
  ].join('\n'),
  options: [
    '| option | for | does |',
    '| --- | --- | --- |',
    ...Object.entries<Option>({ ...options, ...common }).map(([name, option]) => {
      const isForAll = option.of.length === commandNames.length;
      const of = isForAll ? 'all' : option.of.map(one => `\`${one}\``).join(', ');
      const differing = Object.entries(option.differs ?? {}).map(
        ([one, does]) => `; for \`${one}\`: ${does}`,
      );
      return `| \`${cell(written(name, option))}\` | ${of} | ${cell([option.does, ...differing].join(''))} |`;
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
