/**
 * The letters of an internationalized label as ASCII, without the `xn--` before them (RFC 3492, section 6.3).
 *
 * @param label lower case, at least one letter outside of ASCII
 */
export function punycode(label: string): string {
  const points = Array.from(label, (letter) => letter.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 0x80);
  let written = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let handled = basic.length;
  let [at, delta, bias] = [0x80, 0, 72];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= at));
    delta += (next - at) * (handled + 1);
    at = next;
    for (const point of points) {
      if (point < at) delta++;
      if (point !== at) continue;
      written += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    at++;
  }
  return written;
}

function variableLength(delta: number, bias: number): string {
  let written = '';
  let rest = delta;
  for (let position = 36; ; position += 36) {
    const threshold = Math.min(Math.max(position - bias, 1), 26);
    if (rest < threshold) return written + digit(rest);
    written += digit(threshold + ((rest - threshold) % (36 - threshold)));
    rest = Math.floor((rest - threshold) / (36 - threshold));
  }
}

/** a to z, then 0 to 9. */
const digit = (value: number): string => String.fromCodePoint(value < 26 ? 0x61 + value : 0x30 + value - 26);

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
