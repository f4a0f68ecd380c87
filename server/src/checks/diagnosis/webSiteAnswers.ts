import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const webSiteAnswers: DiagnosisRow = {
  id: 'web-site-answers',
  symptom: 'Federation information could not be received',
  find(findings) {
    const kinds = [findings.of('W1')?.facts.answerKind];
    if (!kinds.some((kind) => kind === 'webSite' || kind === 'notPublished') || !isVerdict(findings, 'F1', 'fail')) return undefined;
    return {
      cause: isVerdict(findings, 'D4', 'info', 'warn') ? 'A wildcard in DNS leads the names to a web site; Autodiscover is not published.' : 'A web site answers where Autodiscover should be.',
      fix: 'Publish the "autodiscover." host with an address of the client access servers, or state TargetAutodiscoverEpr.',
      explains: troubled(findings, ['D4', 'C1', 'A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'K1']),
    };
  },
};
