import { readArguments } from './arguments.ts';
import { check } from './check.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { coverage } from './coverage.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { version } from './version.ts';

/** Runs one command and gives its exit code: 0 clean, 1 findings, 2 could not run. */
async function run(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  switch (args.command) {
    case 'check':
      return await check(args);
    case 'coverage':
      return coverage(args);
    case 'explain':
      return explain(args);
    case 'help':
      return print(help);
    case 'version':
      return print(`tickmark ${version}\n`);
    default:
      throw new CouldNotRun(`There is no command \`${args.command}\`. \`tickmark --help\` lists them.`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

run().then(
  code => {
    process.exitCode = code;
  },
  error => {
    if (!(error instanceof CouldNotRun)) throw error;
    process.stderr.write(`tickmark: ${error.message}\n`);
    process.exitCode = 2;
  },
);
