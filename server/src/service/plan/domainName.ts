/** An SMTP domain as names are compared: lower case, without a trailing dot or surrounding blanks. Text in, text out; nothing is judged. */
export function domainName(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '');
}

/**
 * True for two or more labels of letters, digits and dashes (RFC 1123), as A-label; what else is written is no domain to ask
 * DNS about. A last label of digits makes an address, not a name.
 */
export function isDomainName(name: string): boolean {
  return name.length <= 253 && /^(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\.)+(?![0-9]+$)(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(name);
}
