/** The PowerShell that an Exchange version's shell runs in, as far as it decides which common parameters exist. */
import type { PowershellEdition, VersionCode } from '../catalogue/cmdlet.ts';

/**
 * `since` is the first PowerShell version that has a thing. Exchange 2010 runs in 2.0, later servers in Windows' own PowerShell, which
 * ends with 5.1; only Exchange Online can be reached from 7. Where the Exchange version is unknown, Windows' own is meant.
 */
export function isIn(since: string | undefined, version: VersionCode | undefined): boolean {
  if (since === undefined) return true;
  const needed = Number.parseFloat(since);
  if (version === '2010') return needed <= 2;
  return version === 'EXO' || needed <= 5.1;
}

/** Whether the shell may have what only one of the two PowerShells has: Windows' own is everywhere. */
export function isInEdition(only: PowershellEdition | undefined, version: VersionCode | undefined): boolean {
  return only !== '7' || version === 'EXO';
}
