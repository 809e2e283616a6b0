import * as vscode from 'vscode';
import type { ProgramStatus, Status } from '../../protocol/status.ts';

/** How long a new program is waited for, in milliseconds. */
const patience = 10_000;

/** How things stand, as the server last said. */
export class CurrentStatus {
  readonly #ask: () => Promise<Status>;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  #status: Status = { indexing: true, programs: [] };
  #asked = 0;

  constructor(ask: () => Promise<Status>) {
    this.#ask = ask;
  }

  get indexing(): boolean {
    return this.#status.indexing;
  }

  get programs(): readonly ProgramStatus[] {
    return this.#status.programs;
  }

  /** The program that a document belongs to: the innermost, where one lies in another. */
  programOf(document: vscode.Uri): ProgramStatus | undefined {
    const address = document.toString();
    const around = this.programs.filter(({ root }) => address.startsWith(`${normal(root)}/`));
    return around.sort((a, b) => b.root.length - a.root.length)[0];
  }

  /** The program that a person is at: that of the active editor; else the first. */
  get program(): ProgramStatus | undefined {
    const document = vscode.window.activeTextEditor?.document.uri;
    return (document && this.programOf(document)) ?? this.programs[0];
  }

  /** Waits until there is such a program and it is read, if this takes no longer than anybody waits. */
  async until(isMeant: (program: ProgramStatus) => boolean): Promise<void> {
    const isThere = (): boolean => !this.indexing && this.programs.some(isMeant);
    if (isThere()) return;
    const waiting: vscode.Disposable[] = [];
    await new Promise<void>(resolve => {
      const end = setTimeout(resolve, patience);
      waiting.push({ dispose: () => clearTimeout(end) });
      waiting.push(this.onDidChange(() => isThere() && resolve()));
    });
    for (const one of waiting) one.dispose();
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
