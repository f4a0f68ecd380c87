/** The authorities that a run trusts: Mozilla's list, the machine's own store where it can be read, the route's and the user's. */
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

export interface TrustStore {
  /** Made once: reading some hundred authorities takes tens of milliseconds. */
  readonly context: tls.SecureContext;
  readonly systemStoreRead: boolean;
  /** Whether a certificate is one of the trusted authorities. */
  has(certificate: X509Certificate): boolean;
}

/** Where Linux distributions and BSDs keep their store; Node reads it only since 22.15. */
const storeFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

/** Builds the store; the parts are PEM text, and certificates in them that cannot be read are left out. */
export function createTrustStore(...further: readonly (string | undefined)[]): TrustStore {
  const system = systemStore();
  const authorities = new Map(tls.rootCertificates.map((pem) => [fingerprint(pem), pem]));
  // Most of a system's store is Mozilla's list again; only the rest is worth reading.
  for (const pem of [...(system ?? []), ...further.flatMap((text) => certificatesIn(text ?? ''))]) {
    const known = fingerprint(pem);
    if (!authorities.has(known) && isCertificate(pem)) authorities.set(known, pem);
  }
  return {
    context: tls.createSecureContext({ ca: [...authorities.values()] }),
    systemStoreRead: system !== undefined,
    has: (certificate) => authorities.has(createHash('sha256').update(certificate.raw).digest('hex')),
  };
}

function systemStore(): readonly string[] | undefined {
  if ('getCACertificates' in tls && typeof tls.getCACertificates === 'function') {
    const read = tls.getCACertificates as (type: string) => string[];
    try {
      return read('system');
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32' || process.platform === 'darwin') return undefined;
  for (const file of storeFiles) {
    try {
      return certificatesIn(readFileSync(file, 'latin1'));
    } catch {
      continue;
    }
  }
  return undefined;
}

function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

/** One that cannot be read would spoil the whole store. */
function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function fingerprint(pem: string): string {
  const base64 = pem.replace(/-----[^-]+-----/g, '');
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}
