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

/** Builds the store; the parts are PEM text, and parts that hold no certificate are left out. */
export function createTrustStore(...further: readonly (string | undefined)[]): TrustStore {
  const system = systemStore();
  const extra = further.flatMap((pem) => certificatesIn(pem ?? ''));
  const authorities = [...new Set([...tls.rootCertificates, ...(system ?? []), ...extra])];
  const fingerprints = new Set(authorities.map(fingerprint));
  return {
    context: tls.createSecureContext({ ca: authorities }),
    systemStoreRead: system !== undefined,
    has: (certificate) => fingerprints.has(createHash('sha256').update(certificate.raw).digest('hex')),
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

/** Single certificates of PEM text; one that cannot be read would otherwise spoil the whole store. */
function certificatesIn(pem: string): readonly string[] {
  return (pem.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? []).filter((text) => {
    try {
      return new X509Certificate(text).raw.length > 0;
    } catch {
      return false;
    }
  });
}

function fingerprint(pem: string): string {
  const base64 = pem.replace(/-----[^-]+-----/g, '');
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}
