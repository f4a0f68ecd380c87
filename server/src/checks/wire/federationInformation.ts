/** GetFederationInformation (MS-OXWSADISC): the anonymous question that `Get-FederationInformation` asks, and its answer. */
import { addressing, autodiscoverNamespace, messageId, readEnvelope, soap11, type SoapFault } from './soap.ts';
import { childOf, escapeXml, type XmlElement, type XmlProblem } from './xmlTree.ts';

const action = 'http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetFederationInformation';

/** Headers and body; the `To` header must be the URL that is really posted to. */
export function federationInformationRequest(
  url: string,
  domain: string,
  random: Uint8Array,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<s:Envelope xmlns:s="${soap11}" xmlns:a="${addressing}" xmlns:e="${autodiscoverNamespace}">`,
    '<s:Header>',
    '<e:RequestedServerVersion>Exchange2010</e:RequestedServerVersion>',
    `<a:Action s:mustUnderstand="1">${action}</a:Action>`,
    `<a:MessageID>${messageId(random)}</a:MessageID>`,
    `<a:ReplyTo><a:Address>${addressing}/anonymous</a:Address></a:ReplyTo>`,
    `<a:To s:mustUnderstand="1">${escapeXml(url)}</a:To>`,
    '</s:Header>',
    '<s:Body><e:GetFederationInformationRequestMessage>',
    `<e:Request><e:Domain>${escapeXml(domain)}</e:Domain></e:Request>`,
    '</e:GetFederationInformationRequestMessage></s:Body>',
    '</s:Envelope>',
  ].join('');
  // WCF refuses a message whose SOAPAction differs from its Action header.
  return { headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"`, accept: 'text/xml' }, body };
}

export interface FederationInformation {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly redirectUrl: string | undefined;
  readonly applicationUri: string;
  readonly domains: readonly string[];
  /** URIs of the token issuers. */
  readonly tokenIssuers: readonly string[];
  /** `15.2.1544.25`, from the header of the answer. */
  readonly serverVersion: string | undefined;
}

export type FederationInformationAnswer =
  | { readonly kind: 'information'; readonly information: FederationInformation }
  | { readonly kind: 'fault'; readonly fault: SoapFault }
  | ({ readonly kind: 'other' } & XmlProblem);

/** Reads an answer by names and namespaces, not by order or prefix. */
export function readFederationInformation(text: string): FederationInformationAnswer {
  const envelope = readEnvelope(text);
  if ('problem' in envelope) return { kind: 'other', ...envelope };
  if (envelope.fault !== undefined) return { kind: 'fault', fault: envelope.fault };
  const message = childOf(envelope.body, 'GetFederationInformationResponseMessage', autodiscoverNamespace);
  const response = childOf(message, 'Response', autodiscoverNamespace);
  if (response === undefined) return { kind: 'other', problem: 'is a SOAP envelope without federation information', beyondLimits: false };
  const value = (name: string): string => childOf(response, name, autodiscoverNamespace)?.text ?? '';
  const list = (name: string): readonly XmlElement[] => childOf(response, name, autodiscoverNamespace)?.children ?? [];
  const redirectUrl = value('RedirectUrl');
  return {
    kind: 'information',
    information: {
      errorCode: value('ErrorCode'),
      errorMessage: value('ErrorMessage').slice(0, 500),
      redirectUrl: redirectUrl === '' ? undefined : redirectUrl,
      applicationUri: value('ApplicationUri'),
      domains: list('Domains').flatMap((domain) => (domain.text === '' ? [] : [domain.text])),
      tokenIssuers: list('TokenIssuers').flatMap((issuer) => childOf(issuer, 'Uri', autodiscoverNamespace)?.text ?? []),
      serverVersion: readVersion(childOf(envelope.header, 'ServerVersionInfo', autodiscoverNamespace)),
    },
  };
}

function readVersion(info: XmlElement | undefined): string | undefined {
  const numbers = ['MajorVersion', 'MinorVersion', 'MajorBuildNumber', 'MinorBuildNumber'].map((name) => childOf(info, name)?.text ?? '');
  return numbers.every((number) => /^\d{1,6}$/.test(number)) ? numbers.join('.') : undefined;
}

/** Compared as Exchange does: without scheme `http://`, trailing slash and case. */
export function sameApplicationUri(one: string, other: string): boolean {
  const plain = (uri: string): string =>
    uri
      .trim()
      .toLowerCase()
      .replace(/^http:\/\//, '')
      .replace(/\/$/, '');
  return plain(one) === plain(other);
}

/**
 * Whether an answer's list holds a domain (an A-label). `unknown`: the list has names in letters of their own, and the domain is the A-label
 * of such a name; this layer cannot turn one into the other.
 */
export function listsDomain(domains: readonly string[], domain: string): boolean | 'unknown' {
  const plain = domains.map((each) => each.trim().toLowerCase().replace(/\.$/, ''));
  if (plain.includes(domain)) return true;
  return /(^|\.)xn--/.test(domain) && plain.some((each) => /[^\x21-\x7e]/.test(each)) ? 'unknown' : false;
}

/** Whether the answer comes from Exchange Online: its application URI, or its build 15.20. */
export function isExchangeOnline(information: FederationInformation): boolean {
  return sameApplicationUri(information.applicationUri, 'outlook.com') || (information.serverVersion?.startsWith('15.20.') ?? false);
}
