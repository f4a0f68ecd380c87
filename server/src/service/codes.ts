import { rules } from './rules/index.ts';
import { scriptRules } from './scriptRules/index.ts';
import type { Severity } from './finding.ts';

/** What a code of a finding means. Codes are stable once released: settings, suppressions and tickets name them. */
export interface Code {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly guidance: readonly string[];
}

const error = (code: string, title: string): Code => ({ code, title, severity: 'error', guidance: [] });

/** What YAML and the schema find. */
const structure: readonly Code[] = [
  error('yaml/syntax', 'The text is not YAML'),
  error('yaml/merge-marker', 'The plan holds the markers of an unfinished merge'),
  error('yaml/unknown-alias', 'A text that starts with an asterisk reads as an alias'),
  error('plan/empty', 'The plan is empty or not a mapping'),
  error('plan/too-large', 'The plan has more than 2,000,000 characters'),
  error('plan/too-deep', 'The plan is nested more deeply than a plan can be'),
  error('plan/unknown-version', 'The plan is of another version of the format'),
  error('plan/unknown-key', 'A key that plans do not have'),
  error('plan/missing-key', 'A required key is missing'),
  error('plan/wrong-type', 'A value of another type than the key takes'),
  error('plan/wrong-value', 'A value that the key does not take'),
  error('plan/wrong-form', 'An id or a number that is written in another form'),
  error('profile/too-large', 'A profile file with more than 100,000 characters'),
  error('profile/unknown-key', 'A key that profile files do not have'),
  error('profile/missing-key', 'A required key of a profile file is missing'),
  error('profile/wrong-type', 'A value of another type than the key of a profile file takes'),
  error('profile/wrong-value', 'A value that the key of a profile file does not take, or a wanted key that plans do not have'),
  error('profile/wrong-form', 'An id in a profile file that is written in another form'),
  { code: 'profile/id-taken', title: 'A profile file whose id another profile has already', severity: 'warning', guidance: [] },
  { code: 'plan/unused-suppression', title: 'A suppressing comment whose code is not found on the next line', severity: 'information', guidance: [] },
  { code: 'plan/value-missing', title: 'A key without a value, or an empty list', severity: 'warning', guidance: [] },
];

export const codes: readonly Code[] = [...structure, ...[...rules, ...scriptRules].map(({ code, title, severity, guidance }) => ({ code, title, severity, guidance }))].sort((a, b) => (a.code < b.code ? -1 : 1));
