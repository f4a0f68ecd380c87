/** A certificate authority of our own: root → intermediate → leaf, made anew in each process and kept nowhere. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { CertificateDescription } from '../world.ts';

/** What a TLS server needs, as PEM text. */
export interface ServerCertificate {
  readonly key: string;
  /** The leaf first, then what the server sends beside it. */
  readonly cert: string;
}

export interface CertificateAuthority {
  /** The root as PEM text, for `Route.ca`. */
  readonly root: string;
  issue(description: CertificateDescription): Promise<ServerCertificate>;
}

// ECDSA keys take a millisecond, RSA-2048 keys up to half a second: the partner must start while the user watches.
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;
const serverAuthentication = '1.3.6.1.5.5.7.3.1';

let shared: Promise<CertificateAuthority> | undefined;

/** The authority of this process; the first call makes it (some 10 ms). */
export function certificateAuthority(): Promise<CertificateAuthority> {
  shared ??= createAuthority();
  return shared;
}

async function createAuthority(): Promise<CertificateAuthority> {
  x509.cryptoProvider.set(webcrypto);
  const rootKeys = await generateKeys();
  const rootName = 'CN=Practice Partner Root CA, O=Practice Partner';
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: rootName,
    ...lifetime(-365, 3650),
    keys: rootKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const intermediateKeys = await generateKeys();
  const intermediateName = 'CN=Practice Partner Server CA, O=Practice Partner';
  const intermediate = await x509.X509CertificateGenerator.create({
    subject: intermediateName,
    issuer: rootName,
    ...lifetime(-365, 1825),
    publicKey: intermediateKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(intermediateKeys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });

  const issue = async ({ names, life, chain }: CertificateDescription): Promise<ServerCertificate> => {
    const keys = await generateKeys();
    const selfSigned = chain === 'selfSigned';
    const subject = `CN=${names[0] ?? 'localhost'}`;
    const leaf = await x509.X509CertificateGenerator.create({
      subject,
      issuer: selfSigned ? subject : intermediateName,
      ...(life === 'current' ? lifetime(-30, 335) : lifetime(-400, -35)),
      publicKey: keys.publicKey,
      signingKey: selfSigned ? keys.privateKey : intermediateKeys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([serverAuthentication]),
        new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }))),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(selfSigned ? keys.publicKey : intermediateKeys.publicKey),
      ],
    });
    const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
    const sent = chain === 'complete' ? [leaf, intermediate] : [leaf];
    return { key, cert: sent.map(toPem).join('') };
  };

  const issued = new Map<string, Promise<ServerCertificate>>();
  return {
    root: toPem(root),
    issue(description) {
      const wanted = JSON.stringify(description);
      const certificate = issued.get(wanted) ?? issue(description);
      issued.set(wanted, certificate);
      return certificate;
    },
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function lifetime(fromDays: number, toDays: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now + fromDays * day), notAfter: new Date(now + toDays * day) };
}

function toPem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}
