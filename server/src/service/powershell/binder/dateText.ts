/** Whether .NET reads a text as a date or time, in the invariant culture: month before day. Where its rules are wider, the text passes. */

const weekday = /\b(?:sun|mon|tues?|wed|thu|thur|thurs|fri|sat)(?:day|nesday|rsday|sday|urday)?\b,?/gi;
const monthName = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const zone = /(?:\b(?:gmt|utc)|(?<=\d)\s*z)\b|(?<=:\d\d(?:\.\d+)?)\s*[+-]\d{1,2}(?::?\d\d)?/gi;
const time = /(?<![\d:])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s*(?:[ap]m?\b)?|\s*[ap]m\b)/i;

export function isDateTime(text: string): boolean {
  const plain = text.replace(zone, ' ').replace(weekday, ' ').replace(/(?<=\d)\s*t\s*(?=\d)/i, ' ');
  const clock = time.exec(plain);
  if (clock && !(Number(clock[1]) < 24 && Number(clock[2] ?? 0) < 60 && Number(clock[3] ?? 0) < 60)) return false;
  const date = (clock ? plain.slice(0, clock.index) + plain.slice(clock.index + clock[0].length) : plain).trim();
  if (date === '') return clock !== null;
  if (monthName.test(date)) return /^[\d\s.,/-]*$/.test(date.replace(monthName, ''));
  const parts = /^(\d{1,4})[-/., ]+(\d{1,4})(?:[-/., ]+(\d{1,4}))?$/.exec(date);
  return parts !== null && isDate(parts[1] ?? '', parts[2] ?? '', parts[3]);
}

/** Year, month, day; or month, day, year. Of two numbers one may be a year, which has more than two digits. */
function isDate(first: string, second: string, third: string | undefined): boolean {
  if (first.length > 2) return isDay(Number(first), Number(second), Number(third ?? 1));
  if (third === undefined) return second.length > 2 ? isDay(Number(second), Number(first), 1) : isDay(2000, Number(first), Number(second));
  return isDay(Number(third), Number(first), Number(second)) && third.length !== 3;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
