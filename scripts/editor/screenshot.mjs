// Pictures of the extension in a real VS Code, taken by script: in a theme, with a file open, after a command.
import { posix } from 'node:path';
import { install } from '../toolchain.mjs';

install();
const { buildExtension } = await import('./build.mjs');
const { installChromium, installServer } = await import('./install.mjs');
const { copyWorkspace, linkExtension, makeSandbox } = await import('./sandbox.mjs');
const { scoped } = await import('./scope.mjs');
const { startServer } = await import('./server.mjs');
const { openPage } = await import('./workbench.mjs');

/** VS Code's names of its themes. */
const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast': 'Default High Contrast',
};

/** Where the quick input takes what is typed. */
const prompt = '.quick-input-widget .quick-input-filter input';

/**
 * Opens a copy of a folder in a VS Code that has the extension, and ends it after the work.
 * @template T
 * @param {object} options
 * @param {string} options.folder
 * @param {keyof typeof themes} [options.theme]
 * @param {{ width: number, height: number }} [options.size] of the window in CSS pixels; the picture has twice as many
 * @param {Record<string, unknown>} [options.settings] the user's settings
 * @param {(editor: Editor) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withEditor(
  { folder, theme = 'light', size = { width: 1280, height: 800 }, settings = {} },
  work,
) {
  const program = installServer();
  const executable = installChromium();
  await buildExtension();
  return scoped(async defer => {
    const sandbox = makeSandbox(defer);
    linkExtension(sandbox);
    const { address } = await startServer({
      program,
      sandbox,
      settings: { 'workbench.colorTheme': themes[theme], ...settings },
      log: () => {},
      defer,
    });
    const context = { viewport: size, deviceScaleFactor: 2 };
    const page = await openPage({ executable, env: sandbox.env, defer, context });
    await page.goto(address(copyWorkspace(sandbox, folder)));
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return work(new Editor(page));
  }, 180);
}

/** What a person does in VS Code. Each step waits, some half a minute at most, until it has happened. */
class Editor {
  /** @param {import('playwright-core').Page} page for what the other methods do not do */
  constructor(page) {
    this.page = page;
  }

  /** Opens a file, named by its path in the workspace. */
  async open(path) {
    const { dir, base } = posix.parse(path);
    await this.page.keyboard.press('Control+P');
    await this.#choose(path, `${base} ${dir}`.trim());
    await this.wait(`.tab.active[data-resource-name=${JSON.stringify(base)}]`);
  }

  /** Puts the cursor of the active editor at a line and a column, both from 1. */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator(prompt).fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator(prompt).waitFor({ state: 'hidden' });
  }

  /** Runs a command by its title in the palette: `Tickmark: Show Output`. */
  async run(title) {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, title);
  }

  /** Waits until an element, named by a CSS selector, can be seen. */
  async wait(selector) {
    await this.page.locator(selector).first().waitFor();
  }

  /** Makes the sidebar as wide as it is to be, the activity bar included, in CSS pixels. */
  async widenSidebar(width) {
    const { mouse } = this.page;
    const { x, y, height } = await this.page.locator('.primary-sidebar-sash').boundingBox();
    const middle = y + height / 2;
    await mouse.move(x + 2, middle);
    await mouse.down();
    await mouse.move(width, middle, { steps: 5 });
    await mouse.up();
    await mouse.move(0, 0);
  }

  /** Hides items of the status bar, named by their ids. */
  async hide(ids) {
    const items = ids.map(id => `[id="${id}"]`).join(', ');
    await this.page.addStyleTag({ content: `${items} { display: none !important; }` });
  }

  /** Waits until nothing is under way: VS Code starts its other extensions long after ours, and colors text only then. */
  async rest() {
    const busy = '[id="status.progress"], .monaco-progress-container.active';
    await this.page.waitForFunction(selector => document.querySelector(selector) === null, busy);
    await this.wait('.view-line .mtk5, .view-line .mtk6');
  }

  /** A picture of the window as PNG, also written to a file where one is named. */
  async picture(file) {
    return this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  /** Types into the quick input, and takes what begins with the label once it leads the list. */
  async #choose(text, label) {
    await this.page.locator(prompt).fill(text);
    await this.wait(`.quick-input-list .monaco-list-row.focused[aria-label^=${JSON.stringify(label)}]`);
    await this.page.keyboard.press('Enter');
    await this.page.locator(prompt).waitFor({ state: 'hidden' });
  }
}
