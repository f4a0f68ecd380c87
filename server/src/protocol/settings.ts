import type { CheckSettings } from './checks.ts';

/** The configuration section that client and server agree on. */
export const settingsSection = 'exchangeFederation';

/** What the server reads of `exchangeFederation.*`. */
export interface Settings {
  /** Level of each code, by the user's choice: `off`, `information`, `warning` or `error`. */
  readonly rules: Readonly<Record<string, 'off' | 'information' | 'warning' | 'error'>>;
  readonly checks: CheckSettings & {
    readonly resolvers: readonly string[];
    /** Asked beside `resolvers`, for comparison (split DNS). */
    readonly innerResolvers: readonly string[];
    readonly extraCaFile: string;
    /** The user wants direct connections, whatever proxy the environment names. */
    readonly direct?: true;
  };
  /** Values that a profile fills in, shown behind the service's role. */
  readonly inlayHints: { readonly enable: boolean };
  /** "Run checks" above each domain. */
  readonly codeLens: { readonly runChecks: boolean };
  /** Exchange's cmdlets in PowerShell files too, not only in plans. */
  readonly powershellFiles: { readonly enable: boolean };
}
