// Lets a test in the extension host use the real screen: it posts an operation, this process carries it out by the browser.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** The operations; test/editor/userInterface.cjs is their other side. Selectors are Playwright's. */
const operations = {
  click: (page, selector) => page.locator(selector).first().click({ timeout: 10_000 }),
  hover: (page, selector) => page.locator(selector).first().hover({ timeout: 10_000 }),
  type: (page, text) => page.keyboard.type(text),
  press: (page, key) => page.keyboard.press(key),
  /** Waits until something matches, then answers the text of all that do. */
  text: async (page, selector, timeout) => {
    if (timeout > 0) await page.locator(selector).first().waitFor({ timeout });
    return page.locator(selector).allInnerTexts();
  },
  screenshot: async (page, name, pictures) => {
    const file = path.join(pictures, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: file });
    return file;
  },
};

/** Opens the channel on loopback and answers `{ url, close() }`; `page()` gives the browser's page once there is one. */
export async function openControlChannel(page, pictures) {
  const secret = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => {
    void (async () => {
      if (request.url !== secret) throw new Error('unknown address');
      let body = '';
      for await (const chunk of request) body += chunk;
      const { operation, args = [] } = JSON.parse(body);
      if (!Object.hasOwn(operations, operation)) throw new Error(`unknown operation "${operation}"`);
      const value = await operations[operation](page(), ...args, ...(operation === 'screenshot' ? [pictures] : []));
      response.end(JSON.stringify({ value: value ?? null }));
    })().catch((error) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${secret}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
