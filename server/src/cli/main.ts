import { setFlagsFromString } from 'node:v8';
import { version } from '../version.ts';
import { GitProblem } from '../workspace/git.ts';
import { serveReading } from '../workspace/parallelReading.ts';
import { readArguments } from './arguments.ts';
import { check } from './check/check.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { coverage } from './coverage.ts';
import { criteria } from './criteria.ts';
import { due } from './due/due.ts';
import { addEvidence } from './evidence/addEvidence.ts';
import { evidence } from './evidence/evidence.ts';
import { explain } from './explain.ts';
import { helpPage } from './help.ts';
import { readable } from './readable.ts';
import { report } from './report/report.ts';
import { requests } from './requests/requests.ts';
import { rules } from './rules.ts';
import { isSession, replay, serve } from './session.ts';
import { onWriteError, write, writeError } from './terminal.ts';
import { columns } from './terminalAbilities.ts';
import { printable, printableLines, type TerminalText, terminal } from './terminalText.ts';

/** How wide the help is in a pipe, where a line has no end: it is a table, and `| less` shows it as it is. */
const helpWidth = 100;

/** Runs one command and gives its exit code: 0 clean, 1 findings, 2 could not run. */
async function run(): Promise<number> {
  const line = process.argv.slice(2);
  // Editors add options of their own, such as their process id.
  if (isSession(line)) return serve(line);
  optimizeLess();
  const asked = readArguments(line);
  switch (asked.command) {
    case 'check':
      return await check(asked.args);
    case 'coverage':
      return coverage(asked.args);
    case 'criteria':
      return criteria(asked.args);
    case 'evidence':
      return evidence(asked.args);
    case 'evidence add':
      return addEvidence(asked.args);
    case 'requests':
      return requests(asked.args);
    case 'due':
      return due(asked.args);
    case 'report':
      return report(asked.args);
    case 'explain':
      return explain(asked.args);
    case 'rules':
      return rules(asked.args);
    case 'lsp':
      return asked.args.replay === undefined ? serve(line) : replay(asked.args.replay, asked.args.keepTimes);
    case 'help':
      return print(readable(helpPage(asked.about), Math.min(columns(), helpWidth)));
    case 'version':
      return print(terminal`tickmark ${printable(version)}\n`);
  }
}

/**
 * Has V8 optimize only what is called very often. Otherwise it spends a fifth of the processor time of a check of 10,000
 * documents on that, and the command ends before it is worth it. A flag that V8 does not know it complains of on standard
 * error, so only the version in which this was measured, that of Node 24, is told.
 */
function optimizeLess(): void {
  if (process.versions.v8.startsWith('13.6.')) setFlagsFromString('--invocation-count-for-turbofan=50000');
}

function print(text: TerminalText): number {
  write(text);
  return 0;
}

/** Says why nothing came of it: what was foreseen, and what git or the system refused, in a sentence; anything else with where it happened. */
function fail(error: unknown): void {
  const why =
    error instanceof CouldNotRun || error instanceof GitProblem
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
