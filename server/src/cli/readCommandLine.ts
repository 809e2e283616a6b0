import { parseArgs } from 'node:util';
import { isThere } from '../workspace/disk/places.ts';
import { type CommandName, commandNamed, commandNames, commandOfTwo, commands } from './commands.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import { common, type Option, optionNamed, options, optionsOf, written } from './options.ts';

const config = { allowPositionals: true, options: { ...options, ...common } } as const;

/**
 * Reads the words of the command line: the command (none for the help of all), what it was given, and its options.
 * @throws CouldNotRun where there is no such command or option, the command does not take it, or a value is missing or too many
 */
export function readCommandLine(line: readonly string[]) {
  // What parseArgs says of a mistake helps nobody, so it only names the words here.
  const { tokens } = parseArgs({ ...config, args: [...line], strict: false, tokens: true });
  const words = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []));
  const asksHelp = words[0] === 'help';
  const [name, ...others] = asksHelp ? words.slice(1) : words;
  const ofTwo = commandOfTwo(name, others[0]);
  const command = ofTwo ?? (name === undefined ? undefined : existing(name));
  const operands = ofTwo ? others.slice(1) : others;
  if (command && !ofTwo) requireNoOther(command, operands);
  for (const token of tokens) if (token.kind === 'option') requireTaken(token, command);
  const most = asksHelp ? 0 : command ? commands[command].most : 0;
  if (command && operands.length > most) throw new CouldNotRun(tooMany(command, operands[most] ?? ''));
  const { values } = parseArgs({ ...config, args: [...line] });
  return { command, operands, values: asksHelp ? { ...values, help: true } : values };
}

function existing(name: string): CommandName {
  const command = commandNamed(name);
  if (command) return command;
  const check = isThere(name) ? ` To check this path, write \`tickmark check ${name}\`.` : '';
  const help = check || didYouMean(name, commandNames);
  throw new CouldNotRun(
    `The command \`${name}\` does not exist.${help} \`tickmark --help\` lists the commands.`,
  );
}

/** Where the first operand is nothing that there is, a command of two words may be meant. */
function requireNoOther(command: CommandName, [first]: readonly string[]): void {
  if (first === undefined || isThere(first)) return;
  const ofTwo = commandNames.filter(name => name.startsWith(`${command} `));
  const help = didYouMean(`${command} ${first}`, ofTwo);
  if (help !== '')
    throw new CouldNotRun(
      `${first} is neither a path here nor a command.${help} \`tickmark --help\` lists the commands.`,
    );
}

interface OptionToken {
  readonly name: string;
  /** As it is written, with its dashes. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value follows behind `=`. */
  readonly inlineValue?: boolean | undefined;
}

function requireTaken(
  { name, rawName, value, inlineValue }: OptionToken,
  command: CommandName | undefined,
): void {
  const option = optionNamed(name);
  const helpOfCommand = command ? `tickmark ${command} --help` : 'tickmark --help';
  if (!option) {
    const known = [
      ...(command ? optionsOf(command) : Object.entries<Option>(options)),
      ...Object.entries(common),
    ];
    const near = didYouMean(
      rawName,
      known.map(([one]) => `--${one}`),
    );
    throw new CouldNotRun(
      `The option ${rawName} does not exist.${near} \`${helpOfCommand}\` lists the options.`,
    );
  }
  if (command && !option.of.includes(command)) {
    const takers = option.of.map(one => `\`tickmark ${one}\``);
    const last = takers.pop() ?? '';
    const others =
      takers.length > 1 ? `${takers.join(', ')}, and ` : takers.map(one => `${one} and `).join('');
    const named = takers.length > 0 ? `${others}${last} take` : `${last} takes`;
    throw new CouldNotRun(
      `\`tickmark ${command}\` does not take --${name}; ${named} it. \`${helpOfCommand}\` lists the options.`,
    );
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw new CouldNotRun(`--${name} takes no value. Write it without \`=${value}\`.`);
  }
  const isNext = inlineValue === false && value?.startsWith('-') === true && value.length > 1;
  if (option.type === 'string' && (value === undefined || isNext)) {
    throw new CouldNotRun(
      `--${name} needs a value: \`${written(name, option, command)}\`. \`${helpOfCommand}\` describes the option.`,
    );
  }
}

function tooMany(command: CommandName, operand: string): string {
  const instead = command === 'rules' ? ` To explain a rule, write \`tickmark explain ${operand}\`.` : '';
  return `\`tickmark ${command}\` does not take \`${operand}\`.${instead} \`tickmark ${command} --help\` says what it takes.`;
}
