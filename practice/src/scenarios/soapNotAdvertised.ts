import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const soapNotAdvertised: Scenario = {
  name: 'soap-not-advertised',
  title: 'The partner’s headers do not advertise Autodiscover’s SOAP service, which answers all the same',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, withoutSoap: true } } } },
  // What answers counts, not the header.
  expected: expectedOfPartner({ A2: 'info' }),
};
