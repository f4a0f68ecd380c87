/** A federation proof: 64 bytes in base64, which makes 88 characters; the last one before the padding carries two bits only. */
export const proofShape = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/** How many characters must be changed, added or taken away; `most + 1` as soon as it is more than `most`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    previous = row;
  }
  return Math.min(previous[other.length] ?? most + 1, most + 1);
}
