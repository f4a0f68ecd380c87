// The screen of the editor that the tests run in, by way of the browser that shows it (scripts/lib/controlChannel.mjs).
const http = require('node:http');

/** False on a desktop, whose window no test can click. A test that needs the screen calls `this.skip()` there. */
exports.hasScreen = Boolean(process.env.FEDPLAN_TEST_CONTROL);

/** By plain HTTP: the extension host's `fetch` is patched for proxies. */
function operate(operation, ...args) {
  return new Promise((resolve, reject) => {
    const request = http.request(process.env.FEDPLAN_TEST_CONTROL, { method: 'POST' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(body).value) : reject(new Error(`${operation} ${args.join(' ')}: ${body}`))));
    });
    request.once('error', reject);
    request.end(JSON.stringify({ operation, args }));
  });
}

/** Clicks, or points at, the first element of a selector (Playwright's syntax); waits 10 s for it. A notification's buttons need a hover first. */
exports.click = (selector) => operate('click', selector);
exports.hover = (selector) => operate('hover', selector);
/** Types text, or presses a key such as `Escape` or `Control+Shift+P`, where the focus is. */
exports.type = (text) => operate('type', text);
exports.press = (key) => operate('press', key);
/** The texts of all elements of a selector, as soon as there is one; `timeout` 0 does not wait. */
exports.text = (selector, timeout = 10_000) => operate('text', selector, timeout);
/** Saves a picture and answers its file. */
exports.screenshot = (name) => operate('screenshot', name);
