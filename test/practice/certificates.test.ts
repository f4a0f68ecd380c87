import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import test from 'node:test';
import { portBehind } from './askPartner.ts';
import { withScenario } from './runningScenario.ts';

const host = 'autodiscover.battlecalfed1.example';
/** The code by which Node judges each scenario's certificate; healthy has none. */
const cases: [scenario: string, code: string | undefined][] = [
  ['healthy', undefined],
  ['expired-certificate', 'CERT_HAS_EXPIRED'],
  ['certificate-name-mismatch', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['self-signed-certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['incomplete-chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
];
for (const [scenario, code] of cases) {
  test(`the certificate of "${scenario}" is judged ${code ?? 'good'}`, () =>
    withScenario(scenario, async (route) => {
      const socket: TLSSocket = connect({ host: '127.0.0.1', port: portBehind(route, '192.0.2.10:443'), servername: host, ca: route.ca ?? '' });
      const outcome = await Promise.race([
        once(socket, 'secureConnect').then(() => undefined),
        new Promise((resolve) => socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))),
      ]);
      assert.equal(outcome, code);
      socket.destroy();
    }));
}

test('nobody trusts the practice partner without its own root', () =>
  withScenario('healthy', async (route) => {
    const socket = connect({ host: '127.0.0.1', port: portBehind(route, '192.0.2.10:443'), servername: host });
    const [error] = (await once(socket, 'error').catch((thrown: unknown) => [thrown])) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  }));
