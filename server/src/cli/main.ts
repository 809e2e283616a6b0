import { version } from '../version.ts';
import { serveReading } from '../workspace/parallelReading.ts';
import { readArguments } from './arguments.ts';
import { check } from './check/check.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { coverage } from './coverage.ts';
import { criteria } from './criteria.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { rules } from './rules.ts';
import { onWriteError, write, writeError } from './terminal.ts';
import { printable, printableLines, type TerminalText, terminal } from './terminalText.ts';

/** Runs one command and gives its exit code: 0 clean, 1 findings, 2 could not run. */
async function run(): Promise<number> {
  if (process.argv[2] === 'lsp') return serve();
  const args = readArguments(process.argv.slice(2));
  switch (args.command) {
    case 'check':
      return await check(args);
    case 'coverage':
      return coverage(args);
    case 'criteria':
      return criteria(args);
    case 'explain':
      return explain(args);
    case 'rules':
      return rules(args);
    case 'help':
      return print(help);
    case 'version':
      return print(terminal`tickmark ${printable(version)}\n`);
    default:
      throw new CouldNotRun(
        `The command \`${args.command}\` does not exist. \`tickmark --help\` lists the commands.`,
      );
  }
}

/** `tickmark lsp --stdio`: serves an editor until it ends the connection. Loaded only here: the other commands are quick. */
async function serve(): Promise<number> {
  const node = await import('../lsp/node.ts');
  if (!node.serve()) throw new CouldNotRun('Name the connection to the editor: `tickmark lsp --stdio`.');
  return 0;
}

function print(text: TerminalText): number {
  write(text);
  return 0;
}

/** Says why nothing came of it: what was foreseen, and what the system refused, in a sentence; anything else with where it happened. */
function fail(error: unknown): void {
  const why =
    error instanceof CouldNotRun
      ? printable(error.message)
      : error instanceof Error && 'syscall' in error
        ? printable(`A file system operation failed: ${error.message}. Check the disk and try again.`)
        : printableLines(`${error instanceof Error ? error.stack : error}`);
  writeError(terminal`tickmark: ${why}\n`);
  process.exitCode = 2;
}

onWriteError(fail);

// A thread that was started to read files does only that.
if (!serveReading()) {
  run().then(code => {
    process.exitCode ??= code;
  }, fail);
}
