import assert from 'node:assert/strict';
import test from 'node:test';
import { edited } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

const step = 'federationPlan: 1\nsteps:\n  - id: a\n    organization: o\n';
const script = (...lines: string[]): string => `${step}    run: |\n${lines.map((line) => `      ${line}\n`).join('')}`;

function repaired(text: string): string {
  return edited(text, service.repairPdf(service.read(text)).flatMap(({ edits }) => edits));
}

const damaged: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a cmdlet without its hyphen': [script('GetWebServicesVirtualDirectory | SetWebServicesVirtualDirectory -WSSecurityAuthentication $true'), script('Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true')],
  'PowerShell’s own commands too': [script('Get-FederationTrust | formatlist'), script('Get-FederationTrust | format-list')],
  'a hyphen that became a soft one': [script('Get\u00adFederationTrust \u00adIdentity x'), script('Get-FederationTrust -Identity x')],
  'soft hyphens inside names': [script('Set-WebServices\u00adVirtualDirectory -WSSecurity\u00adAuthentication $true'), script('Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true')],
  'dashes': [script('Get\u2010FederationTrust \u2013Identity x \u2212Verbose'), script('Get-FederationTrust -Identity x -Verbose')],
  'curly quotes that quote': [script('Get-FederationTrust \u201cMicrosoft Federation Gateway\u201d', 'Get-A \u2018it\u2019'), script('Get-FederationTrust "Microsoft Federation Gateway"', "Get-A 'it'")],
  'a parameter on the next line': [script('New-OrganizationRelationship -Name X -', 'DomainNames a.example'), script('New-OrganizationRelationship -Name X -DomainNames a.example')],
  'a line that goes on with a parameter': [script('New-OrganizationRelationship -Name X', '-DomainNames a.example', '  -Enabled $true'), script('New-OrganizationRelationship -Name X -DomainNames a.example -Enabled $true')],
  'a name that is cut in two': [script('Get-WebServicesVirtual', 'Directory | Set-', 'WebServicesVirtualDirectory'), script('Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory')],
  'no-break blanks': [script('Get-FederationTrust\u00a0|\u00a0Format-List').replace('id: a', 'id:\u00a0a'), script('Get-FederationTrust | Format-List')],
  'blanks that nobody sees': ['title: a\u200bb\u00adc\n', 'title: abc\n'],
  'the indentation of a plan': ['steps:\n\u00a0\u00a0- id: a\n', 'steps:\n  - id: a\n'],
  'a command prompt': [`${step}    commandPrompt: |\n      netsh winhttp set proxy \u201cp:1\u201d \u201c<local>\u201d\n`, `${step}    commandPrompt: |\n      netsh winhttp set proxy "p:1" "<local>"\n`],
  CRLF: [script('Get-WebServicesVirtual', 'Directory').replaceAll('\n', '\r\n'), script('Get-WebServicesVirtualDirectory').replaceAll('\n', '\r\n')],
};

for (const [name, [before, after]] of Object.entries(damaged)) {
  test(`repair: ${name}`, () => {
    assert.equal(repaired(before), after);
    assert.equal(repaired(after), after);
  });
}

const sound: Readonly<Record<string, string>> = {
  'a sound script': script('Get-FederationTrust | Format-List # a - b', '$a = 1 -', '  2', 'if ($a -eq 1) { Get-A }', '-join $x'),
  'quotes in a text': script('Set-A "it\u2019s \u2018so\u2019"', '# \u201cquoted\u201d \u2013 in a comment'),
  'words that are no cmdlets': script('GetSomething', 'setup.exe', 'Get-', 'Nothing'),
  'curly quotes in a title': 'title: \u201cBattle\u201d \u2013 CalFed\n',
  'a name in a string': script('Write-Host "GetFederationTrust"'),
  'a plan that cannot be read': '[[[',
};

for (const [name, text] of Object.entries(sound)) {
  test(`repair leaves alone ${name}`, () => assert.deepEqual(service.repairPdf(service.read(text)), []));
}

test('each kind of damage is told apart', () => {
  const repairs = service.repairPdf(service.read(script('GetFederationTrust \u2013Identity \u201cx\u201d\u00a0| FormatList')));
  assert.deepEqual(repairs.map(({ kind, edits }) => `${kind} ${edits.length}`), ['blank 1', 'hyphen 3', 'quote 2']);
});
