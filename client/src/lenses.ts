import type { CodeLens } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { withoutIcons } from './views/labels.ts';

/** Shows lenses by words without icons: the names of vendors and custom criteria come from documents. */
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
