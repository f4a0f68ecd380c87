import type { Finding } from '../finding.ts';
import { code } from '../powershell/markdown.ts';
import { readProfile, type ReadProfile } from './profileFile.ts';
import type { PlanPath } from './planPath.ts';
import type { SchemaNode } from './planSchema.ts';
import { isShipped, type Profile } from './profiles.ts';

/** A profile file, read. */
export interface ProfileFile extends ReadProfile {
  readonly uri: string;
  readonly text: string;
}

/** The profiles that users have written, as far as a plan's surroundings have been looked at. */
export interface OwnProfiles {
  readonly profiles: readonly Profile[];
  /** Ids that stand in files which are no profiles, so that nothing is taken from them. */
  readonly unread: readonly string[];
  /** False while files are still to be found, or cannot all be: an id that nobody knows may then be one of theirs. */
  readonly isComplete: boolean;
}

export const noOwnProfiles: OwnProfiles = { profiles: [], unread: [], isComplete: true };

export function readProfileFile(uri: string, text: string): ProfileFile {
  return { uri, text, ...readProfile(text) };
}

/** The profiles of some files. Where two state the same id the first by address is taken, so that the order of finding them does not count. */
export function ownProfilesOf(files: readonly ProfileFile[], isComplete: boolean): OwnProfiles {
  const taken = new Map<string, ProfileFile>();
  for (const file of byAddress(files)) {
    const id = file.id?.text;
    if (id !== undefined && !isShipped(id) && !taken.has(id)) taken.set(id, file);
  }
  return {
    profiles: [...taken.values()].flatMap(({ profile }) => profile ?? []),
    unread: [...taken].flatMap(([id, { profile }]) => (profile === undefined ? [id] : [])),
    // A file whose id cannot be made out may hold any.
    isComplete: isComplete && files.every(({ id }) => id !== undefined),
  };
}

/** The file whose profile plans get by an id. */
export function fileOfProfile(files: readonly ProfileFile[], id: string): ProfileFile | undefined {
  return isShipped(id) ? undefined : byAddress(files).find((file) => file.id?.text === id);
}

/** All that is to be said of a profile file, its id beside those of other files among it. */
export function profileFindings(file: ProfileFile, files: readonly ProfileFile[]): readonly Finding[] {
  const { id, findings } = file;
  if (id === undefined) return findings;
  const first = fileOfProfile(files, id.text);
  const other = isShipped(id.text) ? 'a profile that ships with this product' : first === undefined || first.uri === file.uri ? undefined : `"${nameOf(first.uri)}"`;
  if (other === undefined) return findings;
  return [...findings, { code: 'profile/id-taken', severity: 'warning', message: `"${id.text}" is already the id of ${other}, which is what plans get. Choose another id.`, range: id.range, fixes: [] }];
}

/** The schema of `profile` with the ids of own profiles among its values; any other schema as it is. */
export function withOwnProfiles<Schema extends SchemaNode | undefined>(schema: Schema, path: PlanPath, { profiles }: OwnProfiles): Schema {
  if (schema?.enum === undefined || path.length !== 1 || path[0] !== 'profile' || profiles.length === 0) return schema;
  return { ...schema, enum: [...schema.enum, ...profiles.map(({ id }) => id)], 'x-enumDescriptions': [...(schema['x-enumDescriptions'] ?? []), ...profiles.map(({ title }) => code(title))] };
}

function byAddress(files: readonly ProfileFile[]): ProfileFile[] {
  return [...files].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
