import * as vscode from 'vscode';
import type { ProgrammeStatus, Status } from './protocol.ts';

/** How things stand, as the server last said. */
export class CurrentStatus {
  readonly #ask: () => Promise<Status>;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  #status: Status = { indexing: true, programmes: [] };
  #asked = 0;

  constructor(ask: () => Promise<Status>) {
    this.#ask = ask;
  }

  get indexing(): boolean {
    return this.#status.indexing;
  }

  get programmes(): readonly ProgrammeStatus[] {
    return this.#status.programmes;
  }

  /** The programme that a document belongs to: the innermost, where one lies in another. */
  programmeOf(document: vscode.Uri): ProgrammeStatus | undefined {
    const address = document.toString();
    const around = this.programmes.filter(({ root }) => address.startsWith(`${normal(root)}/`));
    return around.sort((a, b) => b.root.length - a.root.length)[0];
  }

  /** The programme that a person is at: that of the active editor; else the first. */
  get programme(): ProgrammeStatus | undefined {
    const document = vscode.window.activeTextEditor?.document.uri;
    return (document && this.programmeOf(document)) ?? this.programmes[0];
  }

  /** Asks the server anew. An answer that a later question has overtaken is thrown away. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const status = await this.#ask();
    if (asked !== this.#asked) return;
    this.#status = status;
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

/** A URI as VS Code writes it: without a slash at its end, and escaped its way. */
function normal(uri: string): string {
  return vscode.Uri.parse(uri).toString().replace(/\/$/, '');
}
