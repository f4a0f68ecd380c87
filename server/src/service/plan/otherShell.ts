import type { Step } from './generated/planTypes.ts';
import type { Unfinished } from './planModel.ts';

/** What a step says of the Exchange that it speaks to. */
export interface ShellWords {
  /** Its own scripts may speak to another than its organization's servers. */
  readonly isElsewhere: boolean;
  /** What holds of the steps behind it; undefined where it changes nothing. */
  readonly after: boolean | undefined;
}

const words = new WeakMap<object, ShellWords>();

const enters = /\b(?:connect-(?:exchangeonline|exopssession|exoservice)|(?:import|enter)-pssession)\b/gi;
/** Words of who connects by hand; that a partner runs Exchange Online says nothing. */
const byHand = /\b(?:connect\w*(?: to)?|in|on) exchange online\b|\bexchange online (?:management|power)?shell\b/i;
const leaves = /\b(?:disconnect-exchangeonline|(?:remove|exit)-pssession)\b/gi;

/** By the text alone: a connection that a comment or an instruction speaks of may be there as well. */
export function shellWords(data: Unfinished<Step>): ShellWords {
  let known = words.get(data);
  if (known === undefined) {
    const scripts = [data.instructions, data.run, data.verify].flatMap((text) => text ?? []).join('\n');
    const [entered, left] = [lastIndex(scripts, enters), lastIndex(scripts, leaves)];
    known = { isElsewhere: entered >= 0 || byHand.test(`${data.title ?? ''}\n${scripts}`), after: entered < 0 && left < 0 ? undefined : entered > left };
    words.set(data, known);
  }
  return known;
}

function lastIndex(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}
