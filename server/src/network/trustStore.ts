/** The authorities that a run trusts: Mozilla's list, the machine's own store where it can be read, the route's and the user's. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import type { Anchor, AnchorOrigin, TrustAnchors } from '../checks/wire/certificatePath.ts';
import { hexadecimal } from '../checks/wire/der.ts';
import { readCertificate, readSubject, type X509 } from '../checks/wire/x509.ts';

export interface TrustStore {
  /** Made once, when it is first asked for: reading some hundred authorities takes tens of milliseconds. */
  readonly context: tls.SecureContext;
  readonly anchors: TrustAnchors;
}

/** Where Linux distributions and BSDs keep their store; Node reads it only since 22.15. */
const storeFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

interface Authority {
  readonly pem: string;
  readonly fingerprint: string;
  /** Hexadecimal. */
  readonly subject: string;
  /** Read when a chain first leads there: of some hundred authorities a run meets a handful. */
  readonly certificate: () => X509 | undefined;
}

function authority(pem: string): Authority {
  const der = derOf(pem);
  let read: { readonly certificate: X509 | undefined } | undefined;
  return {
    pem,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    subject: hexadecimal(readSubject(der) ?? new Uint8Array(0)),
    certificate: () => (read ??= { certificate: readCertificate(der) }).certificate,
  };
}

/** Mozilla's list, which comes with this process and does not change while it runs. */
let mozilla: readonly Authority[] | undefined;

/** Builds the store; the parts are PEM text, and certificates in them that cannot be read are left out. */
export function createTrustStore(...further: readonly (string | undefined)[]): TrustStore {
  const system = systemStore();
  const authorities = new Map<string, { readonly own: Authority; readonly origin: AnchorOrigin }>();
  const add = (own: Authority, origin: AnchorOrigin): void => {
    if (!authorities.has(own.fingerprint)) authorities.set(own.fingerprint, { own, origin });
  };
  mozilla ??= tls.rootCertificates.map(authority);
  for (const own of mozilla) add(own, 'mozilla');
  // One that cannot be read would spoil the whole context. What the user or the route names is told apart from what the machine merely knows, so it goes before the store.
  for (const own of further.flatMap((text) => certificatesIn(text ?? '')).map(authority)) if (own.certificate() !== undefined) add(own, 'named');
  // Most of a system's store is Mozilla's list again; only the rest is worth reading.
  for (const own of (system ?? []).map(authority)) if (!authorities.has(own.fingerprint) && own.certificate() !== undefined) add(own, 'system');
  let context: tls.SecureContext | undefined;
  const bySubject = new Map<string, (() => Anchor | undefined)[]>();
  for (const { own, origin } of authorities.values()) {
    const anchor = (): Anchor | undefined => {
      const certificate = own.certificate();
      return certificate === undefined ? undefined : { certificate, origin };
    };
    const others = bySubject.get(own.subject);
    if (others === undefined) bySubject.set(own.subject, [anchor]);
    else others.push(anchor);
  }
  return {
    get context() {
      return (context ??= tls.createSecureContext({ ca: Array.from(authorities.values(), ({ own }) => own.pem) }));
    },
    anchors: {
      named: (subject) => (bySubject.get(hexadecimal(subject)) ?? []).flatMap((anchor) => anchor() ?? []),
      systemStoreRead: system !== undefined,
    },
  };
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

function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
}
