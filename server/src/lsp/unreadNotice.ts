import {
  type Connection,
  LogMessageNotification,
  type LogMessageParams,
  MessageType,
} from 'vscode-languageserver';
import { below } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenFolders } from './openFolders.ts';
import { unawaited } from './unawaited.ts';
import { visible } from './visible.ts';
import { warn } from './warn.ts';

/** Warns, in any client, of files and folders that cannot be read: what seems to be absent may be there, and is not told. */
export class UnreadNotice {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #folders: Pick<OpenFolders, 'keys' | 'shown'>;
  #told: ReadonlySet<string> = new Set();

  constructor(connection: Connection, workspace: Workspace, folders: Pick<OpenFolders, 'keys' | 'shown'>) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#folders = folders;
  }

  /** Warns where something cannot be read that could be read before, or was not known. */
  tell(): void {
    const inside = this.#workspace.programs.flatMap(host =>
      this.#workspace.unreadable(host).map(path => below(host.folder.root, path)),
    );
    const keys = [...new Set([...inside, ...this.#workspace.outside])];
    const [first] = keys.filter(key => !this.#told.has(key));
    this.#told = new Set(keys);
    if (first === undefined) return;
    const others = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    const name = visible(this.#folders.shown(first));
    const message = this.#isWhole(first)
      ? `Tickmark could not list all files of ${name}${others}. What is not listed is not checked, and findings about missing records may not be shown. Open a smaller folder, or check its permissions.`
      : `Tickmark cannot read ${name}${others}. Its contents are not checked, and findings about missing records may not be shown. Check its permissions.`;
    warn(this.#connection, message);
    // A message is gone once it has been closed.
    const logged: LogMessageParams = { type: MessageType.Warning, message };
    unawaited(() => this.#connection.sendNotification(LogMessageNotification.type, logged));
  }

  /** Whether a key is that of a whole program, or of an open folder: of that not all is listed, but other files are read. */
  #isWhole(key: string): boolean {
    return (
      this.#folders.keys.includes(key) || this.#workspace.programs.some(({ folder }) => folder.root === key)
    );
  }
}
