import type * as vscode from 'vscode';
import type { Target } from '../../../drawing/textHtml.ts';
import type { PageParams, ShownPage } from '../../../protocol/page.ts';
import { draw } from './draw.ts';
import { pageHtml } from './pageHtml.ts';

/** The command that shows a page, here as links give it: with `PageParams`. */
const showPage = 'tickmark.showCriterion';
/** The command that opens a place of a document, with a `Location`. No menu has it. */
export const openPlace = 'tickmark.openPlace';
/** The commands of what a page can have done; each is given `{root}`, the program's. */
const actions: Readonly<Record<string, string>> = {
  newControl: 'tickmark.newControl',
  newEvidence: 'tickmark.newEvidence',
  newPolicy: 'tickmark.newPolicy',
  proposeCriteria: 'tickmark.proposeCriteria',
  showCoverage: 'tickmark.coverage.focus',
};

/** What the panel of a page may do: its links are commands, and no others run from it. */
export const webviewOptions: vscode.WebviewOptions = {
  enableScripts: true,
  enableCommandUris: [showPage, openPlace, ...Object.values(actions)],
  localResourceRoots: [],
};

/** A panel that draws pages. */
export class PagePanel {
  readonly #panel: vscode.WebviewPanel;
  #page: ShownPage | undefined;

  /** @param panel with `webviewOptions` */
  constructor(panel: vscode.WebviewPanel) {
    this.#panel = panel;
  }

  /** What is drawn. */
  get page(): ShownPage | undefined {
    return this.#page;
  }

  /** Draws a page, unless it is the very same that is drawn. */
  draw(page: ShownPage, { root }: PageParams): void {
    const drawn = this.#page;
    this.#page = page;
    if (JSON.stringify(page) === JSON.stringify(drawn)) return;
    this.#panel.title = page.title;
    const document = pageHtml(page, {
      nonce: nonce(),
      hrefOf: target => commandFor(target, root),
      isOther: page.page !== drawn?.page,
    });
    draw(this.#panel.webview, document);
  }
}

function commandFor(target: Target, root: string): string | undefined {
  if ('action' in target) {
    const command = Object.hasOwn(actions, target.action) ? actions[target.action] : undefined;
    return command && commandUri(command, { root });
  }
  return 'page' in target ? commandUri(showPage, { root, page: target.page }) : commandUri(openPlace, target);
}

/** VS Code decodes the argument twice, so the escapes of the URIs in it are no percent signs. */
function commandUri(command: string, argument: unknown): string {
  const json = JSON.stringify([argument]).replaceAll('%', '\\u0025');
  return `command:${command}?${encodeURIComponent(json)}`;
}

function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
