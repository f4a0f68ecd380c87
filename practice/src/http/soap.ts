/** Reads SOAP 1.1 requests and writes answers. Namespace-aware, bounded, and deaf to DTDs. */
import { SaxesParser } from 'saxes';

export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';
export const addressingNamespace = 'http://www.w3.org/2005/08/addressing';
export const autodiscoverNamespace = 'http://schemas.microsoft.com/exchange/2010/Autodiscover';
export const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

const deepest = 32;

/** The text of each element by its path, each step as `{namespace}localName`; the first of equal paths counts. */
export type SoapMessage = ReadonlyMap<string, string>;

/** The message, or `undefined` where the text is not a SOAP 1.1 envelope that a careful server would read. */
export function readSoap(text: string): SoapMessage | undefined {
  const message = new Map<string, string>();
  const path: string[] = [];
  const texts: string[] = [];
  const reading = { refused: false };
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): void => {
    reading.refused = true;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    path.push(step(tag.uri, tag.local));
    texts.push('');
    if (path.length > deepest) refuse();
  });
  const addText = (piece: string): void => {
    if (texts.length > 0) texts.push(`${texts.pop() ?? ''}${piece}`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const key = path.join('/');
    const value = (texts.pop() ?? '').trim();
    if (!message.has(key)) message.set(key, value);
    path.pop();
  });
  parser.write(text).close();
  return reading.refused || !message.has(step(soapNamespace, 'Envelope')) ? undefined : message;
}

export function step(namespace: string, localName: string): string {
  return `{${namespace}}${localName}`;
}

/** The text of a header block such as `a:Action`. */
export function headerText(message: SoapMessage, namespace: string, localName: string): string | undefined {
  return message.get([step(soapNamespace, 'Envelope'), step(soapNamespace, 'Header'), step(namespace, localName)].join('/'));
}

/** The text of the element that these local names lead to inside the body, all of them of one namespace. */
export function bodyText(message: SoapMessage, namespace: string, localNames: readonly string[]): string | undefined {
  return message.get([step(soapNamespace, 'Envelope'), step(soapNamespace, 'Body'), ...localNames.map((name) => step(namespace, name))].join('/'));
}

/** A fault whose code is a qualified name, as WCF writes it. */
export function soapFault(namespace: string, code: string, reason: string): string {
  return (
    `<s:Envelope xmlns:s="${soapNamespace}"><s:Body><s:Fault>` +
    `<faultcode xmlns:a="${namespace}">a:${code}</faultcode>` +
    `<faultstring xml:lang="en-US">${escapeXml(reason)}</faultstring>` +
    '</s:Fault></s:Body></s:Envelope>'
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
