import { endpointWithoutTrust, isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const incompleteChain: DiagnosisRow = {
  id: 'incomplete-chain',
  symptom: 'Could not establish trust relationship, from some servers',
  find(findings) {
    if (!isVerdict(findings, 'C2', 'warn') || !isVerdict(findings, 'C4', 'warn')) return undefined;
    return {
      cause: 'The server does not send its intermediate certificate. Windows fetches it where it gets out at port 80; Exchange servers behind a proxy often do not, and then trust nobody here.',
      fix: 'Install the authority’s intermediate certificates on the server or load balancer (Intermediate Certification Authorities).',
      explains: [...troubled(findings, ['C2', 'C4', 'A1', 'F1']), ...endpointWithoutTrust(findings)],
    };
  },
};
