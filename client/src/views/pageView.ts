import * as vscode from 'vscode';
import type { PageParams, ShownPage } from '../../../protocol/page.ts';
import type { Location } from '../../../protocol/place.ts';
import { openPlace, PagePanel, webviewOptions } from './pagePanel.ts';

/**
 * The view of a page: one panel, in which links lead on and from which there is a way back. What it shows follows the
 * program.
 */
export class PageView {
  readonly #ask: (params: PageParams) => Promise<ShownPage | null>;
  readonly #commands: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #shown: PagePanel | undefined;
  /** The pages shown, the oldest first, and which of them is shown now. */
  #visited: PageParams[] = [];
  #at = -1;
  #asked = 0;

  constructor(ask: (params: PageParams) => Promise<ShownPage | null>) {
    this.#ask = ask;
    this.#commands = vscode.Disposable.from(
      vscode.commands.registerCommand(openPlace, open),
      vscode.commands.registerCommand('tickmark.previousPage', () => this.#go(-1)),
      vscode.commands.registerCommand('tickmark.nextPage', () => this.#go(1)),
    );
  }

  /** What is shown, for as long as the view is open. */
  get page(): ShownPage | undefined {
    return this.#shown?.page;
  }

  /**
   * Shows a page, beside the text if there is one.
   * @throws {Error} where there is no such page
   */
  async show(params: PageParams): Promise<void> {
    const page = await this.#ask(params);
    if (page === null) throw new Error(`There is no page for ${params.page}.`);
    const here = this.#visited[this.#at];
    if (here?.page !== params.page || here.root !== params.root) {
      this.#visited = [...this.#visited.slice(0, this.#at + 1), params];
      this.#at = this.#visited.length - 1;
    }
    this.#draw(page, params);
    this.#panel?.reveal();
  }

  /** Asks anew for what is shown: the program has changed. */
  async refresh(): Promise<void> {
    const params = this.#visited[this.#at];
    if (this.#panel === undefined || params === undefined) return;
    const asked = ++this.#asked;
    const page = await this.#ask(params);
    if (page !== null && asked === this.#asked && this.#panel !== undefined) this.#draw(page, params);
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#commands.dispose();
  }

  async #go(steps: number): Promise<void> {
    const at = this.#at + steps;
    if (this.#visited[at] === undefined) return;
    this.#at = at;
    await this.refresh();
  }

  #draw(page: ShownPage, params: PageParams): void {
    this.#asked++;
    this.#panel ??= this.#create(page.title);
    this.#shown ??= new PagePanel(this.#panel);
    this.#shown.draw(page, params);
    void setContext('previousPage', this.#at > 0);
    void setContext('nextPage', this.#at < this.#visited.length - 1);
  }

  #create(title: string): vscode.WebviewPanel {
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel('tickmark.page', title, column, {
      ...webviewOptions,
      enableFindWidget: true,
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
      this.#visited = [];
      this.#at = -1;
    });
    return panel;
  }
}

/** Opens a place where the text is, so that the page stays in view beside it. */
async function open({ uri, range: { start, end } }: Location): Promise<void> {
  const [shown] = vscode.window.visibleTextEditors;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}

function setContext(name: string, value: boolean): Thenable<void> {
  return vscode.commands.executeCommand('setContext', `tickmark.${name}`, value);
}
