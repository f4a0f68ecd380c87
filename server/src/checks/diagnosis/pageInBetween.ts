import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const pageInBetween: DiagnosisRow = {
  id: 'page-in-between',
  symptom: 'The response is not well-formed XML',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => kind === 'webSite') || !isVerdict(findings, 'F1', 'pass', 'info')) return undefined;
    return {
      cause: 'Autodiscover answers, but on a path that ends in /WSSecurity a proxy, a firewall or a web site puts a page of its own in place of Exchange’s answer.',
      fix: 'Lead /autodiscover/autodiscover.svc/WSSecurity and /EWS/Exchange.asmx/WSSecurity to the client access servers, without rewriting or filtering.',
      explains: troubled(findings, ['W1', 'W2', 'E1']),
    };
  },
};
