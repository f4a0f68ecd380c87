/**
 * A file's address as two are compared: editors and Node escape other characters (`file:///c%3A/`, `file:///c:/`), and Windows does
 * not tell the cases of drives apart.
 */
export function fileKey(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase()).replace(/\/+$/, '');
}

/** The address of the folder that a file stands in. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
}

/** @param deep in folders of the folder too */
export function isWithin(uri: string, folder: string, deep: boolean): boolean {
  return deep ? fileKey(uri).startsWith(`${fileKey(folder)}/`) : fileKey(folderOf(uri)) === fileKey(folder);
}

/** Folders of other people's files, some of them without end: nothing in them is looked for. */
export function isPassedOverFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === 'bower_components';
}

/** True for a file in such a folder, below the folder that is looked into. */
export function isPassedOver(uri: string, below: string): boolean {
  return fileKey(uri).slice(fileKey(below).length).split('/').slice(0, -1).some(isPassedOverFolder);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
