// What the scripts tell their user: one line when a step begins, one when a long step has ended.
const started = performance.now();

/** Seconds since the script began, e.g. `12.3 s`. */
export function elapsed(since = started) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

export function say(text) {
  console.log(text);
}

/** Says what is about to be done, does it, and says how long it took. */
export async function step(text, action) {
  const begin = performance.now();
  say(`${text} …`);
  const answer = await action();
  say(`  done in ${elapsed(begin)}`);
  return answer;
}
