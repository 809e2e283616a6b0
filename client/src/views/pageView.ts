import * as vscode from 'vscode';
import type { PageParams, ShownPage } from '../../../protocol/page.ts';
import type { Location } from '../../../protocol/place.ts';
import { draw } from './html.ts';
import { pageHtml } from './pageHtml.ts';
import type { Target } from './textHtml.ts';

/** The command that shows a page, here as links give it: with `PageParams`. */
const showPage = 'tickmark.showCriterion';
/** The command that opens a place of a document, with a `Location`. No menu has it. */
const openPlace = 'tickmark.openPlace';
/** The commands of what a page can have done; each is given `{root}`, the program's. */
const actions: Readonly<Record<string, string>> = {
  newControl: 'tickmark.newControl',
  newPolicy: 'tickmark.newPolicy',
  proposeCriteria: 'tickmark.proposeCriteria',
  showCoverage: 'tickmark.coverage.focus',
};

/**
 * The view of a page: one panel, in which links lead on and from which there is a way back. Its links are commands, and no
 * others run from it. What it shows follows the program.
 */
export class PageView {
  readonly #ask: (params: PageParams) => Promise<ShownPage | null>;
  readonly #commands: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  /** The pages shown, the oldest first, and which of them is shown now. */
  #visited: PageParams[] = [];
  #at = -1;
  #asked = 0;
  #page: ShownPage | undefined;

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
    return this.#page;
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

  #draw(page: ShownPage, { root }: PageParams): void {
    this.#asked++;
    const drawn = this.#page;
    this.#page = page;
    this.#panel ??= this.#create(page.title);
    if (JSON.stringify(page) !== JSON.stringify(drawn)) {
      this.#panel.title = page.title;
      const document = pageHtml(page, {
        nonce: nonce(),
        hrefOf: target => commandFor(target, root),
        isOther: page.page !== drawn?.page,
      });
      draw(this.#panel.webview, document);
    }
    void setContext('previousPage', this.#at > 0);
    void setContext('nextPage', this.#at < this.#visited.length - 1);
  }

  #create(title: string): vscode.WebviewPanel {
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel('tickmark.page', title, column, {
      enableScripts: true,
      enableCommandUris: [showPage, openPlace, ...Object.values(actions)],
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#page = undefined;
      this.#visited = [];
      this.#at = -1;
    });
    return panel;
  }
}

function commandFor(target: Target, root: string): string | undefined {
  if ('action' in target) {
    const command = Object.hasOwn(actions, target.action) ? actions[target.action] : undefined;
    return command && commandUri(command, { root });
  }
  return 'page' in target ? commandUri(showPage, { root, page: target.page }) : commandUri(openPlace, target);
}

function commandUri(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** Opens a place where the text is, so that the page stays in view beside it. */
async function open({ uri, range: { start, end } }: Location): Promise<void> {
  const [shown] = vscode.window.visibleTextEditors;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}

function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function setContext(name: string, value: boolean): Thenable<void> {
  return vscode.commands.executeCommand('setContext', `tickmark.${name}`, value);
}
