import assert from 'node:assert/strict';
import test from 'node:test';
import { ask, federationQuestion, type Answer } from './askPartner.ts';
import { withScenario } from './runningScenario.ts';

const autodiscover = 'https://autodiscover.battlecalfed1.example/autodiscover/autodiscover.svc';
const webServices = 'https://mail.battlecalfed1.example/EWS/Exchange.asmx';
const getFederationInformation = (scenario: string, domain: string): Promise<Answer> =>
  withScenario(scenario, (route) => ask(route, autodiscover, federationQuestion(domain, autodiscover)));

test('Autodiscover wants a login and shows Exchange’s marks', () =>
  withScenario('healthy', async (route) => {
    const answer = await ask(route, 'https://autodiscover.battlecalfed1.example/autodiscover/autodiscover.xml');
    assert.equal(answer.status, 401);
    assert.equal(answer.headers['x-soap-enabled'], 'True');
    assert.equal(answer.headers['x-wssecurity-enabled'], 'True');
    assert.equal(answer.headers['x-feserver'], 'BCF-EX01');
    assert.equal(answer.headers['www-authenticate'], 'Negotiate, NTLM, Basic realm="autodiscover.battlecalfed1.example"');
  }));

test('GetFederationInformation names application, domains and token issuer', async () => {
  const { status, body } = await getFederationInformation('healthy', 'BattleCalFed1.example');
  assert.equal(status, 200);
  for (const part of [
    '<ErrorCode>NoError</ErrorCode>',
    '<ApplicationUri>FYDIBOHF25SPDLT.battlecalfed1.example</ApplicationUri>',
    '<Domain>battlecalfed1.example</Domain>',
    '<Uri>urn:federation:MicrosoftOnline</Uri>',
    '<h:MajorVersion>15</h:MajorVersion>',
  ]) assert.ok(body.includes(part), part);
});

const refusals: [scenario: string, domain: string, code: string][] = [
  ['healthy', 'elsewhere.example', 'InvalidDomain'],
  ['healthy', '', 'InvalidDomain'],
  ['healthy', 'a &amp; b', 'InvalidDomain'],
  ['domain-not-federated', 'battlecalfed1.example', 'InvalidDomain'],
  ['not-federated', 'battlecalfed1.example', 'NotFederated'],
];
for (const [scenario, domain, code] of refusals) {
  test(`in "${scenario}" GetFederationInformation for "${domain}" says ${code}`, async () => {
    const { status, body } = await getFederationInformation(scenario, domain);
    assert.equal(status, 200);
    assert.ok(body.includes(`<ErrorCode>${code}</ErrorCode>`), body);
  });
}

test('a question that WCF would not take is not taken', () =>
  withScenario('healthy', async (route) => {
    const good = federationQuestion('battlecalfed1.example', autodiscover);
    const faults: [Partial<typeof good>, number, RegExp][] = [
      [{ headers: { ...good.headers, 'Content-Type': 'application/json' } }, 415, /^$/],
      [{ body: 'no XML' }, 400, /^$/],
      [{ body: `<!DOCTYPE x [<!ENTITY e "v">]>${good.body.replace(/^<\?xml[^>]*>\s*/, '')}` }, 400, /^$/],
      [{ body: '<e>'.repeat(50) + '</e>'.repeat(50) }, 400, /^$/],
      [{ body: good.body.replace('GetFederationInformation</a:Action>', 'GetUserSettings</a:Action>') }, 500, /a:ActionMismatch/],
      [{ body: good.body.replace(autodiscover, `${autodiscover}/WSSecurity`) }, 500, /a:DestinationUnreachable/],
      [{ body: good.body.replace('exchange/2010/Autodiscover"', 'exchange/2010/Autodiscover/"') }, 200, /InvalidDomain/],
      [{ body: ' '.repeat(300_000) }, 413, /^$/],
    ];
    for (const [change, status, body] of faults) {
      const answer = await ask(route, autodiscover, { ...good, ...change });
      assert.equal(answer.status, status);
      assert.match(answer.body, body);
    }
  }));

test('another operation without credentials is sent to log in', () =>
  withScenario('healthy', async (route) => {
    const other = 'http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetUserSettings';
    const good = federationQuestion('battlecalfed1.example', autodiscover);
    const answer = await ask(route, autodiscover, {
      method: 'POST',
      headers: { ...good.headers, SOAPAction: `"${other}"` },
      body: good.body.replace(/(<a:Action[^>]*>)[^<]*/, `$1${other}`),
    });
    assert.equal(answer.status, 401);
  }));

const postWithoutToken: [scenario: string, status: number, body: RegExp, flag: string | undefined][] = [
  ['healthy', 500, /oasis-200401-wss-wssecurity-secext-1\.0\.xsd">a:InvalidSecurity</, 'True'],
  ['wssecurity-off', 401, /^$/, 'False'],
  ['wssecurity-unpublished', 404, /<html/, undefined],
  ['pre-authentication', 401, /<html/, undefined],
];
for (const [scenario, status, body, flag] of postWithoutToken) {
  test(`in "${scenario}" a POST without token on both WSSecurity paths gets ${status}`, () =>
    withScenario(scenario, async (route) => {
      for (const url of [`${autodiscover}/WSSecurity`, `${webServices}/wssecurity`]) {
        const answer = await ask(route, url, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: '<x/>' });
        assert.equal(answer.status, status);
        assert.match(answer.body, body);
        assert.equal(answer.headers['x-wssecurity-enabled'], flag);
      }
    }));
}

test('the root domain is a web site, and port 80 leads to https', () =>
  withScenario('healthy', async (route) => {
    const page = await ask(route, 'https://battlecalfed1.example/', { address: '192.0.2.80' });
    assert.equal(page.status, 200);
    assert.match(page.body, /Welcome to BattleCalFed/);
    assert.equal((await ask(route, 'https://battlecalfed1.example/autodiscover/autodiscover.xml', { address: '192.0.2.80' })).status, 404);
    const redirect = await ask(route, 'http://autodiscover.battlecalfed1.example/autodiscover/autodiscover.xml');
    assert.equal(redirect.status, 301);
    assert.equal(redirect.headers.location, 'https://autodiscover.battlecalfed1.example/autodiscover/autodiscover.xml');
  }));

test('where the web site answers for Autodiscover every path is its front page', () =>
  withScenario('web-site-answers', async (route) => {
    const answer = await ask(route, autodiscover, { ...federationQuestion('battlecalfed1.example', autodiscover), address: '192.0.2.80' });
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-type']), /^text\/html/);
  }));

test('the cloud has no certificate of the customer’s name, redirects from port 80 and answers for the asked domain alone', () =>
  withScenario('cloud-partner', async (route) => {
    const path = '/autodiscover/autodiscover.xml';
    const direct = ask(route, `https://autodiscover.battlecalfed3.example${path}`, { address: '192.0.2.40' });
    await assert.rejects(direct, { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    const redirect = await ask(route, `http://autodiscover.battlecalfed3.example${path}`, { address: '192.0.2.40' });
    assert.equal(redirect.status, 302);
    assert.equal(redirect.headers.location, `https://autodiscover-s.cloudmail.example${path}`);
    const url = 'https://autodiscover-s.cloudmail.example/autodiscover/autodiscover.svc';
    const { body } = await ask(route, url, { ...federationQuestion('battlecalfed3.example', url), address: '192.0.2.41' });
    assert.match(body, /<ApplicationUri>outlook\.com<\/ApplicationUri><Domains><Domain>battlecalfed3\.example<\/Domain><\/Domains>/);
  }));
