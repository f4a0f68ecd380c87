import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { portBehind } from '../askPartner.ts';
import { withScenario } from '../runningScenario.ts';
import { runProgram } from './runProgram.ts';

const host = 'autodiscover.battlecalfed1.example';

/** Everything that `openssl s_client` says about the partner's Autodiscover host. */
function sClient(scenario: string, ...args: string[]): Promise<string> {
  return withScenario(scenario, async (route) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-openssl-'));
    try {
      const caFile = path.join(folder, 'ca.pem');
      await writeFile(caFile, route.ca ?? '');
      const port = portBehind(route, '192.0.2.10:443');
      const { stdout, stderr } = await runProgram('openssl', [
        's_client', '-connect', `127.0.0.1:${port}`, '-servername', host, '-verify_hostname', host, '-CAfile', caFile, '-showcerts', ...args,
      ]);
      return stdout + stderr;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

for (const [option, version] of [['-tls1_2', 'TLSv1.2'], ['-tls1_3', 'TLSv1.3']] as const) {
  test(`openssl verifies leaf and intermediate with ${version}`, async () => {
    const said = await sClient('healthy', option);
    assert.match(said, new RegExp(`${version.replace('.', '\\.')}, Cipher is`));
    assert.match(said, /Verify return code: 0 \(ok\)/);
    assert.equal(said.match(/-----BEGIN CERTIFICATE-----/g)?.length, 2);
    assert.match(said, /i:CN ?= ?Practice Partner Server CA/);
    assert.match(said, /i:CN ?= ?Practice Partner Root CA/);
  });
}

const oldVersions: [option: string, alert: RegExp][] = [
  ['-tls1', /alert protocol version|SSL alert number 70/],
  ['-tls1_1', /alert protocol version|SSL alert number 70/],
];
for (const [option, alert] of oldVersions) {
  test(`openssl ${option} is refused with the alert "protocol version"`, async () => {
    // Only at security level 0 does OpenSSL still say an old hello at all.
    assert.match(await sClient('healthy', option, '-cipher', 'ALL:@SECLEVEL=0'), alert);
  });
}

test('where TLS 1.0 is all there is, openssl reads a ServerHello of TLS 1.0', async () => {
  const said = await sClient('tls10-only', '-tls1', '-cipher', 'ALL:@SECLEVEL=0', '-msg');
  assert.match(said, /<<< TLS 1\.0, Handshake \[length [0-9a-f]+\], ServerHello/);
});

test('openssl sees the date of an expired certificate', async () => {
  const said = await sClient('expired-certificate');
  assert.match(said, /Verify return code: 10 \(certificate has expired\)/);
  const notAfter = /NotAfter: (.+)$/m.exec(said)?.[1];
  assert.ok(notAfter !== undefined, said);
  assert.ok(Date.parse(notAfter) < Date.now());
});

const judged: [scenario: string, code: number][] = [
  ['certificate-name-mismatch', 62],
  ['self-signed-certificate', 18],
  ['incomplete-chain', 21],
];
for (const [scenario, code] of judged) {
  test(`openssl judges "${scenario}" with code ${code}`, async () => {
    assert.match(await sClient(scenario), new RegExp(`Verify return code: ${code} `));
  });
}
