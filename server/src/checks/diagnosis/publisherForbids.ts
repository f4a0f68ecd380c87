import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const publisherForbids: DiagnosisRow = {
  id: 'publisher-forbids',
  symptom: '403 Forbidden',
  find(findings) {
    if (findings.of('W1')?.facts.answerKind !== 'forbidden' || !isVerdict(findings, 'F1', 'fail')) return undefined;
    return {
      cause: 'What publishes the partner’s Exchange turns everybody away who asks from here: it forbids the paths, wants a client certificate, or lets known networks in only.',
      fix: 'The partner lets /autodiscover/autodiscover.svc, its /WSSecurity and /EWS/Exchange.asmx/WSSecurity pass, to your outgoing addresses at least; then run the checks from one of those.',
      explains: troubled(findings, ['A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
