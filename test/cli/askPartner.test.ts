import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import * as dnsPacket from 'dns-packet';
import { askThePartner } from '../../server/src/checks/index.ts';
import { udpServer } from '../checks/loopback.ts';
import { fedplan } from '../support/fedplan.ts';

test('a run with findings says that there are questions to the partner; the option prints them, as text and as JSON', async (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-ask-partner-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const plan = path.join(folder, 'a.fedplan.yaml');
  writeFileSync(plan, 'federationPlan: 1\norganizations:\n  a:\n    acceptedDomains: [a.example]\n');
  const nothing = 3;
  const port = await udpServer(context, (message) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    return [dnsPacket.encode({ type: 'response', id, questions, flags: nothing })];
  });
  const run = (...options: readonly string[]): ReturnType<typeof fedplan> => fedplan(['check', plan, '--resolver', `127.0.0.1:${port}`, ...options]);

  const plain = (await run()).stdout;
  assert.match(plain, /\nask {5}Other causes nobody sees from outside: --ask-partner lists them/);
  assert.ok(!plain.includes('Test-FederationTrust'));

  const asked = await run('--ask-partner', '--domain', 'a.example');
  assert.equal(asked.code, 1, asked.stderr);
  assert.match(asked.stdout, /\n"a\.example": these causes cannot be seen from outside/);
  for (const { symptom, cause, cmdlet } of askThePartner) assert.ok(asked.stdout.includes(cmdlet) && asked.stdout.includes(`${symptom}: ${cause}`), symptom);
  assert.match(asked.stdout.trimEnd().split('\n').at(-1) ?? '', /^\d+ pass, /);

  const { results, askThePartner: questions } = JSON.parse((await run('--ask-partner', '--json')).stdout) as { readonly results: readonly unknown[]; readonly askThePartner: unknown };
  assert.ok(results.length > 0);
  assert.deepEqual(questions, askThePartner);
  assert.ok(!('askThePartner' in (JSON.parse((await run('--json')).stdout) as object)));
});
