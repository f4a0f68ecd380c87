import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const wsSecurityOff: DiagnosisRow = {
  id: 'wssecurity-off',
  symptom: 'An error occurred when verifying security for the message',
  find(findings) {
    const off = (['A2', 'W1', 'W2'] as const).filter((check) => isVerdict(findings, check, 'warn') && findings.of(check)?.facts.wsSecurityOff === true);
    if (off.length < 2) return undefined;
    return {
      cause: 'WSSecurityAuthentication is switched off on the virtual directories, as several of the server’s own headers say.',
      fix: 'Set-AutodiscoverVirtualDirectory and Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true on every server, then iisreset.',
      explains: off,
    };
  },
};
