import assert from 'node:assert/strict';
import test from 'node:test';
import { checkRule, findingsOf } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (proxy: string, servers = '[{ name: EX1 }, { name: ex2.corp.a.example }]'): string => twoSides(`    servers: ${servers}\n    proxy: { ${proxy} }\n`);

checkRule(
  'proxy/bypass',
  {
    'an empty list': { finds: plan('winHttp: { server: p.a.example, bypass: «[]» }'), says: /stated to be empty/ },
    'a server with dots': { finds: plan('winHttp: { bypass: «[<local>]» }'), says: /does not hold "ex2\.corp\.a\.example".*Add the name, or \* and its domain/ },
    'a server without dots': { finds: plan("internetOptions: { exceptions: «['*.corp.a.example']» }"), says: /"ex1": what calls this server without a domain.*Add <local> or the name/ },
    'a server without dots and no wildcard that may hold it': { finds: plan('winHttp: { bypass: «[ex2.corp.a.example, 192.168.*]» }'), says: /"ex1": what goes to this server is sent/ },
    'local addresses are not ticked': { finds: plan('internetOptions: { bypassLocal: «false» }'), says: /not ticked/, fixed: plan('internetOptions: { bypassLocal: true }') },
  },
  {
    'all are held': plan("winHttp: { bypass: [<local>, '*.corp.a.example'] }"),
    'the wildcard without its dot': plan("winHttp: { bypass: [<local>, '*a.example'] }"),
    'one entry with semicolons': plan("winHttp: { bypass: ['<local>;*.a.example;192.168.*'] }"),
    'asterisks on both sides': plan("winHttp: { bypass: [<local>, '*corp*'] }"),
    'local addresses ticked': plan("internetOptions: { exceptions: ['*.a.example'], bypassLocal: true }"),
    'no servers are stated': plan("winHttp: { bypass: ['*.other.example'] }", '[]'),
    'the list is not stated': plan('winHttp: { server: p.a.example }'),
  },
);

test('proxy/bypass: a short name that a wildcard may hold is no warning', () => {
  assert.deepEqual(findingsOf('proxy/bypass', plan("winHttp: { bypass: ['*.corp.a.example'] }")).map(({ severity }) => severity), ['information']);
});
