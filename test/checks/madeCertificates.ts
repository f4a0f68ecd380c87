/** Certificates with any fields, for tests of paths and of what is judged of one certificate. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { readCertificate, type X509 } from '../../server/src/checks/wire/x509.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;

export interface Made {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly name: string;
  readonly der: Uint8Array;
  readonly read: X509;
}

export interface Wish {
  readonly name: string;
  readonly issuer?: Pick<Made, 'keys' | 'name'>;
  readonly keys?: webcrypto.CryptoKeyPair;
  readonly authority?: boolean;
  readonly pathLength?: number;
  readonly names?: readonly string[];
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  readonly extensions?: readonly x509.Extension[];
}

export async function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

export async function make(wish: Wish): Promise<Made> {
  x509.cryptoProvider.set(webcrypto);
  const keys = wish.keys ?? (await makeKeys());
  const issuer = wish.issuer ?? { keys, name: wish.name };
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${wish.name}`,
    issuer: `CN=${issuer.name}`,
    notBefore: new Date(Date.now() + (wish.from ?? -30) * day),
    notAfter: new Date(Date.now() + (wish.to ?? 300) * day),
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      ...(wish.authority === undefined ? [] : [new x509.BasicConstraintsExtension(wish.authority, wish.pathLength, true)]),
      ...(wish.names === undefined ? [] : [new x509.SubjectAlternativeNameExtension(wish.names.map((value) => ({ type: 'dns' as const, value })))]),
      ...(wish.extensions ?? []),
    ],
  });
  const der = new Uint8Array(certificate.rawData);
  const read = readCertificate(der);
  if (read === undefined) throw new Error(`${wish.name} cannot be read`);
  return { keys, name: wish.name, der, read };
}
