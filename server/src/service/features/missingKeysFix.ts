import type { Finding, QuickFix, TextEdit } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';

/** Adds all required keys that a mapping lacks, where it lacks more than one: the edits of its findings together. */
export function missingKeysFix({ findings }: ReadPlan, finding: Finding): QuickFix[] {
  const own = insertion(finding);
  if (own === undefined) return [];
  const edits = findings.flatMap((each) => insertion(each) ?? []).filter(({ range }) => range.start === own.range.start);
  return edits.length < 2 ? [] : [{ title: `Add all ${edits.length} required keys`, edits, preferred: false }];
}

function insertion({ code, fixes }: Finding): TextEdit | undefined {
  return code === 'plan/missing-key' ? fixes[0]?.edits[0] : undefined;
}
