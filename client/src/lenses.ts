import type { CodeLens } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { withoutIcons } from './views/labels.ts';

/** Shows lenses by words in which no icon is seen: vendors and criteria of one's own are called as documents say. */
export const lenses: Middleware = {
  resolveCodeLens: async (lens, token, next) => {
    const resolved = await next(lens, token);
    return resolved && withPlainTitle(resolved);
  },
};

function withPlainTitle(lens: CodeLens): CodeLens {
  if (lens.command) lens.command = { ...lens.command, title: withoutIcons(lens.command.title) };
  return lens;
}
