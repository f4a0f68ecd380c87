import { isExchangeOnline } from '../wire/federationInformation.ts';
import type { DiagnosisRow } from './diagnosis.ts';

export const redirectOnly: DiagnosisRow = {
  id: 'redirect-only',
  symptom: 'Federation information could not be received: unsecure redirect',
  find(findings) {
    const found = findings.of('F1')?.facts.federation?.answer;
    // In the cloud this is the usual way.
    if (found?.step !== 'redirect' || found.information.errorCode !== 'NoError' || isExchangeOnline(found.information)) return undefined;
    return {
      cause: `Only an http redirect leads to "${found.url.host}". Get-FederationInformation warns of such a redirect or stops at it (KB 3115825).`,
      fix: `Publish "autodiscover.${findings.subject.domain}" itself with a certificate for it; or state TargetAutodiscoverEpr in the organization relationship: https://${found.url.host}/autodiscover/autodiscover.svc/WSSecurity`,
      explains: ['F1'],
    };
  },
};
