import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FoundProfiles, ProfileFiles } from '../adapter/environment.ts';
import { isPassedOverFolder } from '../adapter/fileAddress.ts';

/** Bounds of one search. A workspace beyond them is searched in part, and said to be. */
const mostFolders = 2_000;
const mostEntries = 100_000;
const mostFiles = 200;
const deepest = 12;
/** Bytes; the service reads no profile near this size. */
const largest = 400_000;

/** Profile files on this machine's disks. Links are not followed, so that no search goes round. */
export const profileFiles: ProfileFiles = { find, read };

async function find(folderUri: string, deep: boolean): Promise<FoundProfiles> {
  const files: { uri: string; text: string }[] = [];
  if (!folderUri.startsWith('file:')) return { files, isComplete: false };
  const waiting = [{ uri: folderUri.replace(/\/+$/, ''), level: 0 }];
  let isComplete = true;
  let [folders, entries] = [0, 0];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (++folders > mostFolders || entries > mostEntries || files.length >= mostFiles) return { files, isComplete: false };
    const listed = await list(folder.uri);
    isComplete &&= listed !== undefined;
    entries += listed?.length ?? 0;
    for (const entry of listed ?? []) {
      const uri = `${folder.uri}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory() && deep && !isPassedOverFolder(entry.name)) {
        if (folder.level < deepest) waiting.push({ uri, level: folder.level + 1 });
        else isComplete = false;
      } else if (entry.isFile() && /\.fedprofile\.ya?ml$/i.test(entry.name)) {
        const text = files.length < mostFiles ? await read(uri) : undefined;
        if (text === undefined) isComplete = false;
        else files.push({ uri, text });
      }
    }
  }
  return { files, isComplete };
}

async function list(folderUri: string): Promise<Dirent[] | undefined> {
  try {
    return await readdir(fileURLToPath(`${folderUri}/`), { withFileTypes: true });
  } catch (error) {
    // In a folder that does not exist there is nothing; what is in one that may not be read, nobody knows.
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') ? [] : undefined;
  }
}

/** A file's text without a byte order mark; undefined where there is none that can be read. */
async function read(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const file = path.normalize(fileURLToPath(uri));
    const { size } = await stat(file);
    return size > largest ? undefined : (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
