import { CompletionItem, CompletionItemKind, type Position, Range, type TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { withoutIcons } from './views/labels.ts';

/**
 * Shows what can be completed by words in which no icon is seen, as ids are written in documents; and where nothing fits a
 * key or value of ours, keeps away the words that VS Code would offer instead.
 */
export const completions: Middleware = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const offered = await next(document, position, context, token);
    const items = offered && 'items' in offered ? offered.items : (offered ?? []);
    for (const item of items) {
      const { label } = item;
      item.label =
        typeof label === 'string' ? withoutIcons(label) : { ...label, label: withoutIcons(label.label) };
      // A folder is not yet the file that is meant.
      if (item.kind === CompletionItemKind.Folder)
        item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
    }
    // The server answers with nothing at all where others may offer what they have.
    return offered && items.length === 0 ? nothingFits(document, position) : offered;
  },
};

/**
 * An item that is never shown. VS Code asks for the words of open documents where no other provider gave an item, an empty
 * list is as good as none to it, and only a setting for all documents of the language keeps it from asking. An item that
 * does not fit what stands before the cursor is an answer, and is not shown. So something has to stand there: an empty line
 * gets no such item.
 */
function nothingFits(document: TextDocument, position: Position): CompletionItem[] {
  const { firstNonWhitespaceCharacterIndex: start } = document.lineAt(position.line);
  if (start >= position.character) return [];
  const item = new CompletionItem(neverTyped, CompletionItemKind.Text);
  item.filterText = neverTyped;
  item.insertText = '';
  item.range = new Range(position.line, start, position.line, position.character);
  return [item];
}

/** A character that nobody types (a private one of Unicode), so that nothing typed begins with it. */
const neverTyped = '\uE000';
