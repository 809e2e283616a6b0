import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { below } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unawaited } from './unawaited.ts';
import { visible } from './visible.ts';

/** Warns, in any client, of files and folders that cannot be read: what seems to be absent may be there, and is not told. */
export class UnreadNotice {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #shownAs: (key: string) => string;
  #told: ReadonlySet<string> = new Set();

  /** @param shownAs what a key is called in a message */
  constructor(connection: Connection, workspace: Workspace, shownAs: (key: string) => string) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#shownAs = shownAs;
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
    const message = `Tickmark cannot read ${visible(this.#shownAs(first))}${others}. Its contents are not checked, and findings about missing records may not be shown. Check its permissions.`;
    const params: ShowMessageParams = { type: MessageType.Warning, message };
    unawaited(() => this.#connection.sendNotification(ShowMessageNotification.type, params));
  }
}
