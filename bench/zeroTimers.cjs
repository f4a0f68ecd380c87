// Preloaded into a peer: its waits before validating fire at once, so that its work is measured and not its patience.
const { setTimeout: real } = globalThis;
globalThis.setTimeout = (callback, delay, ...args) => real(callback, delay === 200 || delay === 250 || delay === 500 ? 0 : delay, ...args);
