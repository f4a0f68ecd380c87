/** A certificate authority of our own: root → intermediate → leaf, made anew in each process and kept nowhere. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { CertificateDescription } from '../world.ts';
import { leafExtensions } from './leafExtensions.ts';

/** What a TLS server needs, as PEM text. */
export interface ServerCertificate {
  readonly key: string;
  /** The leaf first, then what the server sends beside it. */
  readonly cert: string;
}

/** What is served at port 80 of `authorityHostName`, by path. */
export type AuthorityFiles = ReadonlyMap<string, Buffer>;

export interface CertificateAuthority {
  /** The root as PEM text, for `Route.ca`. */
  readonly root: string;
  /** Issuers' certificates and the revocation list. */
  readonly files: AuthorityFiles;
  issue(description: CertificateDescription): Promise<ServerCertificate>;
}

/** Stands in every certificate; the healthy world's DNS knows it. */
export const authorityHostName = 'practice-authority.example';
export const authorityPaths = { root: '/root.cer', server: '/server.cer', private: '/private.cer', list: '/server.crl' } as const;

// ECDSA keys take a millisecond, RSA-2048 keys up to half a second: the partner must start while the user watches.
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const shortKey = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' } as const;
const day = 86_400_000;
/** Of the certificates that are revoked. */
const revokedSerial = '4bad5e71a1';

let shared: Promise<CertificateAuthority> | undefined;

/** The authority of this process; the first call makes it (some 10 ms). */
export function certificateAuthority(): Promise<CertificateAuthority> {
  shared ??= createAuthority();
  return shared;
}

/** Somebody who issues: its name, its key, and its own certificate. */
interface Issuer {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: x509.X509Certificate;
}

async function createAuthority(): Promise<CertificateAuthority> {
  x509.cryptoProvider.set(webcrypto);
  const root = await createIssuer('CN=Practice Partner Root CA, O=Practice Partner', undefined);
  const intermediate = await createIssuer('CN=Practice Partner Server CA, O=Practice Partner', root);
  const unknown = await createIssuer('CN=Internal Root CA, O=BattleCalFed', undefined);
  const inspection = await createIssuer('CN=Office Gateway TLS Inspection CA, O=Practice Partner', undefined);
  const issuers = { known: intermediate, private: unknown, inspection } as const;

  const issue = async (description: CertificateDescription): Promise<ServerCertificate> => {
    const { names, chain, authority = 'known', revoked, hash = 'SHA-256' } = description;
    const keys = await generateKeys(description.key === 'RSA 1024' ? shortKey : algorithm);
    const selfSigned = chain === 'selfSigned';
    const subject = `CN=${names[0] ?? 'localhost'}`;
    const issuer = selfSigned ? { name: subject, keys } : issuers[authority];
    const leaf = await x509.X509CertificateGenerator.create({
      subject,
      issuer: issuer.name,
      ...(revoked === true ? { serialNumber: revokedSerial } : {}),
      ...life(description.life),
      publicKey: keys.publicKey,
      signingKey: issuer.keys.privateKey,
      signingAlgorithm: { ...algorithm, hash },
      extensions: await leafExtensions(description, keys.publicKey, issuer.keys.publicKey),
    });
    const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
    const others = authority !== 'known' ? [] : chain === 'complete' ? [intermediate] : chain === 'outOfOrder' ? [root, intermediate] : [];
    return { key, cert: [leaf, ...others.map(({ certificate }) => certificate)].map(toPem).join('') };
  };

  const list = await x509.X509CrlGenerator.create({
    issuer: intermediate.name,
    thisUpdate: new Date(Date.now() - day),
    nextUpdate: new Date(Date.now() + 7 * day),
    signingAlgorithm: algorithm,
    signingKey: intermediate.keys.privateKey,
    entries: [{ serialNumber: revokedSerial, revocationDate: new Date(Date.now() - 2 * day) }],
  });
  const issued = new Map<string, Promise<ServerCertificate>>();
  return {
    root: toPem(root.certificate),
    files: new Map([
      [authorityPaths.root, Buffer.from(root.certificate.rawData)],
      [authorityPaths.server, Buffer.from(intermediate.certificate.rawData)],
      [authorityPaths.private, Buffer.from(unknown.certificate.rawData)],
      [authorityPaths.list, Buffer.from(list.rawData)],
    ]),
    issue(description) {
      const wanted = JSON.stringify(description);
      const certificate = issued.get(wanted) ?? issue(description);
      issued.set(wanted, certificate);
      return certificate;
    },
  };
}

/** A root where nobody stands above it, else an intermediate. */
async function createIssuer(name: string, above: Issuer | undefined): Promise<Issuer> {
  const keys = await generateKeys(algorithm);
  const signer = above ?? { name, keys };
  const certificate = await x509.X509CertificateGenerator.create({
    subject: name,
    issuer: signer.name,
    ...lifetime(-365, above === undefined ? 3650 : 1825),
    publicKey: keys.publicKey,
    signingKey: signer.keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, above === undefined ? undefined : 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(above === undefined ? [] : [await x509.AuthorityKeyIdentifierExtension.create(above.keys.publicKey)]),
    ],
  });
  return { name, keys, certificate };
}

async function generateKeys(wanted: typeof algorithm | typeof shortKey): Promise<webcrypto.CryptoKeyPair> {
  const keys = await webcrypto.subtle.generateKey(wanted, true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('A pair of keys was asked for.');
  return keys;
}

function life(kind: CertificateDescription['life']): ReturnType<typeof lifetime> {
  if (kind === 'expired') return lifetime(-400, -35);
  return kind === 'renewalDue' ? lifetime(-300, 65) : lifetime(-30, 335);
}

function lifetime(fromDays: number, toDays: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now + fromDays * day), notAfter: new Date(now + toDays * day) };
}

function toPem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}
