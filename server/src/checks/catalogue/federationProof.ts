import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askWithoutChecking, brokenSignaturesCause, brokenSignaturesFix } from '../probes/brokenSignatures.ts';
import { askName, replyWords, type AskedName } from '../probes/dnsQuestion.ts';
import { askZoneServers, type ZoneAnswer } from '../probes/zoneServers.ts';
import { editDistance, proofShape } from '../wire/proof.ts';
import { federatedDomainProof } from './exchangeCmdlets.ts';
import { besideUnknown, judgeAtZone, type ProofJudgement } from './proofAtZone.ts';

/** D3: is the proof that the plan states published as a TXT record at the domain itself? */
export const federationProof: Check = {
  id: 'D3',
  title: 'Proof in DNS (TXT)',
  group: 'DNS',
  asks: 'TXT records of the domain itself, of the resolver and of the zone’s own servers, compared with the federation proofs that the plan states.',
  guidance: ['G15', 'G31', 'G35a'],
  needs: [],
  considers: ['F1'],
  run,
};

const doesNotProve =
  'That the proof belongs to the certificate in use: it cannot be recomputed from outside. The gateway reads it only when ' +
  'a domain is added or a certificate is rolled.';

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const nothing = (summary: string): Outcome => ({ verdict: 'skipped', summary, evidence: [], about: 'federationProof' });
  if (subject.hosting === 'online')
    return nothing(`Skipped because "${subject.domain}" is hosted in Exchange Online, where domains have no federation proof.`);
  if (subject.federationProofs.length === 0) return nothing(`Skipped because the plan states no federation proof for "${subject.domain}".`);
  const [asked, zone] = await Promise.all([askName(context, subject.domain, 'TXT'), askZoneServers(context, subject.domain, 'TXT')]);
  const evidence = [asked.evidence, ...zone.evidence];
  const base = { evidence, doesNotProve, about: 'federationProof' } as const;
  if (asked.state !== 'unknown') return { ...base, ...(await judge(context, asked, zone)) };
  const without = await askWithoutChecking(context, subject.domain, 'TXT', asked.reply);
  const cause = without.broken ? brokenSignaturesCause : besideUnknown(zone.answers);
  return {
    ...base,
    evidence: [...evidence, ...without.evidence],
    verdict: 'unknown',
    summary: `The TXT records of "${subject.domain}" could not be read: ${replyWords(asked.reply, context.limits.dns)}.`,
    ...(cause === undefined ? {} : { cause }),
    fix: without.broken ? brokenSignaturesFix : 'Run the check again, or name another resolver in the settings.',
  };
}

async function judge(context: CheckContext, { records, reply }: AskedName, { answers }: ZoneAnswer): Promise<ProofJudgement> {
  const { domain, federationProofs } = context.subject;
  const published = records.map(({ value }) => value);
  const whole = federationProofs.every((proof) => published.includes(proof));
  const alike = whole && answers.every((answer) => federationProofs.every((proof) => answer.records.some(({ value }) => value === proof)));
  // Where all is well the check does not wait for the lookup.
  const errorCode = alike ? undefined : (await context.resultOf('F1')).facts.federation?.answer?.information.errorCode;
  const exists = reply.kind === 'failure' || reply.rcode !== 'NXDOMAIN';
  const judged = compare(context, published, exists, errorCode);
  return judgeAtZone({ domain, wanted: federationProofs, judged, reply, answers, federated: errorCode === 'NoError' });
}

function compare(context: CheckContext, published: readonly string[], exists: boolean, errorCode: string | undefined): ProofJudgement {
  const { domain, federationProofs } = context.subject;
  const missing = federationProofs.filter((proof) => !published.includes(proof));
  if (missing.length === 0) {
    const others = published.filter((text) => proofShape.test(text) && !federationProofs.includes(text)).length;
    const roll = others === 0 ? '' : ` Beside it stand ${others} further proofs, as during the roll of a certificate.`;
    return {
      verdict: 'pass',
      summary:
        `${federationProofs.length === 1 ? 'The plan’s proof is' : `All ${federationProofs.length} proofs of the plan are`} ` +
        `published at "${domain}".${roll}`,
    };
  }
  const found = federationProofs.length - missing.length;
  if (found > 0) {
    return {
      verdict: 'info',
      summary: `${found} of the plan’s ${federationProofs.length} proofs are published at "${domain}".`,
      cause: 'During the roll of a certificate the new proof comes before the old one goes; one that is no longer needed may be absent.',
      fix: `Publish the missing proof before the certificate it belongs to is put in use: ${federatedDomainProof(domain)}`,
    };
  }
  const difference = exists ? describeDifference(missing[0] ?? '', published, domain) : noSuchDomain(domain);
  if (errorCode === 'NoError') {
    return {
      ...difference,
      verdict: 'info',
      cause:
        `${difference.cause} The domain is federated all the same (GetFederationInformation says NoError): the proof is needed ` +
        'for set-up and for the next roll of the certificate.',
    };
  }
  return { ...difference, verdict: errorCode === 'NotFederated' || errorCode === 'InvalidDomain' ? 'fail' : 'warn' };
}

function noSuchDomain(domain: string): ReturnType<typeof describeDifference> {
  return {
    summary: `"${domain}" publishes no federation proof: it does not exist in DNS (NXDOMAIN).`,
    cause: 'The domain is misspelled in the plan, not registered, or known to an inner resolver only.',
    fix: 'Check the domain’s spelling. The proof belongs into its public zone, at the domain itself.',
  };
}

function describeDifference(
  wanted: string,
  published: readonly string[],
  domain: string,
): Pick<Outcome, 'summary' | 'fix'> & { readonly cause: string } {
  const cleaned = published.find((text) => text.replace(/["“”'\s]/g, '') === wanted);
  const fix =
    `Compare with ${federatedDomainProof(domain)} and correct the TXT record at "${domain}" itself, not at a name below it; ` +
    'then wait for the record’s time to live.';
  if (cleaned !== undefined) {
    return {
      summary: `The proof at "${domain}" is published with quotation marks or blanks inside, so it is not the plan’s proof.`,
      cause: 'Quotation marks or blanks were copied into the record’s value.',
      fix,
    };
  }
  const proofs = published.map((text) => text.trim()).filter((text) => proofShape.test(text));
  const near = published.map((text) => ({ text, distance: editDistance(wanted, text, 8) })).find(({ distance }) => distance <= 8);
  if (near !== undefined) {
    const places = near.distance === 1 ? 'one character' : `${near.distance} characters`;
    return {
      summary: `The proof at "${domain}" differs from the plan’s in ${places}.`,
      cause: 'It was copied by hand or from a scan: l, I and 1 or O and 0 are easily confused, or the plan holds the mistake.',
      fix,
    };
  }
  if (proofs.length > 0) {
    return {
      summary:
        `"${domain}" publishes ${proofs.length === 1 ? 'another federation proof' : `${proofs.length} other federation proofs`} ` +
        'than the plan states.',
      cause: 'The proof belongs to another certificate (an older one, or the next one), or the plan’s is out of date.',
      fix,
    };
  }
  return {
    summary:
      `"${domain}" publishes no federation proof; ` +
      `${published.length === 0 ? 'it has no TXT record' : `none of its ${published.length} TXT records is one`}.`,
    cause: 'The record was never made, was removed, or stands at another name.',
    fix,
  };
}
