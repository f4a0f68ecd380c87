import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askHttp } from '../probes/httpQuestion.ts';
import { cloudAutodiscoverUrl, notAsked } from '../probes/microsoftHosts.ts';
import { federationInformationRequest, isExchangeOnline, readFederationInformation } from '../wire/federationInformation.ts';
import { classifyAnswer } from '../wire/httpAnswer.ts';
import { httpUrlText } from '../wire/httpUrl.ts';

/** F3: does Exchange Online count the domain among its own, wherever its Autodiscover leads? So a hybrid organization is found. */
export const exchangeOnline: Check = {
  id: 'F3',
  title: 'Domain in Exchange Online',
  group: 'Federation information',
  asks: 'GetFederationInformation for the domain at Exchange Online’s own Autodiscover; tells Microsoft the domain’s name, so only where the setting allows it.',
  guidance: ['G9a'],
  needs: [],
  considers: ['F1'],
  run,
};

const doesNotProve = 'That mailboxes are there: NoError proves an accepted domain of a tenant. Clouds of the US government and of China are not asked.';

async function run(context: CheckContext): Promise<Outcome> {
  if (!context.microsoftServices) return { verdict: 'skipped', summary: notAsked, evidence: [], about: 'domain' };
  const { domain, hosting } = context.subject;
  const text = httpUrlText(cloudAutodiscoverUrl);
  const request = federationInformationRequest(text, domain, context.ports.random.bytes(16));
  const reply = await askHttp(context, cloudAutodiscoverUrl, { method: 'POST', ...request, subjectLine: 'GetFederationInformation' });
  const base = { evidence: reply.evidence, doesNotProve, about: 'domain' } as const;
  if (reply.kind === 'nothing') return { ...base, verdict: 'unknown', summary: `"${text}" ${reply.words}.` };
  const read = readFederationInformation(reply.answer.body);
  if (read.kind !== 'information') {
    return { ...base, verdict: 'unknown', summary: `"${text}" ${read.kind === 'fault' ? `answers with the fault "${read.fault.code}"` : classifyAnswer(reply.answer).words}.` };
  }
  const { information } = read;
  const code = information.errorCode;
  if (code === 'NoError' && isExchangeOnline(information)) {
    const facts = { inExchangeOnline: true };
    const found = (await context.resultOf('F1')).facts.federation?.answer;
    if (found !== undefined && !isExchangeOnline(found.information) && found.information.errorCode === 'NoError') {
      return {
        ...base,
        facts,
        verdict: 'info',
        summary: `"${domain}" is known to Exchange Online, and an Exchange of its own answers for it at "${found.url.host}": the organization is hybrid.`,
        cause: 'Each side has its own ApplicationUri and endpoint. A relationship reaches the mailboxes of the side at which it aims.',
        fix: 'Ask the partner which side holds the mailboxes; for both, two relationships are needed.',
      };
    }
    if (hosting === 'onPremises') {
      return {
        ...base,
        facts,
        verdict: 'info',
        summary: `"${domain}" is known to Exchange Online; the plan says that the organization runs Exchange of its own.`,
        cause: 'The organization is hybrid or has moved, or the domain belongs to a tenant without mailboxes.',
        fix: 'Ask the partner which side holds the mailboxes.',
      };
    }
    return { ...base, facts, verdict: 'pass', summary: `Exchange Online counts "${domain}" among its domains.` };
  }
  if (code === 'InvalidDomain' || code === 'NotFederated') {
    const elsewhere = (await context.resultOf('F1')).facts.federation?.answer;
    if (elsewhere?.information.errorCode === 'NoError' && isExchangeOnline(elsewhere.information)) {
      return {
        ...base,
        verdict: 'info',
        summary: `The commercial Exchange Online does not know "${domain}" (${code}); the cloud that answers for it at "${elsewhere.url.host}" does.`,
        cause: 'The tenant is in another cloud (US government, China); federation reaches it by that cloud’s own endpoints.',
      };
    }
    if (hosting !== 'online') return { ...base, verdict: 'pass', summary: `Exchange Online does not know "${domain}" (${code}), so the organization is not hybrid there.` };
    return {
      ...base,
      verdict: 'warn',
      summary: `Exchange Online does not know "${domain}" (${code}), though the plan says that the organization is there.`,
      cause: 'The domain is not an accepted domain of any tenant, or the tenant is in another cloud (US government, China).',
      fix: 'Check the domain’s spelling; the partner checks: Get-AcceptedDomain',
    };
  }
  return { ...base, verdict: 'unknown', summary: `"${text}" answers ${code === '' ? 'without an error code' : code.slice(0, 60)}.`, fix: 'Run the check again in a few minutes.' };
}
