import { placeInPlan } from './stepScript.ts';
import type { QuickFix } from '../finding.ts';
import type { Rule } from './rule.ts';

export const commandPrompt: Rule = {
  code: 'step/command-prompt',
  title: 'A sign that the command prompt takes for a redirection',
  severity: 'error',
  guidance: ['G21', 'G21a', 'G21b'],
  *checkStep({ data, path }, { plan }) {
    let start = 0;
    for (const line of data.commandPrompt?.split('\n') ?? []) {
      const found = redirectionOf(line);
      const place = found === undefined ? undefined : placeInPlan(plan, [...path, 'commandPrompt'], { start: start + found.start, end: start + found.end });
      start += line.length + 1;
      if (found === undefined || place === undefined) continue;
      const fixes: QuickFix[] = place.exact && found.newText !== undefined ? [{ title: found.title, edits: [{ range: place.range, newText: found.newText }], preferred: true }] : [];
      yield { message: found.message, range: place.range, fixes };
    }
  },
};

interface Redirection {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly title: string;
  readonly newText: string | undefined;
}

function redirectionOf(line: string): Redirection | undefined {
  // netsh's own prompt, copied with what is typed behind it.
  const prompt = /^\s*netsh\s+winhttp(\s*>\s*)(?:show|set|reset|import)\b/i.exec(line);
  if (prompt?.[1] !== undefined) {
    const start = prompt[0].indexOf('>');
    return { start, end: start + 1, title: 'Change to a blank', newText: ' ', message: 'Typed into the command prompt, ">" redirects into a file. Expected is the whole command on one line: netsh winhttp show proxy.' };
  }
  const set = /^(\s*netsh\s+winhttp\s+set\s+proxy\s+)(\S.*)$/i.exec(line);
  const rest = (set?.[2] ?? '').trimEnd();
  // Quotes take the meaning away; one that is not closed reaches to the end of the line.
  const bare = rest.replace(/"[^"]*(?:"|$)/g, (quoted) => '_'.repeat(quoted.length));
  // A closing bracket alone may be a redirection that is meant: `> result.txt`.
  const at = bare.indexOf('<');
  if (set === null || at < 0) return undefined;
  const offset = set[1]?.length ?? 0;
  const curly = rest.search(/[\u201c-\u201f]/);
  if (curly >= 0) {
    const straight = rest.slice(curly).replace(/[\u201c-\u201f]/g, '"');
    const message = 'The command prompt takes curly quotes for letters, and "<" between them for a redirection. Expected are straight quotes: replace them.';
    return { start: offset + curly, end: offset + rest.length, title: 'Write straight quotes', newText: /^"[^"]*"$/.test(straight) ? straight : undefined, message };
  }
  const placeholder = /^<[^<>;"]*>(?::\S.*)?$/.exec(rest);
  if (placeholder !== null) {
    return { start: offset, end: offset + rest.length, title: '', newText: undefined, message: `"${rest.slice(0, 60)}" is a placeholder that nobody has filled in, and the command prompt takes "<" for a redirection. Write the proxy as <server>:<port> in its place.` };
  }
  const list = /^(\S+\s+)([^\s"=]+)"?$/.exec(rest);
  const isList = list?.[2]?.includes('<') === true && list[1]?.includes('<') === false;
  return {
    start: offset + (isList ? (list[1] ?? '').length : at),
    end: offset + (isList ? rest.length : at + 1),
    title: 'Put the exceptions in double quotes',
    newText: isList ? `"${list[2] ?? ''}"` : undefined,
    message: 'Without quotes around it "<" is a redirection. Expected are the exceptions in double quotes: "<local>;*.<internal domain>".',
  };
}
