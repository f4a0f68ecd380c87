import type { CheckSettings } from './checks.ts';

/** The configuration section that client and server agree on. */
export const settingsSection = 'exchangeFederation';

/** What the server reads of `exchangeFederation.*`. */
export interface Settings {
  readonly checks: CheckSettings & { readonly resolvers: readonly string[]; readonly extraCaFile: string };
}
