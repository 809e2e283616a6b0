// `npm run pictures`: takes the pictures of the README and of docs/vscode.md, light and dark, from a real VS Code that
// shows the example program.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../toolchain.mjs';
import { Animation } from './animation.mjs';
import { withEditor } from './screenshot.mjs';

const folder = join(root, 'examples', 'brightdesk');
const pictures = join(root, 'docs', 'images');
/** Nothing in the pictures but what they are about, and no line that is wrapped. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 12,
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.wordWrap': 'off',
  '[markdown]': { 'editor.wordWrap': 'off' },
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** What a VS Code has in its status bar only because it runs in a browser. */
const ofBrowser = ['status.host', 'status.forwardedPorts', 'status.workbench.keyboardLayout'];

/** The coverage tree, open at a criterion that nothing addresses, beside a control. */
async function tree(editor) {
  await editor.run('View: Show Tickmark');
  await editor.widenSidebar(460);
  await open(editor, 'CC3 Risk assessment');
  await open(editor, 'CC3.2 ');
  await editor.open('controls/GV-05-risk-assessment.md');
}

/** Opens a node of the tree. */
async function open({ page }, label) {
  const row = `.monaco-list-row[aria-label^="${label}"]`;
  await page.locator(`${row} .monaco-tl-twistie`).click();
  await page.locator(`${row}[aria-expanded="true"]`).waitFor();
}

/** Opens a file of the example with the cursor behind the first place that has a text; gives its line and its column, from 1. */
async function openBehind(editor, path, text) {
  const before = readFileSync(join(folder, path), 'utf8').split(text, 1)[0].split('\n');
  const place = { line: before.length, column: before.at(-1).length + text.length + 1 };
  await editor.open(path);
  await editor.goTo(place.line, place.column);
  return place;
}

/** A criterion that does not exist, with what is said of it. */
async function squiggle(editor) {
  const { keyboard } = editor.page;
  await editor.run('View: Toggle Primary Side Bar Visibility');
  const { line, column } = await openBehind(editor, 'policies/access-control.md', 'TSC: [CC6.1, CC6.2');
  await keyboard.type(', CC6.9');
  await keyboard.press('Escape');
  await editor.wait('.squiggly-error');
  await editor.goTo(line, column + ', CC'.length);
  await editor.run('Show or Focus Hover');
  await editor.wait('.monaco-hover a:has-text("Quick Fix")');
}

/** Suggestions where a criterion is cited, with what the first of them asks for. */
async function completion(editor) {
  const { keyboard } = editor.page;
  await editor.run('View: Toggle Primary Side Bar Visibility');
  await openBehind(editor, 'policies/access-control.md', 'TSC: [CC6.1, CC6.2');
  await keyboard.type(', CC7.');
  await editor.wait('.suggest-widget .monaco-list-row');
  await keyboard.press('Control+Space');
  await editor.wait('.suggest-details-container .body');
}

/** What a criterion asks for and where it stands, beside a policy that cites it. */
async function criterion(editor) {
  await editor.run('View: Toggle Primary Side Bar Visibility');
  await openBehind(editor, 'policies/access-control.md', 'TSC: [CC');
  await editor.run('Tickmark: Show Criterion');
  await editor.wait('.quick-input-list .monaco-list-row.focused[aria-label^="CC6.1 "]');
  await editor.page.keyboard.press('Enter');
  await editor.wait('.tab.active[aria-label^="CC6.1 "]');
  const view = editor.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await view.locator('h1').waitFor();
}

/** A criterion that nothing addresses is cited, and the tree follows; one that does not exist is underlined. */
async function tour(editor, animation) {
  const { keyboard } = editor.page;
  await editor.run('View: Show Tickmark');
  await editor.widenSidebar(420);
  await open(editor, 'CC3 Risk assessment');
  const { line, column } = await openBehind(editor, 'policies/risk-management.md', 'TSC: [CC3.1, CC3.2');
  await editor.rest();
  await animation.show(2000);
  await animation.type(', CC3.');
  await editor.wait('.suggest-widget .monaco-list-row');
  await animation.show(1800);
  await keyboard.press('Enter');
  await editor.wait('.monaco-list-row[aria-label^="CC3.3 "][aria-label*="documented"]');
  await animation.show(2200);
  await animation.type(', CC3.9');
  await keyboard.press('Escape');
  await editor.wait('.squiggly-error');
  await animation.show(900);
  await editor.goTo(line, column + ', CC3.3, CC'.length);
  await editor.run('Show or Focus Hover');
  await editor.wait('.monaco-hover a:has-text("Quick Fix")');
  await animation.show(3200);
}

/** The scenes, with the size of the window in CSS pixels. */
const scenes = [
  { name: 'tree', scene: tree, size: { width: 1280, height: 640 } },
  { name: 'squiggle', scene: squiggle, size: { width: 900, height: 560 } },
  { name: 'completion', scene: completion, size: { width: 1180, height: 560 } },
  { name: 'criterion', scene: criterion, size: { width: 1280, height: 720 } },
];

mkdirSync(pictures, { recursive: true });
const size = { width: 1100, height: 520 };
await withEditor({ folder, theme: 'light', size, settings }, async editor => {
  await editor.hide(ofBrowser);
  await editor.wait('[id="tickmark.tickmark-vscode.tickmark.report"]');
  const animation = new Animation(editor, size);
  await tour(editor, animation);
  const file = join(pictures, 'tour.gif');
  await animation.save(file);
  console.log(relative(root, file));
});
for (const theme of ['light', 'dark']) {
  for (const { name, scene, size } of scenes) {
    await withEditor({ folder, theme, size, settings }, async editor => {
      await editor.hide(ofBrowser);
      await editor.wait('[id="tickmark.tickmark-vscode.tickmark.report"]');
      await scene(editor);
      await editor.rest();
      const file = join(pictures, `${name}-${theme}.png`);
      await editor.picture(file);
      console.log(relative(root, file));
    });
  }
}
