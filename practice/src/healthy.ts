/** The world in which all is well: a partner and the service, both on premises, both federated. Scenarios change this. */
import type { CheckId, Verdict } from '../../server/src/protocol/checks.ts';
import { authorityHostName } from './certificates/authority.ts';
import type { Change, ExpectedVerdicts } from './scenario.ts';
import type { ExchangeSite, Host, World } from './world.ts';

/** What `Get-FederatedDomainProof` would print: base64 of 64 bytes. The example plans state the same text. */
export const battlecalfedProof = 'y3b9oaOI51HK5XMT29JlwjlKsO+vLhjgKnCUJo3IAeEzIkV8gvk67uKz9s3lWQaQt4MuymPtVieV2jRVjsnS0g==';
export const practicemailProof = 'rGjjaFhQog7q2P3A6dAp8+IRe0g0+dX8ArW0IiFFZQgOGjlP1Ue7eI8aqvL3pPpccCDPVBMWifKBvXI+90fjyw==';

export const battlecalfedExchange: ExchangeSite = {
  kind: 'exchange',
  server: 'BCF-EX01',
  version: [15, 1, 2507, 55],
  federation: {
    trust: 'enabled',
    applicationUri: 'FYDIBOHF25SPDLT.battlecalfed1.example',
    domains: ['battlecalfed1.example', 'FYDIBOHF25SPDLT.battlecalfed1.example'],
    names: 'allDomains',
  },
  wsSecurity: 'enabled',
  mailDomain: 'battlecalfed1.example',
  webServicesUrl: 'https://mail.battlecalfed1.example/EWS/Exchange.asmx',
};

/** The same front end in an organization whose trust holds its account namespace alone. */
export const battlecalfedWithoutDomain: ExchangeSite = {
  ...battlecalfedExchange,
  federation: { ...battlecalfedExchange.federation, domains: ['FYDIBOHF25SPDLT.battlecalfed1.example'] },
};

export const battlecalfedHost: Host = {
  addresses: ['192.0.2.10', '2001:db8:1::10'],
  https: 'serves',
  http: 'serves',
  certificate: { names: ['mail.battlecalfed1.example', 'autodiscover.battlecalfed1.example'], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: battlecalfedExchange,
};

export const battlecalfedWebHost: Host = {
  addresses: ['192.0.2.80'],
  https: 'serves',
  http: 'serves',
  certificate: { names: ['battlecalfed1.example', 'www.battlecalfed1.example'], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: { kind: 'web', title: 'BattleCalFed', answers: 'frontPage' },
};

const practicemailHost: Host = {
  addresses: ['192.0.2.20', '2001:db8:2::20'],
  https: 'serves',
  http: 'serves',
  certificate: { names: ['mail.practicemail.example', 'autodiscover.practicemail.example'], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: {
    kind: 'exchange',
    server: 'PM-EX07',
    version: [15, 1, 2507, 61],
    federation: {
      trust: 'enabled',
      applicationUri: 'FYDIBOHF25SPDLT.practicemail.example',
      domains: ['practicemail.example', 'FYDIBOHF25SPDLT.practicemail.example'],
      names: 'allDomains',
    },
    wsSecurity: 'enabled',
    mailDomain: 'practicemail.example',
    webServicesUrl: 'https://mail.practicemail.example/EWS/Exchange.asmx',
  },
};

const practicemailWebHost: Host = {
  addresses: ['192.0.2.90'],
  https: 'serves',
  http: 'serves',
  certificate: { names: ['practicemail.example', 'www.practicemail.example'], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: { kind: 'web', title: 'Practice Mail', answers: 'frontPage' },
};

/** Its name stands in every certificate; only its port 80 serves. */
const authorityHost: Host = {
  addresses: ['192.0.2.70'],
  https: 'refuses',
  http: 'serves',
  certificate: { names: [authorityHostName], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: { kind: 'authority' },
  httpSite: { kind: 'authority' },
};

// Large organizations carry a dozen of these, so their TXT answer outgrows UDP and comes truncated: resolvers must go on by TCP.
const ownershipMarks = Array.from(
  { length: 12 },
  (_, index) => `service-${index + 1}-domain-verification=${practicemailProof.slice(index, index + 64)}`,
);

export const healthyWorld: World = {
  zones: ['battlecalfed1.example', 'practicemail.example', authorityHostName],
  names: {
    [authorityHostName]: { A: ['192.0.2.70'] },
    'battlecalfed1.example': {
      A: ['192.0.2.80'],
      MX: [{ preference: 10, exchange: 'mail.battlecalfed1.example' }],
      TXT: ['v=spf1 mx -all', battlecalfedProof],
    },
    'www.battlecalfed1.example': { CNAME: 'battlecalfed1.example' },
    'autodiscover.battlecalfed1.example': { A: ['192.0.2.10'], AAAA: ['2001:db8:1::10'] },
    'mail.battlecalfed1.example': { A: ['192.0.2.10'], AAAA: ['2001:db8:1::10'] },
    'practicemail.example': {
      A: ['192.0.2.90'],
      MX: [{ preference: 10, exchange: 'mail.practicemail.example' }],
      TXT: ['v=spf1 mx -all', practicemailProof, ...ownershipMarks],
    },
    'www.practicemail.example': { CNAME: 'practicemail.example' },
    'autodiscover.practicemail.example': { CNAME: 'mail.practicemail.example' },
    'mail.practicemail.example': { A: ['192.0.2.20'], AAAA: ['2001:db8:2::20'] },
    '_autodiscover._tcp.practicemail.example': { SRV: [{ priority: 0, weight: 0, port: 443, target: 'mail.practicemail.example' }] },
  },
  hosts: {
    battlecalfed: battlecalfedHost,
    battlecalfedWeb: battlecalfedWebHost,
    practicemail: practicemailHost,
    practicemailWeb: practicemailWebHost,
    authority: authorityHost,
  },
};

/** A further domain of the partner: published in DNS, and without an Autodiscover name of its own. */
export const secondDomain = 'battlecalfed2.example';
const secondProof = 'pe3FM8VXmNZh2g/JQFzhWn+Pamdlp4yfBH0rFEUJt081cXaa02iC3tDBrdr/kA5WbYGL+uV7kIttKWiZGGziWg==';
export const withSecondDomain: Required<Pick<Change, 'zones' | 'names'>> = {
  zones: [secondDomain],
  names: { [secondDomain]: { A: ['192.0.2.80'], MX: [{ preference: 10, exchange: 'mail.battlecalfed1.example' }], TXT: [secondProof] } },
};

export const healthyVerdicts: Readonly<Record<CheckId, Verdict>> = {
  D1: 'pass', D2: 'pass', D3: 'pass', D4: 'pass', D5: 'pass', N1: 'pass', T1: 'pass', T2: 'pass', T3: 'pass', T4: 'pass',
  C1: 'pass', C2: 'pass', C3: 'pass', C4: 'pass', C5: 'pass', C6: 'pass', C7: 'pass', C8: 'pass',
  F1: 'pass', W1: 'pass', W2: 'pass',
  A1: 'pass', A2: 'pass', A3: 'pass', F2: 'pass', F4: 'pass', K1: 'pass',
  // Microsoft's hosts are not asked, and the plan's relationships state no endpoints.
  F3: 'skipped', G1: 'skipped', G2: 'skipped', G3: 'skipped', E1: 'skipped',
  // Support of Exchange 2016 has ended.
  R1: 'info',
};

/** What no federation information leaves to the checks that stand on it. */
export const withoutInformation = { F1: 'fail', F2: 'skipped', F4: 'skipped', R1: 'skipped' } as const;

/** One and the same verdict of all checks of certificates, as where none was seen. */
export function certificateVerdicts(verdict: Verdict): Partial<Record<CheckId, Verdict>> {
  return { C1: verdict, C2: verdict, C3: verdict, C4: verdict, C5: verdict, C6: verdict, C7: verdict, C8: verdict };
}

/** Both organizations as in the healthy world but for these verdicts on the partner's domain. */
export function expectedOfPartner(verdicts: Partial<Record<CheckId, Verdict>>, domain = 'battlecalfed1.example'): ExpectedVerdicts {
  return {
    battlecalfed: { [domain]: { ...healthyVerdicts, ...verdicts } },
    practicemail: { 'practicemail.example': healthyVerdicts },
  };
}

/** Both organizations alike in the first verdicts; the partner has the second besides. */
export function expectedOfBoth(both: Partial<Record<CheckId, Verdict>>, partner: Partial<Record<CheckId, Verdict>> = {}): ExpectedVerdicts {
  return {
    battlecalfed: { 'battlecalfed1.example': { ...healthyVerdicts, ...both, ...partner } },
    practicemail: { 'practicemail.example': { ...healthyVerdicts, ...both } },
  };
}
