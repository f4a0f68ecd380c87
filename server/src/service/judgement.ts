import type { Finding, Severity } from './finding.ts';

/** Levels by code, as the user sets them; `off` silences a code. */
export type Levels = Readonly<Record<string, Severity | 'off'>>;

const suppression = /^[ \t]*#[ \t]*fedplan-disable-next-line\b[ \t]*(.*)$/;

/** A line's comment that suppresses findings of the next line. */
interface Suppression {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** Where the line begins that it speaks of, and where it ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * What is shown of the findings of a text: with the user's levels, without those that a comment
 * `# fedplan-disable-next-line code` suppresses, and with a finding for each comment that suppresses nothing.
 *
 * @param isComplete false while not all findings are there
 */
export function judge(text: string, findings: readonly Finding[], levels: Levels = {}, isComplete = true): Finding[] {
  const suppressions = suppressionsOf(text);
  const used = new Set<Suppression>();
  const shown: Finding[] = [];
  for (const finding of findings) {
    const own = suppressions.length === 0 ? [] : suppressions.filter(({ code, from, to }) => code === finding.code && from <= finding.range.start && finding.range.start <= to);
    for (const each of own) used.add(each);
    const level = own.length > 0 ? 'off' : levelOf(finding, levels);
    if (level !== 'off') shown.push(level === finding.severity ? finding : { ...finding, severity: level });
  }
  // What is still to be found may be what a comment suppresses.
  const unused = isComplete ? suppressions.filter((each) => !used.has(each)).map(unusedSuppression) : [];
  return [...shown, ...unused.filter((finding) => levelOf(finding, levels) !== 'off')].sort((a, b) => a.range.start - b.range.start);
}

/** A text that is not YAML cannot be made one by a setting. */
function levelOf({ code, severity }: Finding, levels: Levels): Severity | 'off' {
  const level = Object.hasOwn(levels, code) ? levels[code] : undefined;
  return code === 'yaml/syntax' || level === undefined ? severity : level;
}

function suppressionsOf(text: string): Suppression[] {
  const found: Suppression[] = [];
  // Most plans have none; they pay for one search.
  for (let at = text.indexOf('fedplan-disable-next-line'); at >= 0; at = text.indexOf('fedplan-disable-next-line', at + 1)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = endOfLine(text, start);
    const match = suppression.exec(text.slice(start, end));
    if (match === null || end === text.length) continue;
    const from = text.indexOf('\n', end) + 1;
    for (const code of (match[1] ?? '').split(/[\s,]+/).filter((word) => word.includes('/'))) {
      const codeAt = text.indexOf(code, at);
      found.push({ start: codeAt, end: codeAt + code.length, code, from, to: endOfLine(text, from) });
    }
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  const end = at < 0 ? text.length : at;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function unusedSuppression({ start, end, code }: Suppression): Finding {
  return {
    code: 'plan/unused-suppression',
    severity: 'information',
    message: `"${code}" is not found on the next line, so this comment suppresses nothing. Remove it.`,
    range: { start, end },
    fixes: [],
  };
}
