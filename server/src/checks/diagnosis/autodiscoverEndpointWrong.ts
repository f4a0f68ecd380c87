import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

const elsewhere: ReadonlySet<string | undefined> = new Set(['notPublished', 'webSite', 'hostUnknown']);

export const autodiscoverEndpointWrong: DiagnosisRow = {
  id: 'autodiscover-endpoint-wrong',
  symptom: '404 from Autodiscover',
  find(findings) {
    const endpoint = findings.of('E1')?.facts;
    if (endpoint?.judgedEndpoint?.parameter !== 'TargetAutodiscoverEpr' || !elsewhere.has(endpoint.answerKind) || !isVerdict(findings, 'E1', 'fail')) return undefined;
    const answered = findings.of('F1')?.facts.federation?.answer?.url.host;
    if (answered === undefined || answered === endpoint.judgedEndpoint.host) return undefined;
    return {
      cause: `The relationship’s TargetAutodiscoverEpr leads to "${endpoint.judgedEndpoint.host}", where Exchange does not answer; it does at "${answered}".`,
      fix: `Set-OrganizationRelationship -TargetAutodiscoverEpr https://${answered}/autodiscover/autodiscover.svc/WSSecurity`,
      explains: ['E1'],
    };
  },
};
