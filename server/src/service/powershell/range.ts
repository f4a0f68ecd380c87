/** Offsets into the script in UTF-16 units, end exclusive. Whoever embeds the script maps them to its own document. */
export interface ScriptRange {
  readonly start: number;
  readonly end: number;
}
