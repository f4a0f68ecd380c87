/** What a server's certificate says of itself beside names and dates. */
import type { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { CertificateDescription } from '../world.ts';
import { authorityHostName, authorityPaths } from './authority.ts';

const purposes = { servers: '1.3.6.1.5.5.7.3.1', clients: '1.3.6.1.5.5.7.3.2' } as const;
/** A SEQUENCE with the INTEGER 5, `status_request` (RFC 7633). */
const mustStaple = new Uint8Array([0x30, 3, 2, 1, 5]);

export async function leafExtensions(
  description: CertificateDescription,
  ownKey: webcrypto.CryptoKey,
  issuerKey: webcrypto.CryptoKey,
): Promise<x509.Extension[]> {
  const { names, chain, authority = 'known', namesIssuer = true, madeFor = 'servers' } = description;
  const address = (path: string): string => `http://${authorityHostName}${path}`;
  const isNamed = chain !== 'selfSigned' && authority !== 'inspection';
  const issuer = authority === 'private' ? authorityPaths.private : authorityPaths.server;
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([purposes[madeFor]]),
    new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }))),
    await x509.SubjectKeyIdentifierExtension.create(ownKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
    ...(isNamed && namesIssuer ? [new x509.AuthorityInfoAccessExtension({ caIssuers: [address(issuer)] })] : []),
    ...(isNamed && authority === 'known' ? [new x509.CRLDistributionPointsExtension([address(authorityPaths.list)])] : []),
    ...(description.mustStaple === true ? [new x509.Extension('1.3.6.1.5.5.7.1.24', false, mustStaple)] : []),
  ];
}
