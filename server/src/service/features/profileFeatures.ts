import type { OffsetRange } from '../finding.ts';
import { fileOfProfile, ownProfilesOf, profileFindings, readProfileFile } from '../plan/ownProfiles.ts';
import { placeOf } from '../plan/nodePlace.ts';
import { parseItem } from '../plan/parsedItem.ts';
import { parsePlan } from '../plan/planDocument.ts';
import { planModel } from '../plan/planModel.ts';
import { largestProfile } from '../plan/profileFile.ts';
import { narrowed, profileSchema, schemaAt } from '../plan/planSchema.ts';
import type { ReadPlan } from '../readPlan.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { pathIn } from './pathAt.ts';
import { completePlan } from './planCompletion.ts';
import { valuesOf, type Hover } from './planHover.ts';

/** What an editor asks of profile files, and of the place where a plan names one. */
export interface ProfileFeatures {
  readProfile: typeof readProfileFile;
  ownProfiles: typeof ownProfilesOf;
  profileFindings: typeof profileFindings;
  fileOfProfile: typeof fileOfProfile;
  completeProfile(text: string, offset: number): CompletionEntry[];
  hoverProfile(text: string, offset: number): Hover | undefined;
  /** The id of a profile where a plan names it at an offset. */
  profileNamedAt(plan: ReadPlan, offset: number): { readonly id: string; readonly range: OffsetRange } | undefined;
}

/** A profile has no organizations whose domains could be offered. */
const noPlan = planModel(parsePlan(''), []);

export const profileFeatures: ProfileFeatures = {
  readProfile: readProfileFile,
  ownProfiles: ownProfilesOf,
  profileFindings,
  fileOfProfile,
  completeProfile: (text, offset) => (text.length > largestProfile ? [] : completePlan(text, offset, noPlan, profileSchema)),
  hoverProfile,
  profileNamedAt({ document, model }, offset) {
    const range = document.valueRange(['profile']);
    const id = model.data.profile;
    return range === undefined || id === undefined || offset < range.start || offset > range.end ? undefined : { id, range };
  },
};

function hoverProfile(text: string, offset: number): Hover | undefined {
  const tree = text.length > largestProfile ? undefined : parseItem(text).tree;
  const at = pathIn(tree?.contents, offset);
  const schema = at === undefined ? undefined : schemaAt(at.path, profileSchema);
  const range = at === undefined ? undefined : placeOf(tree?.contents, at.path)[at.part];
  if (at === undefined || schema === undefined || range === undefined) return undefined;
  const name = at.path.findLast((part) => typeof part === 'string') ?? '';
  const shown = at.part === 'value' ? narrowed(schema, 'scalar') : schema;
  return { markdown: [`**${name}**`, shown.description ?? '', valuesOf(shown, undefined)].filter((part) => part !== '').join('\n\n'), range };
}
