import { punycode } from './punycode.ts';

/**
 * An SMTP domain as names are compared: lower case, A-labels (`müller.example` and `xn--mller-kva.example` are one domain, RFC 5890),
 * without a trailing dot or surrounding blanks. Text in, text out; nothing is judged.
 */
export function domainName(text: string): string {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  return /[\u0080-\uffff]/.test(name) ? aLabels(name) : name;
}

/** As far as names are concerned the same as the mapping of UTS #46: compatibility forms, and the full stops of other scripts. */
function aLabels(name: string): string {
  const mapped = name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('\u3002', '.');
  const labels = mapped.split('.').map((label) => (/[\u0080-\uffff]/.test(label) ? aLabel(label) : label));
  // Where a label is none the whole is some other text, which stays as it is written.
  return labels.includes(undefined) ? name : labels.join('.').replace(/\.$/, '');
}

function aLabel(label: string): string | undefined {
  return label.length <= 63 && /^[\p{L}\p{M}\p{N}_-]+$/u.test(label) ? `xn--${punycode(label)}` : undefined;
}

/**
 * True for two or more labels of letters, digits and dashes (RFC 1123), as A-label; what else is written is no domain to ask
 * DNS about. A last label of digits makes an address, not a name.
 */
export function isDomainName(name: string): boolean {
  return name.length <= 253 && /^(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\.)+(?![0-9]+$)(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(name);
}
