import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { federationQuestion, portBehind } from '../askPartner.ts';
import { withScenario } from '../runningScenario.ts';
import { runProgram, type Output } from './runProgram.ts';

const host = 'autodiscover.battlecalfed1.example';

/** curl with the partner's root; `--resolve` and the port lead it to loopback while it still asks and checks the real name. */
function curl(scenario: string, urlPath: string, ...args: string[]): Promise<Output> {
  return withScenario(scenario, async (route) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-curl-'));
    try {
      const caFile = path.join(folder, 'ca.pem');
      await writeFile(caFile, route.ca ?? '');
      const port = portBehind(route, '192.0.2.10:443');
      return await runProgram('curl', [
        '--silent', '--show-error', '--include', '--max-time', '10', '--noproxy', '*',
        '--cacert', caFile, '--resolve', `${host}:${port}:127.0.0.1`, ...args, `https://${host}:${port}${urlPath}`,
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

function post(scenario: string, urlPath: string, domain: string): Promise<Output> {
  const { headers, body } = federationQuestion(domain, `https://${host}${urlPath}`);
  return curl(scenario, urlPath, ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]), '--data-binary', body);
}

test('curl trusts the partner’s root and sees Exchange', async () => {
  const { code, stdout, stderr } = await curl('healthy', '/autodiscover/autodiscover.xml');
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^HTTP\/1\.1 401 /);
  assert.match(stdout, /^X-WSSecurity-Enabled: True\r$/im);
  assert.match(stdout, /^WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r$/im);
});

test('curl gets the federation information', async () => {
  const { code, stdout } = await post('healthy', '/autodiscover/autodiscover.svc', 'battlecalfed1.example');
  assert.equal(code, 0);
  assert.match(stdout, /^HTTP\/1\.1 200 /);
  assert.match(stdout, /<ErrorCode>NoError<\/ErrorCode>.*<Domain>battlecalfed1\.example<\/Domain>/);
  const refused = await post('not-federated', '/autodiscover/autodiscover.svc', 'battlecalfed1.example');
  assert.match(refused.stdout, /<ErrorCode>NotFederated<\/ErrorCode>/);
});

test('curl gets the fault of a living WSSecurity endpoint', async () => {
  const { stdout } = await post('healthy', '/autodiscover/autodiscover.svc/WSSecurity', 'battlecalfed1.example');
  assert.match(stdout, /^HTTP\/1\.1 500 /);
  assert.match(stdout, /a:InvalidSecurity/);
});

// curl's exit codes: 7 connection refused, 28 time out, 35 handshake, 60 certificate not accepted.
const refusals: [scenario: string, code: number, message: RegExp][] = [
  ['expired-certificate', 60, /expired/],
  ['certificate-name-mismatch', 60, /no alternative certificate subject name|does not match/],
  ['self-signed-certificate', 60, /self[- ]signed/],
  ['incomplete-chain', 60, /unable to get local issuer/],
  ['port-closed', 7, /connect/i],
  ['tls10-only', 35, /./],
];
for (const [scenario, code, message] of refusals) {
  test(`curl refuses "${scenario}"`, async () => {
    const output = await curl(scenario, '/');
    assert.equal(output.code, code, output.stderr);
    assert.match(output.stderr, message);
  });
}

test('curl waits for a silent port until its own limit', async () => {
  const output = await curl('silent-port', '/', '--max-time', '1');
  assert.equal(output.code, 28, output.stderr);
});
