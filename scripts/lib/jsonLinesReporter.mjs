// Reporter of node:test for scripts/test.mjs: one JSON line a test, and a last line that says the record is complete.
import path from 'node:path';

/** Suites count only where they failed by themselves (a hook did), their tests always. */
function counts({ details }, failed) {
  return details?.type !== 'suite' || (failed && details.error?.failureType !== 'subtestsFailed');
}

/** A file without a test is reported as a passed test that bears the file's name or path: that is no test that passed. */
function isFile({ name, nesting }) {
  return nesting === 0 && /\.test\.\w+$/.test(name);
}

function fullName({ name, file }) {
  return file && !isFile({ name, nesting: 0 }) ? `${path.basename(file).replace(/\.test\.\w+$/, '')}: ${name}` : name;
}

export default async function* jsonLinesReporter(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const failed = type === 'test:fail';
    if (!counts(data, failed)) continue;
    const skipped = data.skip !== undefined && data.skip !== false;
    const empty = !failed && !skipped && isFile(data);
    const cause = data.details?.error?.cause;
    const error = failed ? String(cause?.stack ?? cause ?? data.details?.error?.message ?? 'failed') : empty ? 'this file holds no test' : undefined;
    const state = failed || empty ? 'failed' : skipped ? 'skipped' : 'passed';
    yield `${JSON.stringify({ name: fullName(data), state, ...(skipped ? { reason: String(data.skip) } : {}), ...(error ? { error } : {}) })}\n`;
  }
  yield `${JSON.stringify({ complete: true })}\n`;
}
