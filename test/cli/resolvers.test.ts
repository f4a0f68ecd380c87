import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import * as dnsPacket from 'dns-packet';
import type { CheckResult } from '../../server/src/protocol/checks.ts';
import { udpServer } from '../checks/loopback.ts';
import { fedplan } from '../support/fedplan.ts';

test('the servers that the command names are asked, and no other: outside and inside', async (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-resolvers-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const plan = path.join(folder, 'a.fedplan.yaml');
  writeFileSync(plan, 'federationPlan: 1\norganizations:\n  a:\n    acceptedDomains: [a.example]\n');
  const nothing = 3;
  const outside = await udpServer(context, (message) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    return [dnsPacket.encode({ type: 'response', id, questions, flags: nothing })];
  });
  const inside = await udpServer(context, (message) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    const [question] = questions;
    const answers = question?.type === 'A' ? [{ type: 'A' as const, name: question.name, ttl: 60, data: '10.0.0.5' }] : [];
    return [dnsPacket.encode({ type: 'response', id, questions, answers })];
  });
  const ended = await fedplan(['check', plan, '--json', '--resolver', `127.0.0.1:${outside}`, '--inner-resolver', `127.0.0.1:${inside}`]);
  assert.equal(ended.code, 1, ended.stderr);
  const { results } = JSON.parse(ended.stdout) as { readonly results: readonly CheckResult[] };
  const [hosts] = results;
  assert.equal(hosts?.check, 'D1');
  assert.match(hosts.summary, /does not exist in DNS \(NXDOMAIN\).*The inner resolver: "autodiscover\.a\.example" has the address 10\.0\.0\.5/);
  for (const { via } of results.flatMap(({ evidence }) => evidence)) assert.match(via, new RegExp(`127\\.0\\.0\\.1:(${outside}|${inside}) `));
});
