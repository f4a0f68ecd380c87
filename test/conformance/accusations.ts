/**
 * What the product accuses although PowerShell accepts it, all the way that a plan goes: the text as a step's script, the plan as YAML, its findings.
 * There must be nothing; advice is not counted (refusingCodes.ts).
 */
import { stringify } from 'yaml';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';
import { refusing, refusingSyntax, refusingWithoutRunning } from './refusingCodes.ts';
import type { Request } from './request.ts';
import type { StaticAnswer } from './staticAnswer.ts';

export interface Verdict {
  readonly failed?: string;
  readonly errors?: readonly unknown[];
}

export interface Accusations {
  /** Texts that PowerShell accepts and that a plan can hold. */
  readonly accepted: number;
  readonly accused: readonly { readonly id: string; readonly text: string; readonly finding: string }[];
}

const codesOf: Readonly<Record<string, ReadonlySet<string>>> = { parse: refusingSyntax, bind: refusing, static: refusingWithoutRunning };

/** `catalogueFile` is the content of `cmdletCatalogue.jsonl`; `real` holds PowerShell's answers in the order of the requests. */
export function accusations(op: string, requests: readonly Request[], real: readonly Verdict[], catalogueFile: string): Accusations {
  const catalogue = openCatalogue(catalogueFile);
  const codes = codesOf[op];
  const accused: Accusations['accused'][number][] = [];
  let accepted = 0;
  for (const [index, request] of requests.entries()) {
    const verdict = real[index];
    if (codes === undefined || verdict === undefined || !isAccepted(verdict)) continue;
    const found = findingsIn(request, catalogue, codes);
    if (found === undefined) continue;
    accepted++;
    for (const finding of found) accused.push({ id: request.id, text: request.text, finding });
  }
  return { accepted, accused };
}

function isAccepted(verdict: Verdict): boolean {
  if (verdict.failed !== undefined) return false;
  if (verdict.errors !== undefined) return verdict.errors.length === 0;
  // Where the stand-in is none that PowerShell can make, a call is bound as a program's would be: by numbers.
  return (verdict as unknown as StaticAnswer).calls.every(({ bound, errors, failed }) => failed === undefined && errors.length === 0 && !bound.some((name) => /^\d+$/.test(name)));
}

const versions: Readonly<Record<string, string>> = { EXO: 'Online' };

/** Undefined where no plan can hold the text as it is. */
function findingsIn({ text, on }: Request, catalogue: Catalogue, codes: ReadonlySet<string>): readonly string[] | undefined {
  const organization = { role: 'partner', ...(on === undefined ? {} : { exchange: { version: versions[on] ?? on } }), acceptedDomains: ['nhs.example'] };
  const plan = stringify({ federationPlan: 1, organizations: { partner: organization }, steps: [{ id: 'step', title: 'Step', organization: 'partner', run: text }] }, { lineWidth: 0, blockQuote: 'literal' });
  const read = readPlan(plan, undefined, catalogue);
  if (read.model.steps[0]?.data.run !== text) return undefined;
  return read.findings.filter(({ code }) => codes.has(code)).map(({ code, message }) => `${code}: ${message}`);
}
