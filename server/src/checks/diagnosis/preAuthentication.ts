import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const preAuthentication: DiagnosisRow = {
  id: 'pre-authentication',
  symptom: 'The proxy web request failed: 401 or 302',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => ['preAuthentication', 'loginRedirect', 'basicOnly', 'wantsCredentials'].includes(kind))) return undefined;
    return {
      cause: 'A device in front of Exchange wants a login of its own. The federation’s calls carry a token that only Exchange can read, so they end there.',
      fix: 'Publish /autodiscover/autodiscover.svc, its /WSSecurity and /EWS/Exchange.asmx/WSSecurity without pre-authentication (pass-through).',
      explains: troubled(findings, ['A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
