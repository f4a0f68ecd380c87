import type { HttpAnswer } from '../ports.ts';

/** A certificate on the way to an answer, and the library's code for what is wrong with it. */
export interface CertificateDoubt {
  readonly host: string;
  readonly code: string;
}

export interface CertificateDoubts {
  /** Exchange would not accept the connection. */
  readonly refusal?: CertificateDoubt;
  /** The authority may be one that this machine's own store knows, which could not be read. */
  readonly unknownAuthority?: CertificateDoubt;
}

/** Codes by which the library says that it does not know the authority; the machine's own store may. */
const unknownAuthorityCodes = [
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/**
 * Node's word for every other reason of its library, above all that library's own levels for keys and hashes, which are not Windows': C2, C5
 * and C6 judge those by what Windows takes.
 */
const libraryOwn = ['UNSPECIFIED', 'EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK'];

/** What Exchange would say to the certificate of a server that answered. */
export function certificateDoubts(host: string, answer: HttpAnswer): CertificateDoubts {
  const code = answer.certificateError;
  if (code === undefined || libraryOwn.includes(code)) return {};
  const mayBeKnown = answer.systemStoreRead === false && unknownAuthorityCodes.includes(code);
  return mayBeKnown ? { unknownAuthority: { host, code } } : { refusal: { host, code } };
}
