/// <reference types="mocha" />
import * as vscode from 'vscode';

/** What the script that started the editor demands to see (scripts/editor/run.mjs reads it as JSON). */
interface Report {
  /** The version of VS Code. */
  readonly version: string;
  readonly tests: readonly Outcome[];
}

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'pending';
  readonly milliseconds: number;
  readonly error?: string;
}

/**
 * Runs the loaded tests and writes the report beside the workspace folder. The file is the proof: an extension host
 * that dies reports success to the editor.
 * @throws when a test fails, which is how an editor learns of it
 */
export async function runAndReport(mocha: Mocha): Promise<void> {
  const tests: Outcome[] = [];
  const runner = mocha.run();
  const record = (test: Mocha.Runnable, state: Outcome['state'], error?: Error): void => {
    const outcome = { title: test.fullTitle(), state, milliseconds: test.duration ?? 0 };
    tests.push(error === undefined ? outcome : { ...outcome, error: error.stack ?? error.message });
  };
  runner.on('pass', test => record(test, 'passed'));
  runner.on('fail', (test, error) => record(test, 'failed', error));
  runner.on('pending', test => record(test, 'pending'));
  await new Promise<void>(resolve => runner.on('end', () => resolve()));

  await write({ version: vscode.version, tests });
  const failed = tests.filter(test => test.state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

async function write(report: Report): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no workspace folder is open');
  const file = vscode.Uri.joinPath(folder.uri, '..', 'report.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(report)));
}
