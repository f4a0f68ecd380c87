import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const poolStopped: DiagnosisRow = {
  id: 'pool-stopped',
  symptom: '503 Service Unavailable',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => kind === 'stopped')) return undefined;
    return {
      cause: 'The application pool or the publisher behind the address is stopped; perhaps only for a moment.',
      fix: 'On the server: Test-ServiceHealth, and the application pools in IIS; on Web Application Proxy its service. Then run the checks again.',
      explains: troubled(findings, ['A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
