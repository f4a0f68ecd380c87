import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageService } from '../service/index.ts';
import type { OwnProfiles } from '../service/plan/ownProfiles.ts';
import type { CommandContext } from './command.ts';
import { readPlanFile } from './readPlanFile.ts';

/** The profiles that a plan file gets: those that are named on the command line, and those in its own folder. */
export async function profilesBeside(context: CommandContext, service: LanguageService, named: readonly string[]): Promise<(file: string) => Promise<OwnProfiles>> {
  const addressOf = (file: string): string => pathToFileURL(path.resolve(file)).href;
  const stated = await Promise.all(named.map(async (file) => ({ uri: addressOf(file), text: await readPlanFile(file) })));
  const folders = new Map<string, ReturnType<typeof context.profileFiles.find>>();
  return async (file) => {
    const folder = path.dirname(path.resolve(file));
    const search = folders.get(folder) ?? context.profileFiles.find(pathToFileURL(folder).href, false);
    folders.set(folder, search);
    const { files, isComplete } = await search;
    const texts = new Map([...files, ...stated].map(({ uri, text }) => [uri, text]));
    return service.ownProfiles([...texts].map(([uri, text]) => service.readProfile(uri, text)), isComplete);
  };
}
