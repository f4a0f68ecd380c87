import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const hostNameUnbound: DiagnosisRow = {
  id: 'host-name-unbound',
  symptom: '400 Bad Request – Invalid Hostname',
  find(findings) {
    const kinds = [findings.of('W1'), findings.of('W2')].flatMap((each) => each?.facts.answerKind ?? []);
    if (!kinds.some((kind) => kind === 'hostUnknown')) return undefined;
    return {
      cause: 'The web server behind the address has no site for this host name: the name leads to another server, or its binding is missing.',
      fix: 'Correct the address in DNS, or the binding of the site in IIS.',
      explains: troubled(findings, ['A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
