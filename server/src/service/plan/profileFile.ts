import profileSchema from '../../../data/profile.schema.json' with { type: 'json' };
import validateProfile from './generated/validateProfile.js';
import { parseItem } from './parsedItem.ts';
import { pathOfPointer, showPath } from './planPath.ts';
import { readValue } from './planValue.ts';
import { profileFrom, type Profile } from './profiles.ts';

/** No profile is near this size. */
const largest = 100_000;

/** What a profile file (`*.fedprofile.yaml`) says: the profile, or why it is none, in sentences for its author. */
export type ReadProfile = { readonly profile: Profile } | { readonly problems: readonly string[] };

/** Reads a profile that a user has written. Never throws for any text. */
export function readProfile(text: string): ReadProfile {
  if (text.length > largest) return { problems: [`The profile has ${text.length} characters; profiles up to ${largest} are read.`] };
  const { tree, targets, problems, unresolved } = parseItem(text);
  if (tree === undefined) return { problems: ['The profile is nested too deeply to be read.'] };
  if (problems.length > 0 || unresolved.length > 0) return { problems: [...problems.map(({ message }) => message), ...unresolved.map(({ name }) => `"*${name}" reads as an alias, and no anchor stands before it. Put it in quotes where it is text.`)] };
  // As in plans: where the schema wants text, it is the text as it is written, so that 2016 needs no quotes.
  const data = readValue(tree.contents, targets, profileSchema);
  const profile = profileFrom(data);
  return profile === undefined ? { problems: (validateProfile.errors ?? []).map(wordsOf) } : { profile };
}

function wordsOf({ keyword, instancePath, params }: { readonly keyword: string; readonly instancePath: string; readonly params: Readonly<Record<string, unknown>> }): string {
  const path = showPath(pathOfPointer(instancePath, () => false));
  const name = path === '' ? 'The profile' : `"${path}"`;
  switch (keyword) {
    case 'additionalProperties':
      return `${name} has no key "${String(params.additionalProperty)}". Remove it, or correct its spelling.`;
    case 'required':
      return `${name} does not state "${String(params.missingProperty)}", which is required. Add it.`;
    case 'enum':
      return `${name} has another value than one of: ${(params.allowedValues as readonly string[]).join(', ')}.`;
    case 'pattern':
      return `${name} cannot be an id. Ids have letters, digits, dots, dashes and underscores, and start with a letter or digit.`;
    default:
      return `${name} has another type than "${String(params.type)}".`;
  }
}
