import * as vscode from 'vscode';
import type { TreeNode } from '../../../protocol/tree.ts';
import { equal, match } from '../assert.ts';
import { closeAll, show, uriOf } from '../documents.ts';
import { press } from '../press.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

/** Files that lie beside the workspace. */
const outside = (name: string) => vscode.Uri.joinPath(uriOf('.'), '..', name);
const register = 'evidence/operations.yaml';

/** A node of the tree of evidence, put together by control: that of a control, or of one of its windows. */
async function nodeOf(control: string, window?: string): Promise<TreeNode> {
  const { evidence } = await session();
  await evidence.groupBy('control');
  return until(async () => {
    const roots = await evidence.tree.getChildren();
    const found = roots.find(({ label }) => label.startsWith(control));
    if (!found || window === undefined) return found;
    return (await evidence.tree.getChildren(found)).find(({ label }) => label.startsWith(window));
  });
}

/** The same, once it lacks evidence: what was undone before has then been heard of. */
async function lacking(control: string, window?: string): Promise<TreeNode> {
  return until(async () => {
    const found = await nodeOf(control, window);
    return found.evidenceFor && found;
  });
}

async function drop(target: TreeNode | undefined, words: string): Promise<void> {
  const { evidence } = await session();
  const dropped = new vscode.DataTransfer();
  dropped.set('text/uri-list', new vscode.DataTransferItem(words));
  await evidence.drop.handleDrop(target, dropped);
}

async function write(uri: vscode.Uri, content: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, content);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uriOf(path))).size;
  } catch {
    return undefined;
  }
}

/** Takes what is suggested at each question until the register has a text. */
async function acceptUntilRecorded(text: string): Promise<vscode.TextEditor> {
  return until(async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.getText().includes(text) === true) return editor;
    await press('accept');
    return undefined;
  });
}

suite('evidence that is added', () => {
  const before = async () => (await vscode.workspace.openTextDocument(uriOf(register))).getText();
  teardown(closeAll);

  test('a lens above a control leads to its questions', async () => {
    await session();
    const { document } = await show('controls/operations.yaml');
    const command = await until(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return lenses.map(lens => lens.command).find(one => one?.arguments?.[0]?.control === 'OP-03');
    });
    match(command.title, /^Evidence (?:due|overdue|missing).* for 2026-Q4: add…$/);
    equal(command.command, 'tickmark.addEvidence');
    const [given] = command.arguments ?? [];
    equal([given.control, given.window], ['OP-03', '2026-Q4']);
  });

  test('a control takes a file of the program where it lies, and asks for the window; what is complete takes none', async () => {
    const text = await before();
    await drop(await nodeOf('OP-03', '2026-Q1'), `${uriOf('october.csv')}`);
    await drop(undefined, `${uriOf('october.csv')}`);
    const control = await lacking('OP-03');
    equal(control.evidenceFor?.window, undefined);
    await write(uriOf('october.csv'), new TextEncoder().encode('day,used\n'));
    await drop(control, `${uriOf('october.csv')}`);
    const editor = await acceptUntilRecorded('source: october.csv');
    await vscode.commands.executeCommand('undo');
    await until(() => editor.document.getText() === text);
    await vscode.workspace.fs.delete(uriOf('october.csv'));
  });

  test('a link that is dropped is recorded where it is, with who keeps it', async () => {
    const text = await before();
    await drop(await lacking('OP-03', '2026-Q4'), 'https://files.example.com/capacity?of=q4\r\n');
    const editor = await acceptUntilRecorded('files.example.com');
    match(editor.document.getText(), /source: .?https:\/\/files\.example\.com\/capacity\?of=q4/);
    // The caret is set once the text is shown.
    await until(() => editor.document.lineAt(editor.selection.active).text.trim() === 'performed:');
    await vscode.commands.executeCommand('undo');
    await until(() => editor.document.getText() === text);
  });

  // Comes last: a watcher that hears of a file only once it is gone may tell nobody.
  test('files that are dropped on a window are copied and recorded in one step, and one undo takes all back', async () => {
    const text = await before();
    const large = new Uint8Array((1 << 20) + 10).fill(7);
    await write(outside('capacity.csv'), new TextEncoder().encode('day,used\n'));
    await write(outside('dashboard.png'), large);
    const list = `${outside('capacity.csv')}\r\n${outside('dashboard.png')}`;
    await drop(await lacking('OP-03', '2026-Q4'), list);
    const editor = await acceptUntilRecorded('OP-03/2026-Q4/dashboard.png');
    const folder = 'evidence/OP-03/2026-Q4';
    // The caret is set once the text is shown.
    await until(() => editor.document.lineAt(editor.selection.active).text.trim() === 'performed:');
    equal(await sizeOf(`${folder}/capacity.csv`), 9);
    await until(async () => (await sizeOf(`${folder}/dashboard.png`)) === large.length);
    const added = editor.document.getText();
    equal(added.match(/source: OP-03\/2026-Q4\/.*/g)?.length, 2);
    await vscode.commands.executeCommand('undo');
    await until(() => editor.document.getText() === text);
    await until(async () => (await sizeOf(`${folder}/capacity.csv`)) === undefined);
    await until(async () => (await sizeOf(`${folder}/dashboard.png`)) === undefined);
  });
});
