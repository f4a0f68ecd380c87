import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { searchAsClient, type ClientPlace } from '../probes/clientAutodiscover.ts';

/** A1: do Outlook and other clients find Autodiscover of the domain? They look in another order than the federation does. */
export const clientAutodiscover: Check = {
  id: 'A1',
  title: 'Autodiscover for clients',
  group: 'Autodiscover',
  asks:
    'A GET without credentials for /autodiscover/autodiscover.xml at the domain itself and at its "autodiscover." host, and where an http ' +
    'redirect, and else an SRV record, lead: the order of Outlook and of the Remote Connectivity Analyzer.',
  guidance: ['G13', 'G13a'],
  needs: [],
  considers: ['F1'],
  run,
};

const doesNotProve = 'That a client with credentials gets a good answer, nor anything of the federation, which looks in its own order (F1).';

/** Codes of a chain without its intermediate certificate. */
const incomplete = ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'];

async function run(context: CheckContext): Promise<Outcome> {
  const { places, evidence } = await searchAsClient(context);
  const base = { evidence, doesNotProve, about: 'domain' } as const;
  const { domain } = context.subject;
  const found = places.find((place) => place.found === 'exchange');
  if (found !== undefined) return { ...base, verdict: 'pass', summary: `"${found.url}" ${found.words}: clients of "${domain}" find it there${found.step === 'serviceRecord' ? ', by the SRV record alone' : ''}.` };
  const tried = places.map(({ url, words }) => `${url} ${words}`).join('; ');
  const credentials = places.find((place) => place.found === 'credentials');
  if (credentials !== undefined) {
    return {
      ...base,
      verdict: 'info',
      summary: `"${credentials.url}" ${credentials.words}; no place shows a mark of Exchange.`,
      cause: 'A publisher in front of Exchange strips its headers or asks for a login by itself, or something else answers.',
    };
  }
  const summary = `No place where clients look for Autodiscover of "${domain}" answers as Exchange: ${tried}.`;
  if (!places.every((place) => place.decided)) return { ...base, verdict: 'unknown', summary, fix: 'Look at the checks of DNS, port 443 and TLS first.' };
  const answer = (await context.resultOf('F1')).facts.federation?.answer;
  const refused = places.find((place) => place.refused !== undefined)?.refused;
  if (answer !== undefined && refused !== undefined) {
    return {
      ...base,
      verdict: 'info',
      summary,
      cause: `Exchange answers, and its certificate stands in the way (C1–C4). ${incomplete.includes(refused) ? 'Clients on Windows often fetch the missing intermediate certificate by themselves, others do not.' : 'Clients warn of it or turn away.'}`,
    };
  }
  if (answer !== undefined) {
    return {
      ...base,
      verdict: 'info',
      summary,
      cause: `The federation’s own lookup reaches Exchange at "${answer.url.host}" all the same; Outlook and the Remote Connectivity Analyzer do not.`,
    };
  }
  return { ...base, verdict: 'warn', summary, ...whose(places) };
}

/** The likely culprit, from what answers at the usual host. */
function whose(places: readonly ClientPlace[]): Pick<Outcome, 'cause' | 'fix'> {
  const usual = places.find(({ step }) => step === 'autodiscover');
  if (usual?.words.includes('login page') === true) {
    return {
      cause: 'A device in front of Exchange sends everybody to a login page; neither clients nor the federation can sign in there.',
      fix: 'Publish /autodiscover and /EWS without pre-authentication (pass-through).',
    };
  }
  if (usual?.words.includes('forbids this path') === true) {
    return {
      cause: 'The publisher forbids the path, wants a client certificate, or lets known networks in only.',
      fix: 'Publish /autodiscover without pre-authentication (pass-through).',
    };
  }
  return {
    cause: 'Autodiscover is not published, or a web site answers in its place.',
    fix: 'Publish /autodiscover of the client access servers at the "autodiscover." host.',
  };
}
