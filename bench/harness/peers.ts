// The tools that Tickmark is compared with, as bench/peers/package.json brings them.
import { fileURLToPath } from 'node:url';
import type { Server } from './session.ts';

const installed = (path: string): string =>
  fileURLToPath(new URL(`../peers/node_modules/${path}`, import.meta.url));

export const markdownlint = installed('markdownlint-cli2/markdownlint-cli2-bin.mjs');
export const markdownlintConfig = fileURLToPath(
  new URL('../peers/.markdownlint-cli2.jsonc', import.meta.url),
);
export const remark = installed('remark-cli/cli.js');
export const remarkConfig = fileURLToPath(new URL('../peers/.remarkrc.json', import.meta.url));
export const markdownIt = installed('markdown-it/dist/markdown-it.mjs');

export const yamlServer: Server = {
  subject: 'yaml-language-server',
  script: installed('yaml-language-server/bin/yaml-language-server'),
  args: ['--stdio'],
  // No schema is fetched: what is measured is its work on the text.
  configuration: { yaml: { schemaStore: { enable: false } } },
};

export const actionsServer: Server = {
  subject: '@actions/languageserver',
  script: installed('@actions/languageserver/bin/actions-languageserver'),
  args: ['--stdio'],
  options: {},
};

export const markdownServer: Server = {
  subject: 'vscode-markdown-languageserver',
  script: installed('vscode-markdown-languageserver/dist/node/workerMain.js'),
  args: ['--stdio'],
  options: { markdownFileExtensions: ['md'] },
};
