import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** A plan's text without a byte order mark. A file that cannot be read is a usage error. */
export async function readPlanFile(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = { ENOENT: 'it does not exist', EISDIR: 'it is a folder', EACCES: 'access is denied' }[(error as NodeJS.ErrnoException).code ?? ''];
    throw new UsageError(`"${file}" cannot be read: ${reason ?? (error as Error).message}. Expected is a plan file.`);
  }
}
