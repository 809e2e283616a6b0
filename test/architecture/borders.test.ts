// Arrows point one way: scripts/borders.ts lets no import through that goes another.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { root, runIn } from './project.ts';

const core = 'server/src/core';
const wrong: Readonly<Record<string, string>> = {
  [`${core}/text/a.ts`]: "import { readYaml } from '../yaml/read.ts';",
  [`${core}/catalog/a.ts`]: "import type { Role } from '../formats/role.ts';",
  [`${core}/markdown/a.ts`]: "import '../formats/role.ts';",
  [`${core}/formats/a.ts`]: "export { Program } from '../program/program.ts';",
  [`${core}/program/a.ts`]: "import {\n  rules,\n} from '../rules/rules.ts';",
  [`${core}/rules/a.ts`]: "export const rulePage = () => import('../exports/rulePage.ts');",
  [`${core}/exports/a.ts`]: "import { diskFiles } from '../../workspace/disk/diskFiles.ts';",
  [`${core}/rules/deep/a.ts`]: "import { hover } from '../../features/hover.ts';",
  [`${core}/rules/b.ts`]: "import picomatch from 'picomatch';",
  [`${core}/formats/b.ts`]: "import { parse } from 'yaml';",
  [`${core}/a.ts`]: "import { join } from 'node:path';",
  [`${core}/yaml/b.ts`]: "import ignore from 'ignore';",
  // A circle of files in one folder, one by types, and one through another file.
  [`${core}/yaml/circle/a.ts`]: "import { b } from './b.ts';",
  [`${core}/yaml/circle/b.ts`]: "export { a } from './a.ts';",
  'server/src/cli/circle/a.ts': "import type { B } from './b.ts';",
  'server/src/cli/circle/b.ts': "import {\n  type A,\n} from './a.ts';",
  'client/src/circle/a.ts': "import { b } from './b.ts';",
  'client/src/circle/b.ts': "import './c.ts';",
  'client/src/circle/c.ts': "const a = () => import('./a.ts');",
  'server/src/cli/long.ts': '// One line more than a file may have.\n'.repeat(401).trimEnd(),
  'test/long.test.ts': '// Tests are parted too.\n'.repeat(401).trimEnd(),
  'server/src/workspace/a.ts': "import { check } from '../cli/check.ts';",
  'server/src/workspace/b.ts': "import { readFileSync } from 'node:fs';",
  'server/src/cli/a.ts': "import fs from 'fs';",
  'server/src/lsp/a.ts': "import { readFile } from 'node:fs/promises';",
  'server/src/b.ts': "import { watch } from 'node:fs';",
  'client/src/b.ts': "import { readFileSync } from 'node:fs';",
  'server/src/cli/shown.ts': "process.stdout.write('x');",
  'server/src/cli/cast.ts': "export const text = 'x' as TerminalText;",
  [`${core}/pages/shown.ts`]: "export const text = 'x' as Markdown;",
  'server/src/lsp/shown.ts': "export const contents = { kind: MarkupKind.Markdown, value: 'x' };",
  'server/src/lsp/told.ts': "connection.window.showErrorMessage('x');",
  'client/src/tooltip.ts': "export const tooltip = new vscode.MarkdownString('x');",
  'client/src/page.ts': "panel.webview.html = 'x';",
  'client/src/cast.ts': "export const text = 'x' as Html;",
  'client/src/message.ts': "vscode.window.showInformationMessage('x');",
  'client/src/list.ts': "vscode.window.showQuickPick(['x']);",
  'client/src/bar.ts': "vscode.window.setStatusBarMessage('x');",
  'protocol/a.ts': "import { Buffers } from '../server/src/lsp/buffers.ts';",
  'protocol/b.ts': "import { readFileSync } from 'node:fs';",
  'protocol/c.ts': "import { RequestType } from 'vscode-languageserver';",
  'client/src/a.ts': "import { rules } from '../../server/src/core/rules/rules.ts';",
};
const right: Readonly<Record<string, string>> = {
  [`${core}/text/c.ts`]: "import { detach } from './detach.ts';",
  [`${core}/yaml/c.ts`]: "import { parse } from 'yaml';",
  // It leads into a circle, and is in none.
  [`${core}/yaml/circle/d.ts`]: "import { b } from './b.ts';",
  [`${core}/rules/c.ts`]:
    "import { tsc } from '../catalog/tsc.ts'; // as one would from '../exports/rulePage.ts'",
  'server/src/cli/full.ts': '// As many lines as a file may have.\n'.repeat(400).trimEnd(),
  'server/src/workspace/disk/c.ts': "import { readFileSync } from 'node:fs';",
  'server/src/workspace/c.ts': "import { join } from 'node:path';\nimport ignore from 'ignore';",
  'protocol/d.ts': "import type { Markdown } from '../server/src/core/pages/markdownText.ts';",
  'client/src/c.ts': "import { treeRequest } from '../../protocol/tree.ts';",
  'server/src/cli/c.ts': "import { diskFiles } from '../workspace/disk/diskFiles.ts';",
};

describe('the borders', () => {
  it('are kept', () => assert.deepEqual(runIn(root, 'scripts/borders.ts'), { code: 0, output: '' }));

  it('let no wrong import, no long file and no unescaped text through, and hold nothing right up', t => {
    const folder = emptyFolder(t);
    for (const name of ['server/src', 'client/src', 'protocol', 'drawing', 'scripts'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const [path, text] of Object.entries({ ...wrong, ...right })) write(folder, path, `${text}\n`);
    const { code, output } = runIn(folder, 'scripts/borders.ts');
    const refused = new Set([...output.matchAll(/^(\S+): (?:imports|shows|has) /gm)].map(([, path]) => path));
    assert.deepEqual(refused, new Set(Object.keys(wrong)));
    assert.equal(code, 1);
  });
});
