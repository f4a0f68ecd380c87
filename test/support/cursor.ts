/** A text with `|` at the cursor. YAML's block header is the same sign: `skip` of them are left alone. */
export function cursor(marked: string, skip = 0): { readonly text: string; readonly offset: number } {
  let offset = -1;
  for (let seen = 0; seen <= skip; seen++) offset = marked.indexOf('|', offset + 1);
  if (offset < 0) throw new Error(`No cursor in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
