/** SOAP 1.1 and 1.2 envelopes as WCF services write them: the parts that requests and answers of Exchange share. */
import { childOf, readXml, type XmlElement, type XmlProblem } from './xmlTree.ts';

export const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
export const addressing = 'http://www.w3.org/2005/08/addressing';
/** On the wire it is `http://`, whatever a rewritten documentation page says. */
export const autodiscoverNamespace = 'http://schemas.microsoft.com/exchange/2010/Autodiscover';

export interface SoapFault {
  /** Local name of the innermost code, e.g. `InvalidSecurity`. */
  readonly code: string;
  /** The code's namespace, resolved from its prefix; empty where it has none. */
  readonly namespace: string;
  readonly text: string;
}

export interface SoapEnvelope {
  readonly header: XmlElement | undefined;
  readonly body: XmlElement;
  readonly fault: SoapFault | undefined;
}

/** Reads an envelope, or says why the text is none. */
export function readEnvelope(text: string): SoapEnvelope | XmlProblem {
  const document = readXml(text);
  if ('problem' in document) return document;
  const { root } = document;
  if (root.name !== 'Envelope' || (root.namespace !== soap11 && root.namespace !== soap12))
    return { problem: 'is XML but no SOAP envelope', beyondLimits: false };
  const body = childOf(root, 'Body', root.namespace);
  if (body === undefined) return { problem: 'is a SOAP envelope without a body', beyondLimits: false };
  return { header: childOf(root, 'Header', root.namespace), body, fault: readFault(childOf(body, 'Fault', root.namespace)) };
}

function readFault(fault: XmlElement | undefined): SoapFault | undefined {
  if (fault === undefined) return undefined;
  const code = childOf(fault, 'faultcode') ?? innermostValue(childOf(fault, 'Code'));
  const text = childOf(fault, 'faultstring') ?? childOf(childOf(fault, 'Reason'), 'Text');
  const qualified = code?.text ?? '';
  const colon = qualified.indexOf(':');
  const prefix = qualified.slice(0, Math.max(0, colon));
  return { code: qualified.slice(colon + 1, colon + 81), namespace: code?.prefixes.get(prefix) ?? '', text: (text?.text ?? '').slice(0, 500) };
}

/** SOAP 1.2 nests codes: the subcode says what happened. Depth is bounded by the XML reader. */
function innermostValue(code: XmlElement | undefined): XmlElement | undefined {
  const subcode = childOf(code, 'Subcode');
  return subcode === undefined ? childOf(code, 'Value') : innermostValue(subcode);
}

/** A message id from 16 random bytes (UUID version 4). */
export function messageId(random: Uint8Array): string {
  const hex = [...random.subarray(0, 16)]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
