import type { ClientCapabilities } from 'vscode-languageserver';

/** The page that explains a code; undefined where there is none, or the client shows no such link. */
export type HelpPage = (code: string) => string | undefined;

/**
 * Finds codes in the pages that ship, by their headings: `### `code`` for rules, `### D1 – …` and `### T1–T4 – …` for live checks. There is no public
 * address of them, so that the link leads to the file, at the heading's line.
 *
 * @param pages read when they are first needed
 */
export function helpPages(pages: () => readonly { readonly uri: string; readonly text: string }[], client: () => ClientCapabilities): HelpPage {
  let addresses: ReadonlyMap<string, string> | undefined;
  return (code) => {
    const { publishDiagnostics, diagnostic } = client().textDocument ?? {};
    if (publishDiagnostics?.codeDescriptionSupport !== true && diagnostic?.codeDescriptionSupport !== true) return undefined;
    addresses ??= new Map(pages().flatMap(({ uri, text }) => text.split(/\r?\n/).flatMap((line, index) => headingCode(line).map((name): [string, string] => [name, `${uri}#L${index + 1}`]))));
    return addresses.get(code);
  };
}

function headingCode(line: string): string[] {
  const code = /^### `([^`]+)`$/.exec(line)?.[1];
  if (code !== undefined) return [code];
  return (/^### ([A-Z]\d.*?) – /.exec(line)?.[1] ?? '').split(', ').flatMap(checkIds).map((id) => `check/${id}`);
}

/** `D1`, or `T1–T4`, which stands for four. */
function checkIds(text: string): string[] {
  const [, letter = '', first = '', last = first] = /^([A-Z])(\d)(?:–[A-Z](\d))?$/.exec(text) ?? [];
  return letter === '' ? [] : Array.from({ length: Number(last) - Number(first) + 1 }, (_each, index) => letter + String(Number(first) + index));
}
