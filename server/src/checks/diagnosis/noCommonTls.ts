import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const noCommonTls: DiagnosisRow = {
  id: 'no-common-tls',
  symptom: 'Could not create SSL/TLS secure channel',
  find(findings) {
    if (!isVerdict(findings, 'T3', 'fail') || isVerdict(findings, 'T4', 'pass')) return undefined;
    return {
      cause: 'The partner’s publisher speaks nothing above TLS 1.1; Exchange Online and up-to-date servers speak nothing below TLS 1.2.',
      fix: 'Enable TLS 1.2 on the publisher and on the servers (SchUseStrongCrypto, SystemDefaultTlsVersions); HealthChecker shows what is missing.',
      explains: troubled(findings, ['N1', 'T1', 'T2', 'T3', 'T4', 'C1', 'C2', 'C3', 'A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
