import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** A plan's text without a byte order mark, which tells UTF-16 too: what Windows' own PowerShell writes. A file that cannot be read is a usage error. */
export async function readPlanFile(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    // The editor reads these so as well.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    const reason = { ENOENT: 'it does not exist', EISDIR: 'it is a folder', EACCES: 'access is denied' }[(error as NodeJS.ErrnoException).code ?? ''];
    throw new UsageError(`"${file}" cannot be read: ${reason ?? (error as Error).message}. Expected is a plan file.`);
  }
}
