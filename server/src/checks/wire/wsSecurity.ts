/** The message without a token that a WSSecurity endpoint must refuse, and the fault by which it does. */
import { addressing, messageId, readEnvelope, soap11, type SoapFault } from './soap.ts';
import { escapeXml } from './xmlTree.ts';

const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const refusals = new Set(['InvalidSecurity', 'InvalidSecurityToken', 'FailedAuthentication', 'FailedCheck']);

export type WsSecurityService = 'autodiscover' | 'webServices';

const actions: Readonly<Record<WsSecurityService, string>> = {
  autodiscover: 'http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetUserSettings',
  webServices: 'http://schemas.microsoft.com/exchange/services/2006/messages/GetUserAvailability',
};

/** Headers and an empty body: nothing is asked for, only whether somebody wants a token. */
export function tokenlessRequest(
  service: WsSecurityService,
  url: string,
  random: Uint8Array,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const action = actions[service];
  const header =
    `<a:Action s:mustUnderstand="1">${action}</a:Action><a:MessageID>${messageId(random)}</a:MessageID>` +
    `<a:To s:mustUnderstand="1">${escapeXml(url)}</a:To>`;
  return {
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"`, accept: 'text/xml' },
    body: `<s:Envelope xmlns:s="${soap11}" xmlns:a="${addressing}"><s:Header>${header}</s:Header><s:Body/></s:Envelope>`,
  };
}

/** The fault of an answer, and whether it is the refusal that a living WSSecurity endpoint gives; `undefined`: no fault at all. */
export function readWsSecurityFault(text: string): { readonly fault: SoapFault; readonly wantsToken: boolean } | undefined {
  const envelope = readEnvelope(text);
  if ('problem' in envelope || envelope.fault === undefined) return undefined;
  const { fault } = envelope;
  return { fault, wantsToken: fault.namespace === secext && refusals.has(fault.code) };
}
