// Takes pictures of the editor with the packed extension, for README and docs.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startEditorHost } from './editorHost.mjs';
import { installEditorServer } from './editorServer.mjs';
import { say } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';
import { ensurePacked } from './vsix.mjs';

const examples = path.join(projectRoot, 'examples');
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/**
 * Steps are `[name, …arguments]`, each waits for what it needs (20 s at most):
 * - `command TITLE`: picks a command in the palette;
 * - `openFile NAME`: opens a file of the workspace by Go to File;
 * - `click SELECTOR`, `hover SELECTOR`, `press KEY`, `type TEXT`;
 * - `sideBarWidth PIXELS`: drags the side bar's edge;
 * - `see SELECTOR`, `gone SELECTOR`: waits until it shows, or no longer does (Playwright's selectors).
 */
const stepKinds = {
  command: (page, title) => quickInput(page, 'F1', `>${title}`, title),
  openFile: (page, name) => quickInput(page, 'Control+P', name, path.posix.basename(name)),
  click: (page, selector) => page.locator(selector).first().click(),
  hover: (page, selector) => page.locator(selector).first().hover(),
  press: (page, key) => page.keyboard.press(key),
  type: (page, text) => page.keyboard.type(text),
  sideBarWidth: async (page, width) => {
    const { x, y, width: now, height } = await page.locator('.part.sidebar').boundingBox();
    const middle = y + height / 2;
    await page.mouse.move(x + now, middle);
    await page.mouse.down();
    await page.mouse.move(x + width, middle, { steps: 5 });
    await page.mouse.up();
  },
  see: (page, selector) => page.locator(selector).first().waitFor(),
  gone: (page, selector) => page.locator(selector).first().waitFor({ state: 'hidden' }),
};

/** The list shows what the editor knew when it opened; what an extension adds a moment later shows when it is opened again. */
async function quickInput(page, key, text, label, tries = 4) {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor();
  await input.fill(text);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  try {
    await row.click({ timeout: 5_000 });
  } catch (error) {
    if (tries === 1) throw error;
    await page.keyboard.press('Escape');
    await quickInput(page, key, text, label, tries - 1);
  }
}

/**
 * Opens the newest editor on `workspace` (default: examples/), carries out the steps and saves the picture in `file`
 * (relative to the project). `theme` is `light` or `dark`; `env` goes to the extension host, e.g. `FEDPLAN_ROUTE`.
 */
export async function takePicture({ theme, steps, file, workspace = examples, size = { width: 1400, height: 900 }, env = {}, settings = {} }) {
  const server = await installEditorServer('newest');
  const host = await startEditorHost({
    server,
    workspace,
    size,
    vsix: [await ensurePacked()],
    env,
    settings: {
      'workbench.colorTheme': themes[theme],
      'editor.minimap.enabled': false,
      'window.commandCenter': false,
      'window.title': '${activeEditorShort}${separator}${rootName}',
      ...settings,
    },
  });
  const target = path.join(projectRoot, file);
  try {
    host.page.setDefaultTimeout(20_000);
    await host.open();
    await host.page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    for (const [kind, ...args] of steps) {
      if (!Object.hasOwn(stepKinds, kind)) throw new Error(`Unknown step "${kind}". Steps: ${Object.keys(stepKinds).join(', ')}.`);
      await stepKinds[kind](host.page, ...args).catch((error) => {
        throw new Error(`The step "${[kind, ...args].join(' ')}" of ${file} did not work: ${error.message}`, { cause: error });
      });
    }
    mkdirSync(path.dirname(target), { recursive: true });
    await host.page.screenshot({ path: target, animations: 'disabled' });
    say(`Saved ${file}`);
  } catch (error) {
    const failed = path.join(projectRoot, '.vscode-test', 'pictures', `failed-${path.basename(file)}`);
    mkdirSync(path.dirname(failed), { recursive: true });
    await host.page.screenshot({ path: failed }).then(() => say(`The screen at that moment: ${path.relative(projectRoot, failed)}`), () => undefined);
    throw error;
  } finally {
    await host.stop();
  }
}
