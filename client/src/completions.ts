import type { Middleware } from 'vscode-languageclient';
import { withoutIcons } from './views/labels.ts';

/** Shows what can be completed by words in which no icon is seen: ids are written in documents. */
export const completions: Middleware = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const offered = await next(document, position, context, token);
    const items = offered && 'items' in offered ? offered.items : (offered ?? []);
    for (const item of items) {
      const { label } = item;
      item.label =
        typeof label === 'string' ? withoutIcons(label) : { ...label, label: withoutIcons(label.label) };
    }
    return offered;
  },
};
