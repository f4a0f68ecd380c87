/** Tables of verdicts: what is otherwise than with the healthy partner, and what the checks must say of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckId, CheckSubject, Verdict } from '../../server/src/protocol/checks.ts';
import { FakeWorld, healthyPartner, informationXml, isWsSecurity, xml, type Answerer, type Information } from './fakeWorld.ts';

export interface Case {
  readonly name: string;
  readonly subject?: Partial<CheckSubject>;
  readonly change?: (world: FakeWorld) => void;
  /** Verdict, and a word that the summary, cause or fix must hold. */
  readonly expect: Readonly<Partial<Record<CheckId, Verdict | readonly [Verdict, RegExp]>>>;
}

/** The federation information changed, the rest healthy. */
export const saying =
  (information: Information): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) =>
      isWsSecurity(request) || request.host === 'a.example'
        ? healthyPartner(request)
        : { status: 200, headers: xml, body: informationXml(information) };
  };
/** WSSecurity paths changed, the rest healthy. */
export const wsSecurity =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) => (isWsSecurity(request) ? answer(request) : healthyPartner(request));
  };
/** The Autodiscover service changed, the rest healthy. */
export const autodiscover =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) =>
      request.host === 'autodiscover.a.example' && request.secure && !isWsSecurity(request) ? answer(request) : healthyPartner(request);
  };
export const alert = (description: string): { bytes: string } => ({ bytes: `15 03 03 00 02 02 ${description}` });
export const iis401 = { 'www-authenticate': ['Negotiate', 'NTLM'], server: 'Microsoft-IIS/10.0' };

/** One test for each case. */
export function judge(cases: readonly Case[]): void {
  for (const { name, subject = {}, change, expect } of cases) {
    test(`verdict: ${name}`, async () => {
      const world = new FakeWorld();
      change?.(world);
      const results = await world.run(subject);
      for (const [check, expected] of Object.entries(expect)) {
        const result = results[check as CheckId];
        const [verdict, words] = typeof expected === 'string' ? [expected, /./] : expected;
        const said = `${result.summary} ${result.cause ?? ''} ${result.fix ?? ''}`;
        assert.equal(result.verdict, verdict, `${check}: ${result.verdict}, ${said}`);
        assert.match(said, words);
      }
    });
  }
}
