import fc from 'fast-check';
import { stringify } from 'yaml';

function constantOf<Value>(values: readonly Value[]): fc.Arbitrary<Value> {
  return fc.constantFrom(...values);
}

/** Plans of federations in which nothing is wrong, in the many ways in which people write the same. */
export const healthyFederation: fc.Arbitrary<string> = fc.gen().map((pick) => {
  const one = <Value>(...values: readonly Value[]): Value => pick(constantOf<Value>, values);
  const domains = one(['ours.example'], ['ours.example', 'mail.ours.example'], ['müller.example', 'ours.example'], ['council-of-the-north.example', 'ours.example', 'schools.ours.example']);
  const [primary = ''] = domains;
  const profile = one('nhsmail-2018', 'nhsmail', 'generic', 'exchange-online');
  const service = profile.startsWith('nhsmail') ? 'nhs.net' : 'theirs.example';
  const isCloud = one(false, false, false, true);
  const address = { host: one('proxy1.corp.ours.example', 'proxy1', '192.0.2.7'), port: one('1234', '8080') };
  const another = address.host === 'proxy1' ? one('proxy1', 'PROXY1.corp.ours.example', '192.0.2.7') : address.host.startsWith('proxy1') ? one('proxy1.corp.ours.example', 'proxy1', 'Proxy1.Corp.ours.example.', '192.0.2.7') : one('192.0.2.7', 'proxy1');
  const exceptions = ['<local>', one('*.ours.example', '*ours.example'), '192.168.*'];

  const written = (name: string): string => one(name, name.toUpperCase(), `${name}.`, name.replace('müller', 'xn--mller-kva'), name.replace(/^./, (letter) => letter.toUpperCase()));
  const namespace = `${one('', 'FYDIBOHF25SPDLT.', 'fydibohf25spdlt.', 'http://fydibohf25spdlt.')}${written(primary)}`;
  const listed = one(domains, domains.slice(1), [`FYDIBOHF25SPDLT.${primary}`, ...domains], undefined);
  const level = one('AvailabilityOnly', 'LimitedDetails');
  const proofs = domains.map((_each, index) => `${'fl2nGrufcu1e'.repeat(7)}${index}Q==`.replace(/(.)Q==$/, '$1+Q==').slice(-88));
  const proxied = !isCloud && one(true, false);
  const exchange = isCloud
    ? { version: 'Online' }
    : one<object>({ version: 2016, update: 'CU23' }, { version: '2013', update: 'SP1' }, { version: 2010, update: 'SP3 RU32' }, { version: 2019, build: '15.2.1748.10' }, { build: 'Version 15.1 (Build 2507.6)' }, { version: 'SE' });

  const ours = {
    role: 'partner',
    ...(one(true, isCloud) ? { exchange } : { servers: [{ name: 'EX1', exchange }, { name: 'ex2.corp.ours.example', exchange: { version: 2016 } }] }),
    acceptedDomains: domains.map((name, index) => one<unknown>(written(name), { name: written(name), ...(index === 0 ? { primary: true } : {}), ...(isCloud ? {} : { federationProof: proofs[index] }) })),
    ...(isCloud
      ? {}
      : {
          federationTrust: { name: 'Microsoft Federation Gateway', ...one({}, { applicationUri: `FYDIBOHF25SPDLT.${primary}` }) },
          federatedOrganizationIdentifier: { accountNamespace: namespace, ...(listed === undefined ? {} : { domains: listed.map(written) }), enabled: true },
        }),
    ...(proxied
      ? {
          proxy: {
            internetWebProxy: `http://${address.host}:${address.port}${one('', '/')}`,
            winHttp: { server: one(`${another}:${address.port}`, `http=${another}:${address.port};https=${another}:${address.port}`), bypass: one(exceptions, [exceptions.join(';')]) },
            internetOptions: { source: 'gpo', loopback: true, server: `${another}:${address.port}`, exceptions, bypassLocal: true },
          },
        }
      : {}),
    administrator: { account: 'OURS\\fed', roleGroups: one(['Organization Management'], ['organization management', 'Server Management'], ['ours.example/Microsoft Exchange Security Groups/Organization Management']) },
  };
  const theirs = { role: 'service', ...one({}, { name: 'Theirs' }), ...(service === 'nhs.net' ? one({}, { acceptedDomains: [written(service)] }) : { acceptedDomains: [written(service)] }) };
  const shares = { freeBusyAccessEnabled: true, freeBusyAccessLevel: level };
  const relationships = [
    { name: 'NHSmail', owner: 'ours', target: 'theirs', domainNames: [written(service)], ...shares, ...one({}, { enabled: true }, { freeBusyAccessScope: 'Federated users' }) },
    {
      ...{ name: 'Ours', owner: 'theirs', target: 'ours', domainNames: domains.map(written) },
      ...one<object>({}, shares),
      ...(isCloud ? one({}, { targetApplicationUri: 'outlook.com' }) : one({}, { targetApplicationUri: namespace })),
      ...one({}, { targetAutodiscoverEpr: `https://autodiscover.${primary}/autodiscover/autodiscover.svc/WSSecurity` }),
    },
  ];

  const record = (name: string, index: number): string => one(`${name} TXT IN ${proofs[index]}`, `${name}. IN TXT "${proofs[index]}"`, `${name}. 3600 IN TXT "${proofs[index]}"`);
  const enable = `New-OrganizationRelationship -Name NHSmail -DomainNames ${service} -FreeBusyAccessEnabled ${one('$true', '$True')} -FreeBusyAccessLevel ${one(level, `'${level}'`, level.toLowerCase())}`;
  const steps = [
    ...(proxied ? [{ id: 'winhttp', commandPrompt: one(`netsh winhttp set proxy ${another}:${address.port} "${exceptions.join(';')}"\n`, `netsh winhttp show proxy\nnetsh winhttp set proxy proxy-server="${another}:${address.port}" bypass-list="${exceptions.join(';')}"\nnetsh winhttp show proxy\n`) }] : []),
    ...(proxied ? [{ id: 'proxy', run: `Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy${one(' ', ':')}http://${another}:${address.port}\n`, undo: 'Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy $null\n' }] : []),
    ...(isCloud
      ? [{ id: 'connect', run: 'Connect-ExchangeOnline\nEnable-OrganizationCustomization\n' }]
      : [
          one<object>({ id: 'trust', instructions: 'Exchange admin center: organization > sharing > enable the federation trust.\n' }, { id: 'trust', run: 'New-FederationTrust -Name "Microsoft Federation Gateway" -Thumbprint 0123456789abcdef0123456789abcdef01234567\n' }),
          { id: 'proof', run: one(`${domains.map((name) => `'${name}'`).join(', ')} | ForEach-Object { Get-FederatedDomainProof -DomainName $_ }\n`, domains.map((name) => `Get-FederatedDomainProof -DomainName ${name}\n`).join('')), dnsRecords: `${domains.map(record).join('\n')}\n` },
          { id: 'identifier', run: `Set-FederatedOrganizationIdentifier -DelegationFederationTrust "Microsoft Federation Gateway" -AccountNamespace ${primary} -Enabled $true\n${domains.slice(1).map((name) => `Add-FederatedDomain -DomainName ${name}\n`).join('')}` },
        ]),
    { id: 'relationship', run: one(`${enable}\n`, `Get-FederationInformation -DomainName ${service} |\n  ${enable}\n`, `$name = 'NHSmail'\nif (-not (Get-OrganizationRelationship $name -ErrorAction SilentlyContinue)) {\n  ${enable.replace('NHSmail', '$name')}\n}\n`), verify: 'Get-OrganizationRelationship NHSmail | Format-List\n', undo: 'Remove-OrganizationRelationship NHSmail\n' },
  ].map((step) => ({ ...step, organization: 'ours' }));

  const plan = { federationPlan: 1, profile, organizations: { ours, theirs }, organizationRelationships: relationships, steps, checks: { testUsers: [`user@${one(...domains)}`] } };
  const text = stringify(plan, { lineWidth: 0, collectionStyle: one('block', 'block', 'flow'), defaultStringType: one('PLAIN', 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'), defaultKeyType: one('PLAIN', 'PLAIN', 'QUOTE_DOUBLE') });
  return one(text, text, text.replaceAll('\n', '\r\n'), `# A comment\n---\n${text}`, `\uFEFF${text}`);
});
