import { certificateAnswer, failure, now, type FakeCertificate } from './fakeWorld.ts';
import { judge, type Case } from './verdictCases.ts';

const day = 86_400_000;
const host = 'autodiscover.a.example';
const shows = (certificate: FakeCertificate): NonNullable<Case['change']> => (world) => (world.certificates[host] = certificate);
const leafOnly: FakeCertificate = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', issuer: 'CN=Middle', issuerUrls: ['http://ca.example/middle.cer'] };

judge([
  // C4
  {
    name: 'the chain is complete, the root was left out',
    change: shows({ issuers: [{ subject: 'CN=Middle', fingerprint: 'M' }, { selfSigned: true }], sentIssuers: [{ fingerprint: 'M' }] }),
    expect: { C4: ['pass', /2 of the 3/] },
  },
  {
    name: 'certificates that do not belong came along',
    change: shows({ sentIssuers: [{ fingerprint: 'CA' }, { fingerprint: 'X' }] }),
    expect: { C4: ['pass', /1 further certificate that does not belong/] },
  },
  {
    name: 'the chain is out of order',
    change: shows({ issuers: [{ fingerprint: 'M' }, { fingerprint: 'R' }], sentIssuers: [{ fingerprint: 'R' }, { fingerprint: 'M' }] }),
    expect: { C4: ['info', /not in their order/] },
  },
  {
    name: 'out of order is not judged where a library sorted it',
    change: shows({ reading: 'handshake', issuers: [{ fingerprint: 'M' }, { fingerprint: 'R' }], sentIssuers: [{ fingerprint: 'R' }, { fingerprint: 'M' }] }),
    expect: { C4: 'pass' },
  },
  {
    name: 'the missing intermediate is found at its address',
    change: (world) => {
      world.certificates[host] = leafOnly;
      world.completed[host] = () => certificateAnswer(host, { issuers: [{ subject: 'CN=Middle', fingerprint: 'M' }, { selfSigned: true }] });
    },
    expect: { C2: ['warn', /only over a certificate that the server does not send/], C4: ['warn', /does not send "CN=Middle".*leads to a trusted authority/], C7: 'pass', C8: 'pass' },
  },
  {
    name: 'the issuer at the address is a private authority: the chain is complete, the authority is not trusted',
    change: (world) => {
      world.certificates[host] = leafOnly;
      world.completed[host] = () => certificateAnswer(host, { trustError: 'SELF_SIGNED_CERT_IN_CHAIN', issuers: [{ subject: 'CN=Own', selfSigned: true }] });
    },
    expect: { C2: ['fail', /not among the known authorities/], C4: ['pass', /is an authority itself/], C8: 'info' },
  },
  {
    name: 'the missing issuer has no address',
    change: shows({ ...leafOnly, issuerUrls: [] }),
    expect: { C2: 'warn', C4: ['unknown', /is not named in the certificate/], C7: ['unknown', /issuer’s certificate is not at hand/] },
  },
  {
    name: 'the address of the missing issuer is not there',
    change: (world) => {
      world.certificates[host] = leafOnly;
      world.certificateAuthority = () => ({ status: 404 });
    },
    expect: { C4: ['unknown', /answers HTTP 404/] },
  },
  {
    name: 'an issuer’s address that is not http at port 80',
    change: shows({ ...leafOnly, issuerUrls: ['http://ca.example:8080/x'] }),
    expect: { C4: ['unknown', /not http at port 80/] },
  },
  {
    name: 'an issuer’s address that is a file',
    change: shows({ ...leafOnly, issuerUrls: ['file:///etc/passwd'] }),
    expect: { C4: ['unknown', /is not asked/] },
  },
  {
    name: 'a fetched certificate that does not fit',
    change: (world) => void ((world.certificates[host] = leafOnly), (world.completed[host] = () => undefined)),
    expect: { C4: ['unknown', /is not what/] },
  },
  {
    name: 'self-signed: no chain',
    change: shows({ selfSigned: true, trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    expect: { C4: 'info', C6: ['pass', /does not matter/], C7: ['info', /nobody can revoke/], C8: 'info' },
  },
  // C5
  {
    name: 'RSA key of 1024 bits',
    change: shows({ key: { kind: 'RSA', bits: 1024, words: 'RSA, 1024 bits' } }),
    expect: { C5: ['fail', /RSA, 1024 bits, expected 2048/] },
  },
  { name: 'RSA key of 4096 bits', change: shows({ key: { kind: 'RSA', bits: 4096, words: 'RSA, 4096 bits' } }), expect: { C5: 'pass' } },
  { name: 'EC key P-256', change: shows({ key: { kind: 'EC', bits: 256, words: 'EC P-256' } }), expect: { C5: 'pass' } },
  { name: 'EC key P-192', change: shows({ key: { kind: 'EC', bits: 192, words: 'EC P-192' } }), expect: { C5: ['fail', /EC P-192/] } },
  {
    name: 'Ed25519 key',
    change: shows({ key: { kind: 'EdDSA', bits: 256, words: 'Ed25519' } }),
    expect: { C5: ['warn', /does not take/] },
  },
  {
    name: 'key of an unknown kind',
    change: shows({ key: { kind: 'other', bits: 0, words: 'a key of the kind 1.2.3' } }),
    expect: { C5: ['unknown', /1\.2\.3/] },
  },
  {
    name: 'short key of an intermediate',
    change: shows({ issuers: [{ subject: 'CN=Old', key: { kind: 'RSA', bits: 1024, words: 'RSA, 1024 bits' } }] }),
    expect: { C5: ['fail', /CN=Old/] },
  },
  {
    name: 'short key of the root itself',
    change: shows({ issuers: [{ selfSigned: true, key: { kind: 'RSA', bits: 1024, words: 'RSA, 1024 bits' } }] }),
    expect: { C5: 'pass' },
  },
  { name: 'made for clients', change: shows({ forServers: false }), expect: { C5: ['fail', /not made for servers/] } },
  // C6
  {
    name: 'SHA-1 of a public authority',
    change: shows({ brokenSignature: true, signature: 'RSA with SHA-1' }),
    expect: { C6: ['fail', /SHA-1, a broken hash/] },
  },
  {
    name: 'SHA-1 of a private authority',
    change: shows({ brokenSignature: true, signature: 'RSA with SHA-1', anchor: 'system' }),
    expect: { C6: ['warn', /private authorities/] },
  },
  {
    name: 'SHA-1 of an intermediate',
    change: shows({ issuers: [{ subject: 'CN=Old', brokenSignature: true, signature: 'RSA with SHA-1' }] }),
    expect: { C6: ['fail', /CN=Old/] },
  },
  { name: 'SHA-1 of the root itself', change: shows({ issuers: [{ selfSigned: true, brokenSignature: true }] }), expect: { C6: 'pass' } },
  { name: 'an unknown algorithm', change: shows({ signature: 'algorithm 1.2.3' }), expect: { C6: ['unknown', /1\.2\.3/] } },
  // C7
  {
    name: 'not revoked, by the responder',
    change: shows({ ocspUrls: ['http://ca.example/ocsp'] }),
    expect: { C7: ['pass', /OCSP responder "http:\/\/ca\.example\/ocsp" says that it is not revoked/] },
  },
  {
    name: 'revoked, by the list',
    change: (world) => (world.revocationList = { kind: 'list', revoked: true, revokedAt: now - 3 * day, thisUpdate: now, signature: 'good' }),
    expect: { C7: ['fail', /is revoked.*2026-02-27/] },
  },
  {
    name: 'revoked, by somebody who is not the issuer',
    change: (world) => (world.revocationList = { kind: 'list', revoked: true, thisUpdate: now, signature: 'bad' }),
    expect: { C7: ['unknown', /signature is not the issuer’s/] },
  },
  {
    name: 'revoked, by a signature that cannot be verified here',
    change: (world) => (world.revocationList = { kind: 'list', revoked: true, thisUpdate: now, signature: 'unknown' }),
    expect: { C7: ['unknown', /could not be verified/] },
  },
  {
    name: 'a list that is out of date',
    change: (world) => (world.revocationList = { kind: 'list', revoked: false, thisUpdate: now - 9 * day, nextUpdate: now - 2 * day, signature: 'good' }),
    expect: { C7: ['unknown', /out of date since 2026-02-28/] },
  },
  {
    name: 'the responder fails, the list answers',
    change: (world) => {
      world.certificates[host] = { ocspUrls: ['http://ca.example/ocsp'] };
      world.certificateAuthority = (request) => (request.path === '/ocsp' ? failure('refused') : { bytes: new Uint8Array(1) });
    },
    expect: { C7: ['pass', /responder .* refuses the connection; The revocation list .* not revoked/] },
  },
  {
    name: 'responder: try later',
    change: (world) => void ((world.certificates[host] = { ocspUrls: ['http://ca.example/o'], crlUrls: [] }), (world.ocsp = { kind: 'refused', words: 'tryLater' })),
    expect: { C7: ['unknown', /tryLater/] },
  },
  { name: 'nothing names where to ask', change: shows({ crlUrls: [] }), expect: { C7: ['info', /names no place/] } },
  {
    name: 'the list is too large',
    change: (world) => (world.certificateAuthority = () => ({ bytes: new Uint8Array(1), truncated: true })),
    expect: { C7: ['unknown', /more than the 1024 KB/] },
  },
  {
    name: 'a stapled answer',
    change: shows({ staple: new Uint8Array(1), mustStaple: true }),
    expect: { C7: ['pass', /stapled OCSP answer says/] },
  },
  {
    name: 'a stapled answer whose signature this process cannot compute is no fault of the server',
    change: (world) => {
      world.certificates[host] = { staple: new Uint8Array(1), crlUrls: [] };
      world.ocsp = { kind: 'status', status: 'good', thisUpdate: now, signature: 'unknown' };
    },
    expect: { C7: ['unknown', /could not be verified here/] },
  },
  {
    name: 'a stapled answer that is out of date',
    change: (world) => {
      world.certificates[host] = { staple: new Uint8Array(1) };
      world.ocsp = { kind: 'status', status: 'good', thisUpdate: now - 9 * day, nextUpdate: now - 2 * day, signature: 'good' };
    },
    expect: { C7: ['warn', /worth nothing.*out of date/] },
  },
  { name: 'must-staple without a staple', change: shows({ mustStaple: true }), expect: { C7: ['warn', /demands a stapled/] } },
  {
    name: 'must-staple without a staple, and revoked',
    change: (world) => void ((world.certificates[host] = { mustStaple: true }), (world.revocationList = { kind: 'list', revoked: true, thisUpdate: now, signature: 'good' })),
    expect: { C7: 'fail' },
  },
  // C8
  {
    name: 'a device that inspects TLS',
    change: shows({ anchor: 'system', issuers: [{ subject: 'CN=Zscaler Root CA, O=Zscaler Inc.', selfSigned: true }] }),
    expect: { C8: ['warn', /inspects TLS/] },
  },
  {
    name: 'a public authority with such a name',
    change: shows({ issuers: [{ subject: 'CN=Check Point Root', selfSigned: true }] }),
    expect: { C8: 'pass' },
  },
  {
    name: 'an authority of this machine alone',
    change: shows({ anchor: 'system', logged: false, issuers: [{ subject: 'CN=Corp', selfSigned: true }] }),
    expect: { C8: ['info', /only this machine’s own store knows/] },
  },
  {
    name: 'an authority of the settings',
    change: shows({ anchor: 'named' }),
    expect: { C8: ['pass', /that the settings or the route name/] },
  },
  {
    name: 'nodes with certificates of their own',
    change: (world) => (world.certificates[`${host} 2001:db8::10`] = { fingerprint: 'BB', issuer: 'CN=Another' }),
    expect: { C8: ['info', /2 different certificates/], C4: 'pass' },
  },
  {
    name: 'a node that a renewal did not reach',
    change: (world) => (world.certificates[`${host} 2001:db8::10`] = { fingerprint: 'BB', validFrom: now - 350 * day, validTo: now + 50 * day }),
    expect: { C8: ['warn', /2 different certificates.*renewal did not reach/], C3: 'info' },
  },
  {
    // Certificates of 90 days that each node renews by itself after 60: one is 50 days older, and its own renewal is not due.
    name: 'nodes that renew by themselves, each in its own time',
    change: (world) => {
      world.certificates[host] = { fingerprint: 'AA', validFrom: now - 55 * day, validTo: now + 35 * day };
      world.certificates[`${host} 2001:db8::10`] = { fingerprint: 'BB', validFrom: now - 5 * day, validTo: now + 85 * day };
    },
    expect: { C8: ['info', /2 different certificates/], C3: 'pass' },
  },
]);
