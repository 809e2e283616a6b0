// Tickmark's own server, and how far it is with its work.
import { PublishDiagnosticsNotification } from 'vscode-languageserver/node';
import { statusRequest } from '../../protocol/status.ts';
import { requestOf } from '../../server/src/lsp/messages.ts';
import { built } from './built.ts';
import { forgetFacts } from './caches.ts';
import { subject } from './measure.ts';
import { type Server, Session } from './session.ts';

const options = { trees: true, status: true, files: true };

/** As any editor starts it. */
export const tickmarkServer: Server = {
  subject,
  script: built('launch.tickmark.cjs'),
  args: ['lsp', '--stdio'],
  options,
};

/** As the extension starts it (client/src/main.node.ts). */
export const extensionServer: Server = {
  subject,
  script: built('launch.lsp.cjs'),
  args: ['--node-ipc', `--clientProcessId=${process.pid}`],
  options,
};

/** The method by which findings come of documents that are not open. */
export const pushed = PublishDiagnosticsNotification.method;

/** How long no finding is to come before all are taken to have come, in milliseconds. */
export const settled = 300;

/**
 * A session with the server, which has begun to read a folder, and when that was.
 * @param how `warm` lets it find what an earlier session has kept
 */
export async function begin(
  folder: string,
  how: { readonly watched?: boolean; readonly warm?: boolean } = {},
): Promise<{ session: Session; start: number }> {
  if (!how.warm) forgetFacts();
  const session = new Session(tickmarkServer, how);
  await session.initialize(folder);
  const start = performance.now();
  await session.initialized();
  return { session, start };
}

/** Settles once everything is read and every finding has come; gives when the last one came. */
export async function indexed(session: Session, start: number): Promise<number> {
  // Every generated program has findings.
  await session.heard(pushed);
  for (;;) {
    const last = await session.quiet(pushed, settled, start);
    const { indexing } = await session.connection.sendRequest(requestOf(statusRequest), {});
    if (!indexing) return last;
  }
}
