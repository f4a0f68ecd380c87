import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostsToContact } from '../../server/src/checks/index.ts';
import type { CheckRequest } from '../../server/src/protocol/checks.ts';
import { subjectOf } from './fakeWorld.ts';

test('the hosts of a run are named before it', () => {
  const subject = subjectOf({ autodiscover: 'https://owa.a.example/autodiscover/autodiscover.svc' });
  const hosts = hostsToContact({ subjects: [subject] }, ['192.0.2.53']);
  assert.deepEqual(
    hosts.map(({ host }) => host),
    ['autodiscover.a.example', 'a.example', 'owa.a.example', 'mail.a.example', 'the name servers of these domains’ zones', 'addresses that certificates name', '192.0.2.53'],
  );
  assert.match(hosts[0]?.reason ?? '', /redirect .* further host, port 443/);
  const odd = subjectOf({ autodiscover: 'https://owa.a.example:8443/autodiscover/autodiscover.svc', webServices: 'http://mail.a.example/EWS' });
  assert.deepEqual(
    hostsToContact({ subjects: [odd] }, ['192.0.2.53']).map(({ host }) => host),
    ['autodiscover.a.example', 'a.example', 'owa.a.example:8443', 'the name servers of these domains’ zones', 'addresses that certificates name', '192.0.2.53'],
    'another port is named; what is never asked is not',
  );
  assert.ok(!hostsToContact({ subjects: [subject], only: ['T3', 'C1'] }).some(({ host }) => host.startsWith('addresses')), 'only checks that ask them');
  assert.equal(hostsToContact({ subjects: [subject], route: { resolvers: ['127.0.0.1:5353'] } }, ['192.0.2.53']).at(-1)?.host, '127.0.0.1:5353');
});

test('of DNS servers, all that a run asks are named before it, and no other', () => {
  const named = (request: Partial<CheckRequest>, resolvers: readonly string[], inner: readonly string[] = []): readonly string[] =>
    hostsToContact({ subjects: [subjectOf({ webServices: '' })], only: ['D3'], ...request }, resolvers, inner).slice(2).map(({ host }) => host);
  const zone = 'the name servers of these domains’ zones';
  assert.deepEqual(named({}, ['192.0.2.53'], ['10.0.0.53']), [zone, '192.0.2.53', '10.0.0.53']);
  assert.deepEqual(named({ settings: { askNameServers: false } }, ['192.0.2.53']), ['192.0.2.53']);
  assert.deepEqual(named({ subjects: [subjectOf({ webServices: '', federationProofs: [] })] }, ['192.0.2.53']), ['192.0.2.53']);
  assert.deepEqual(named({}, ['https://192.0.2.53/dns-query']), [zone, 'https://192.0.2.53/dns-query']);
  assert.deepEqual(named({}, ['https://dns.example/dns-query']), [zone, 'https://dns.example/dns-query', 'this system’s DNS resolvers']);
  assert.deepEqual(named({ route: { innerResolvers: ['127.0.0.1:54'] } }, []), [zone, '127.0.0.1:54', 'this system’s DNS resolvers']);
});
