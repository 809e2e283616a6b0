import { type Block, heading, type Inlines, type Page, paragraph, prose } from '../core/pages/page.ts';
import { largest } from '../core/text/lists.ts';
import { type Command, type CommandName, commandNames, commands } from './commands.ts';
import { common, type Option, optionsOf, written } from './options.ts';

/** What `tickmark --help` prints, or for a command `tickmark COMMAND --help`. */
export function helpPage(command?: CommandName): Page {
  return command ? pageOfCommand(command) : whole;
}

const whole: Page = {
  title:
    'tickmark: checks SOC 2 control documentation (Markdown and YAML) against the Trust Services Criteria',
  blocks: [
    heading('Commands'),
    table(commandNames.map(name => [usage(name), prose(commands[name].does)])),
    heading('Options'),
    table(Object.entries<Option>(common).map(([name, option]) => row(name, option))),
    paragraph(...prose('`tickmark COMMAND --help` lists the options of a command, with examples.')),
    heading('Exit codes'),
    paragraph('0: no errors or warnings. 1: findings. 2: could not run, or could not read everything.'),
  ],
};

function pageOfCommand(command: CommandName): Page {
  const { does, more, examples } = commands[command];
  const options = optionsOf(command);
  return {
    title: usage(command),
    blocks: [
      paragraph(...prose(`${does.charAt(0).toUpperCase()}${does.slice(1)}.${more ? ` ${more}` : ''}`)),
      ...(options.length > 0
        ? [heading('Options'), table(options.map(([name, option]) => row(name, option, command)))]
        : []),
      heading('Examples'),
      examplesBlock(examples),
    ],
  };
}

/** How a command is called: `tickmark check [PATH ...]`. */
export function usage(command: CommandName): string {
  return ['tickmark', command, commands[command].operands].filter(Boolean).join(' ');
}

function row(name: string, option: Option, command?: CommandName): readonly [string, Inlines] {
  const does = (command && option.differs?.[command]) ?? option.does;
  return [written(name, option, command), prose(does)];
}

/** Lines to copy, each with a comment of the shell. */
function examplesBlock(examples: Command['examples']): Block {
  const width = largest(
    0,
    examples.map(([args]) => args.length),
  );
  const lines = examples.map(([args, does]) => `tickmark ${args.padEnd(width)}  # ${does}`);
  return { kind: 'code', text: lines.join('\n') };
}

function table(rows: readonly (readonly [form: string, does: Inlines])[]): Block {
  return { kind: 'table', rows: rows.map(([form, does]) => [[form], does]) };
}
