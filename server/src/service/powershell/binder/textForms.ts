/** Texts that .NET reads as values of its types. Where its rules are wider than these, the text passes. */

export function isGuid(text: string): boolean {
  const trimmed = text.trim();
  const dashed = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
  const bare = /^(?:\{(.*)\}|\((.*)\))$/.exec(trimmed);
  const inner = bare?.[1] ?? bare?.[2];
  return inner === undefined ? dashed.test(trimmed) || /^[\da-f]{32}$/i.test(trimmed) : dashed.test(inner) || inner.startsWith('0x');
}

/** `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]`. */
export function isTimeSpan(text: string): boolean {
  const trimmed = text.trim();
  const day = /^-?(\d{1,8})$/.exec(trimmed);
  if (day) return Number(day[1]) <= 10_675_199;
  const parts = /^-?(?:(\d{1,8})[.:])?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,7})?)?$/.exec(trimmed);
  return parts !== null && Number(parts[2]) < 24 && Number(parts[3]) < 60 && Number(parts[4] ?? 0) < 60;
}

/** Dots and numbers as the oldest rules read them, each part decimal, octal or hexadecimal; or colons. */
export function isIpAddress(text: string): boolean {
  if (text.includes(':')) return /^\[?[\da-f:.]{2,}(?:%\w+)?\]?(?::\d+)?$/i.test(text);
  const parts = text.split('.');
  const numbers = parts.map((part) => (/^(?:0x[\da-f]+|\d+)$/i.test(part) ? (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)) : Number.NaN));
  const last = numbers.pop();
  return last !== undefined && parts.length <= 4 && numbers.every((each) => each <= 255) && last < 256 ** (4 - numbers.length);
}

/** A relative one is almost any text; an absolute one fails by its host. */
export function isUri(text: string): boolean {
  const authority = /^\s*[a-z][a-z\d+.-]*:[/\\]{2}([^/\\?#]*)/i.exec(text);
  if (!authority) return true;
  const host = (authority[1] ?? '').replace(/^.*@/, '');
  if (host === '') return !/^\s*(?:https?|ftp|wss?):/i.test(text);
  if (host.startsWith('[')) return /^\[[\da-f:.]+(?:%\w+)?\](?::\d*)?$/i.test(host);
  const port = /:(\d*)$/.exec(host);
  return port === null || Number(port[1]) <= 65535;
}

const months = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** A date needs two numbers, or a month's name and one; a time its colon. Words that no date has make it none. */
export function isDateTime(text: string): boolean {
  const trimmed = text.trim();
  const withoutNames = trimmed
    .replace(/\b(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)(?:day|nesday|rsday|sday|urday)?\b,?/gi, '')
    .replace(months, ' ')
    .replace(/(?<=\d)t(?=\d)/i, ' ')
    .replace(/\b(?:am|pm|a|p|gmt|utc|z)\b/gi, '')
    .replace(/(?<=\d)\s*(?:am|pm|z)\b/gi, '');
  if (/[^\d\s:./,+-]/.test(withoutNames) || !/\d/.test(withoutNames)) return false;
  if (months.test(trimmed)) return true;
  const [, first, second, third] = /^(\d{1,4})[-/., ]+(\d{1,4})(?:[-/., ]+(\d{1,4}))?/.exec(withoutNames.trim()) ?? [];
  if (first === undefined) return /^\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?\s*$|^\d{1,2}\s*$/.test(withoutNames) && /:|am|pm/i.test(trimmed) && inDay(withoutNames);
  return isDate(Number(first), Number(second), third === undefined ? undefined : Number(third)) && inDay(withoutNames);
}

function inDay(text: string): boolean {
  const time = /(\d{1,2}):(\d{1,2})/.exec(text);
  return time === null || (Number(time[1]) <= 24 && Number(time[2]) < 60);
}

/** Year first, or the month as the invariant culture has it. */
function isDate(first: number, second: number, third: number | undefined): boolean {
  if (first > 31) return second >= 1 && second <= 12 && (third === undefined || (third >= 1 && third <= 31));
  if (third === undefined) return first >= 1 && first <= 12 && second >= 1;
  return first >= 1 && first <= 12 && second >= 1 && second <= 31;
}
