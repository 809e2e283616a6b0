import * as vscode from 'vscode';
import type { PageParams, ShownPage } from '../../../protocol/page.ts';
import type { Session } from '../session.ts';
import { PagePanel, webviewOptions } from './pagePanel.ts';

/**
 * The editor in which VS Code opens the URI of a page: from the definition of an id, and from the link of a finding. (Such a
 * link runs no commands where it stands in a hover.) Links in it lead to the view of pages.
 * @param session gives the running session; where there is none it starts one
 */
export function registerPageEditors(session: () => Promise<Session>): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: uri => ({ uri, dispose: () => {} }),
    async resolveCustomEditor({ uri }, panel) {
      panel.webview.options = webviewOptions;
      // It may be closed while the server starts.
      let isClosed = false;
      panel.onDidDispose(() => {
        isClosed = true;
      });
      const running = await session();
      if (isClosed) return;
      const editor = new PageEditor(uri, new PagePanel(panel), running);
      const following = running.coverage.tree.onDidChangeTreeData(() => editor.refresh());
      panel.onDidDispose(() => {
        following.dispose();
        editor.dispose();
      });
      await editor.refresh();
    },
  };
  return vscode.window.registerCustomEditorProvider('tickmark.pageEditor', provider, {
    webviewOptions: { enableFindWidget: true },
    supportsMultipleEditorsPerDocument: true,
  });
}

/** One such editor. */
class PageEditor {
  readonly #uri: vscode.Uri;
  readonly #shown: PagePanel;
  readonly #session: Session;
  #asked = 0;

  constructor(uri: vscode.Uri, shown: PagePanel, session: Session) {
    this.#uri = uri;
    this.#shown = shown;
    this.#session = session;
  }

  /** Asks for the page and draws it; words instead where there is none, which may be because its program is not read yet. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const { status, page: ask } = this.#session;
    const params = pageOf(
      this.#uri,
      status.programs.map(({ root }) => root),
    );
    const { page: title } = params;
    const words = status.indexing ? 'The documents are still being read.' : 'This page does not exist.';
    const nothing: ShownPage = { page: title, title, blocks: [{ kind: 'paragraph', text: [words] }] };
    const page = await ask(params);
    if (asked === this.#asked) this.#shown.draw(page ?? nothing, params);
  }

  dispose(): void {
    this.#asked++;
  }
}

/**
 * What page a URI names. It may have been decoded once too often on its way, as it is when it is opened from the list of
 * problems: so roots are compared without any escapes.
 */
function pageOf({ path, query }: vscode.Uri, roots: readonly string[]): PageParams {
  const root = roots.find(one => decoded(one) === decoded(query)) ?? query;
  return { root, page: path.replace(/^\/|\.md$/g, '') };
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
