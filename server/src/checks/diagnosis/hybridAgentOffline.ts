import type { DiagnosisRow } from './diagnosis.ts';

export const hybridAgentOffline: DiagnosisRow = {
  id: 'hybrid-agent-offline',
  symptom: '504 Gateway Timeout',
  find(findings) {
    const { judgedEndpoint, waitedInVain } = findings.of('E1')?.facts ?? {};
    if (waitedInVain !== true || judgedEndpoint?.host.endsWith('.msappproxy.net') !== true) return undefined;
    return {
      cause: 'The endpoint is the relay of a Hybrid Agent, and the relay waited in vain for the agent: it is offline or cut off.',
      fix: 'Whoever runs the agent: Get-Service MSHybridService on its server; start it, or run the Hybrid Configuration Wizard again.',
      explains: ['E1'],
    };
  },
};
