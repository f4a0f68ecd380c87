import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const portClosed: DiagnosisRow = {
  id: 'port-closed',
  symptom: 'Unable to connect to the remote server; forcibly closed',
  find(findings) {
    if (!isVerdict(findings, 'N1', 'fail')) return undefined;
    return {
      cause: 'A firewall turns connections to port 443 away, or nothing listens there. Some firewalls let Microsoft’s networks in and nobody else.',
      fix: 'The partner opens port 443 for your outgoing addresses. From the Exchange server: Test-NetConnection <host> -Port 443',
      explains: troubled(findings, ['N1', 'T1', 'T2', 'T3', 'T4', 'C1', 'C2', 'C3', 'A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
