import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const handlerMissing: DiagnosisRow = {
  id: 'handler-missing',
  symptom: '405 Method Not Allowed',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => kind === 'handlerMissing')) return undefined;
    return {
      cause: 'IIS has lost the handler for .svc files (svc-Integrated), so Autodiscover takes no POST (KB 2773628).',
      fix: 'On the server: ServiceModelReg.exe -r, then check the handler mappings of the Autodiscover directory.',
      explains: troubled(findings, ['F1', 'F2', 'F4', 'W1', 'A2']),
    };
  },
};
