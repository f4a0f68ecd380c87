/** Which Exchange version has a thing, as far as the documentation says. */
import type { VersionCode } from './cmdlet.ts';

const servers: readonly VersionCode[] = ['2010', '2013', '2016', '2019', 'SE'];
const codes: readonly VersionCode[] = [...servers, 'EXO', 'ADDON', 'SCC'];

/** The code of an organization's version as a plan writes it (`2016`, `SE`, `Online`); undefined where it is none we know. */
export function versionCode(written: string | undefined): VersionCode | undefined {
  const name = written?.trim().toUpperCase();
  return name === 'ONLINE' ? 'EXO' : codes.find((code) => code === name);
}

/**
 * True unless the documentation says that the version lacks it. Narrowing texts are tokens such as `onprem`, `EXO` or
 * `2019 or-later`; a token without a version (`edge`, a server role) decides nothing.
 */
export function isAvailableIn(
  thing: { readonly versions: readonly VersionCode[]; readonly onlyIn?: string; readonly functionalOnlyIn?: string },
  version: VersionCode | undefined,
): boolean {
  if (version === undefined) return true;
  if (!thing.versions.includes(version)) return false;
  return [thing.onlyIn, thing.functionalOnlyIn].every((narrower) => narrower === undefined || admits(narrower, version));
}

function admits(narrower: string, version: VersionCode): boolean {
  const words = narrower.split(' ');
  if (words.includes('edge')) return true;
  const named = codes.filter((code) => words.includes(code));
  const at = servers.indexOf(version);
  const first = named[0] === undefined ? -1 : servers.indexOf(named[0]);
  if (first >= 0 && words.includes('or-later')) return at >= first;
  if (first >= 0 && words.includes('or-earlier')) return at >= 0 && at <= first;
  return named.includes(version) || (words.includes('onprem') && at >= 0);
}

/** True where `version` is `from` or a later server version. The service and servers do not follow each other. */
export function isFrom(version: VersionCode, from: VersionCode): boolean {
  const at = servers.indexOf(version);
  const first = servers.indexOf(from);
  return at >= 0 && first >= 0 ? at >= first : version === from;
}

const services: Readonly<Partial<Record<VersionCode, string>>> = { EXO: 'Exchange Online', ADDON: 'security add-on', SCC: 'Security & Compliance' };

/** Versions for reading, runs of servers shortened: `Exchange 2013 to SE, Exchange Online`. */
export function versionsInWords(versions: readonly VersionCode[]): string {
  const parts: string[] = [];
  const positions = servers.flatMap((code, at) => (versions.includes(code) ? [at] : []));
  let start = 0;
  for (const [index, at] of positions.entries()) {
    if (positions[index + 1] === at + 1) continue;
    const first = servers[positions[start] ?? at] ?? '';
    const last = servers[at] ?? '';
    parts.push(first === last ? first : `${first} to ${last}`);
    start = index + 1;
  }
  const others = versions.flatMap((code) => services[code] ?? []);
  return [...(parts.length > 0 ? [`Exchange ${parts.join(', ')}`] : []), ...others].join(', ');
}
