import assert from 'node:assert/strict';
import test from 'node:test';
import { practicemailProof } from '../../../practice/src/healthy.ts';
import { withScenario } from '../runningScenario.ts';
import { runProgram } from './runProgram.ts';

const dig = (scenario: string, ...args: string[]): Promise<string> =>
  withScenario(scenario, async (route) => {
    const port = route.resolvers?.[0]?.split(':').at(-1) ?? '';
    const { code, stdout, stderr } = await runProgram('dig', ['@127.0.0.1', '-p', port, '+tries=1', '+time=5', ...args]);
    assert.equal(code, 0, stdout + stderr);
    assert.doesNotMatch(stdout, /WARNING|malformed|extra bytes/i);
    return stdout;
  });

const cases: [scenario: string, args: string[], wanted: RegExp][] = [
  ['healthy', ['autodiscover.battlecalfed1.example', 'A'], /IN\s+A\s+192\.0\.2\.10$/m],
  ['healthy', ['autodiscover.battlecalfed1.example', 'AAAA'], /IN\s+AAAA\s+2001:db8:1::10$/m],
  ['healthy', ['+tcp', 'autodiscover.practicemail.example', 'A'], /IN\s+CNAME\s+mail\.practicemail\.example\.[^]*IN\s+A\s+192\.0\.2\.20$/m],
  ['healthy', ['battlecalfed1.example', 'MX'], /IN\s+MX\s+10 mail\.battlecalfed1\.example\.$/m],
  ['healthy', ['_autodiscover._tcp.practicemail.example', 'SRV'], /IN\s+SRV\s+0 0 443 mail\.practicemail\.example\.$/m],
  ['healthy', ['battlecalfed1.example', 'SOA'], /IN\s+SOA\s+ns1\.battlecalfed1\.example\. hostmaster/],
  ['healthy', ['practicemail.example', 'TXT'], /Truncated, retrying in TCP mode/],
  ['healthy', ['+short', 'practicemail.example', 'TXT'], new RegExp(`^"${practicemailProof.replaceAll('+', '\\+')}"$`, 'm')],
  ['healthy', ['+noedns', 'battlecalfed1.example', 'NS'], /IN\s+NS\s+ns1\.battlecalfed1\.example\.$/m],
  ['healthy', ['nowhere.battlecalfed1.example', 'A'], /status: NXDOMAIN[^]*AUTHORITY: 1/],
  ['healthy', ['autodiscover.battlecalfed1.example', 'TXT'], /status: NOERROR[^]*ANSWER: 0, AUTHORITY: 1/],
  ['no-autodiscover', ['autodiscover.battlecalfed1.example', 'A'], /status: NXDOMAIN/],
  ['name-server-fails', ['autodiscover.battlecalfed1.example', 'A'], /status: SERVFAIL/],
  ['proof-missing', ['battlecalfed1.example', 'TXT'], /ANSWER: 1,[^]*"v=spf1 mx -all"/],
  ['wildcard-dns', ['x-0123456789abcdef.battlecalfed1.example', 'A'], /IN\s+A\s+192\.0\.2\.80$/m],
  ['wildcard-dns', ['mail.battlecalfed1.example', 'A'], /IN\s+A\s+192\.0\.2\.10$/m],
  ['srv-port-444', ['_autodiscover._tcp.battlecalfed1.example', 'SRV'], /flags: qr rd ra;[^]*IN\s+SRV\s+0 0 444 mail\.battlecalfed1\.example\.$/m],
  ['proof-not-propagated', ['battlecalfed1.example', 'TXT'], /ANSWER: 1,[^]*"v=spf1 mx -all"/],
];
for (const [scenario, args, wanted] of cases) {
  test(`dig ${args.join(' ')} in "${scenario}"`, async () => assert.match(await dig(scenario, ...args), wanted));
}

test('the zone’s own server is beside the resolver, and answers with authority', () =>
  withScenario('proof-not-propagated', async (route) => {
    const port = route.connect?.['192.0.2.53:53']?.split(':').at(-1) ?? '';
    const { stdout } = await runProgram('dig', ['@127.0.0.1', '-p', port, '+tries=1', '+time=5', '+norecurse', 'battlecalfed1.example', 'TXT']);
    assert.match(stdout, /flags: qr aa;[^]*ANSWER: 2,/);
  }));
