/** The authorities that a run trusts: Mozilla's list, the machine's own store where it can be read, the route's and the user's. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import type { Anchor, AnchorOrigin, TrustAnchors } from '../checks/wire/certificatePath.ts';
import { hexadecimal } from '../checks/wire/der.ts';
import { readCertificate } from '../checks/wire/x509.ts';

export interface TrustStore {
  /** Made once, when it is first asked for: reading some hundred authorities takes tens of milliseconds. */
  readonly context: tls.SecureContext;
  readonly anchors: TrustAnchors;
}

/** Where Linux distributions and BSDs keep their store; Node reads it only since 22.15. */
const storeFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

/** Builds the store; the parts are PEM text, and certificates in them that cannot be read are left out. */
export function createTrustStore(...further: readonly (string | undefined)[]): TrustStore {
  const system = systemStore();
  const authorities = new Map<string, { readonly pem: string; readonly origin: AnchorOrigin }>();
  const add = (pem: string, origin: AnchorOrigin): void => {
    const known = fingerprint(pem);
    if (!authorities.has(known)) authorities.set(known, { pem, origin });
  };
  for (const pem of tls.rootCertificates) add(pem, 'mozilla');
  // What the user or the route names is told apart from what the machine merely knows, so it goes before the store.
  for (const pem of further.flatMap((text) => certificatesIn(text ?? ''))) if (isCertificate(pem)) add(pem, 'named');
  // Most of a system's store is Mozilla's list again; only the rest is worth reading.
  for (const pem of system ?? []) if (!authorities.has(fingerprint(pem)) && isCertificate(pem)) add(pem, 'system');
  let context: tls.SecureContext | undefined;
  let bySubject: ReadonlyMap<string, readonly Anchor[]> | undefined;
  return {
    get context() {
      return (context ??= tls.createSecureContext({ ca: Array.from(authorities.values(), ({ pem }) => pem) }));
    },
    anchors: {
      named: (subject) => (bySubject ??= anchorsBySubject(authorities.values())).get(hexadecimal(subject)) ?? [],
      systemStoreRead: system !== undefined,
    },
  };
}

function anchorsBySubject(authorities: Iterable<{ readonly pem: string; readonly origin: AnchorOrigin }>): ReadonlyMap<string, readonly Anchor[]> {
  const anchors = new Map<string, Anchor[]>();
  for (const { pem, origin } of authorities) {
    const certificate = readCertificate(derOf(pem));
    if (certificate === undefined) continue;
    const subject = hexadecimal(certificate.subject);
    anchors.set(subject, [...(anchors.get(subject) ?? []), { certificate, origin }]);
  }
  return anchors;
}

let empty: Pick<TrustStore, 'context'> | undefined;

/** Trusts nobody: for handshakes whose certificates are judged by the engine. */
export function withoutAuthorities(): Pick<TrustStore, 'context'> {
  return (empty ??= { context: tls.createSecureContext({ ca: [] }) });
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

/** One that cannot be read would spoil the whole context. */
function isCertificate(pem: string): boolean {
  return readCertificate(derOf(pem)) !== undefined;
}

function fingerprint(pem: string): string {
  return createHash('sha256').update(derOf(pem)).digest('hex');
}

function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
}
