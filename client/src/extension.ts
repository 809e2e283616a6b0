import * as vscode from 'vscode';
import { addEvidence } from './commands/addEvidence.ts';
import { chooseScope } from './commands/chooseScope.ts';
import { newRecord, openRecord, planRemediation, recordGiven } from './commands/newRecord.ts';
import { nextPreset } from './commands/nextPreset.ts';
import { openManifest } from './commands/openManifest.ts';
import { proposeCriteria, proposeCriteriaHere } from './commands/proposeCriteria.ts';
import { showCriterion, whyHere } from './commands/showCriterion.ts';
import { showDashboard } from './commands/showDashboard.ts';
import { showReferences } from './commands/showReferences.ts';
import { start } from './commands/start.ts';
import { switchReport } from './commands/switchReport.ts';
import { whatNext } from './commands/whatNext.ts';
import { tellError } from './notices.ts';
import { hasDocumentation } from './recognize.ts';
import type { CreateClient, Session } from './session.ts';
import { registerPageEditors } from './views/pageEditors.ts';

/** What activation gives back: other extensions and the tests in real editors read it. */
export interface Tickmark {
  /** Settles once it is known whether there is something to do, and where there is, has been started. */
  readonly looked: Promise<void>;
  /** The running server, once there is something to do. */
  readonly session: () => Promise<Session> | undefined;
}

/** The commands that begin a record, and its kind; the last asks for it. */
const newKinds = [
  ['newControl', 'control'],
  ['newPolicy', 'policy'],
  ['newProcedure', 'procedure'],
  ['newEvidence', 'evidence'],
  ['newVendor', 'vendor'],
  ['newRisk', 'risk'],
  ['newNarrative', 'narrative'],
  ['newCommitment', 'commitment'],
  ['newTask', 'task'],
  ['newTest', 'test'],
  ['newDeviation', 'deviation'],
  ['newWaiver', 'waiver'],
  ['newUserControl', 'userControl'],
  ['newRequest', 'request'],
  ['newAnswer', 'answer'],
  ['newRecord', undefined],
] as const;

/** The commands that put the evidence together by something else. */
const evidenceCommands = [
  ['evidenceByDueDate', 'due'],
  ['evidenceByControl', 'control'],
  ['evidenceByOwner', 'owner'],
] as const;

/**
 * Registers the commands, and starts the server where there is control documentation; else nothing starts until the
 * command to start a program is given. Everything ends with the context's subscriptions.
 */
export function activate(context: vscode.ExtensionContext, createClient: CreateClient): Tickmark {
  let output: vscode.LogOutputChannel | undefined;
  let session: Promise<Session> | undefined;

  const begin = (): Promise<Session> => {
    session ??= open().catch(error => {
      // Another try is another chance.
      session = undefined;
      throw error;
    });
    return session;
  };
  const open = async (): Promise<Session> => {
    if (output === undefined) {
      output = vscode.window.createOutputChannel('Tickmark', { log: true });
      context.subscriptions.push(output);
    }
    const { startSession } = await import('./session.ts');
    const opened = await startSession(createClient, output, context.workspaceState);
    context.subscriptions.push(opened);
    return opened;
  };
  const look = async (folders: readonly vscode.WorkspaceFolder[]): Promise<void> => {
    for (const folder of folders) {
      if (session !== undefined || !(await hasDocumentation(folder))) continue;
      // The views offer to start a program where the server finds none.
      await (await begin()).show();
    }
  };
  const tell = async (error: unknown): Promise<void> => {
    const message = error instanceof Error ? error.message : String(error);
    const show = 'Show Output';
    const answer = await tellError(`Tickmark: ${message}`, ...(output ? [show] : []));
    if (answer === show) output?.show();
  };
  const command = (
    name: string,
    run: (argument: unknown, selected: unknown) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`tickmark.${name}`, (argument, selected) =>
      run(argument, selected).catch(tell),
    );

  context.subscriptions.push(
    command('start', () => start(begin)),
    command('chooseScope', async () => chooseScope(await begin())),
    command('switchReport', async () => switchReport(await begin())),
    command('showCriterion', async argument => showCriterion(await begin(), argument)),
    command('whyHere', async argument => whyHere(await begin(), argument)),
    ...evidenceCommands.map(([name, by]) => command(name, async () => (await begin()).evidence.groupBy(by))),
    command('showReferences', showReferences),
    command('proposeCriteria', async argument => proposeCriteria(await begin(), argument)),
    command('proposeCriteriaHere', async () => proposeCriteriaHere(await begin())),
    command('openManifest', async () => openManifest(await begin())),
    command('nextPreset', async () => nextPreset(await begin())),
    command('showDashboard', async () => showDashboard(await begin())),
    command('whatNext', async () => whatNext(await begin())),
    ...newKinds.map(([name, kind]) =>
      command(name, async argument => newRecord(await begin(), kind, argument)),
    ),
    command('planRemediation', async node => planRemediation(await begin(), node)),
    command('addEvidence', async (argument, selected) => addEvidence(await begin(), argument, selected)),
    command('openRecord', async argument => openRecord(recordGiven(argument))),
    command('showOutput', async () => output?.show()),
    registerPageEditors(begin),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => look(added).catch(tell)),
  );
  const looked = look(vscode.workspace.workspaceFolders ?? []).catch(tell);
  return { looked, session: () => session };
}
