import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const pathNotPublished: DiagnosisRow = {
  id: 'path-not-published',
  symptom: 'The federation is found, free/busy fails with 404 or 403',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => kind === 'notPublished' || kind === 'forbidden') || !isVerdict(findings, 'F1', 'pass', 'info')) return undefined;
    return {
      cause: 'The publisher lets Autodiscover pass, but not the paths that end in /WSSecurity.',
      fix: 'Add /autodiscover/autodiscover.svc/WSSecurity and /EWS/Exchange.asmx/WSSecurity to the publisher’s paths, without pre-authentication.',
      explains: troubled(findings, ['W1', 'W2', 'E1']),
    };
  },
};
