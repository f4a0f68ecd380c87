/** What PowerShell's own engine is asked, and we are too (test/powershell-engine/README.md). */
export interface Request {
  readonly id: string;
  readonly op?: string;
  readonly text: string;
  /** A version code of the catalogue: only what that version has exists. */
  readonly on?: string;
}
