import type { DiagnosisRow } from './diagnosis.ts';

export const faultyBuild: DiagnosisRow = {
  id: 'faulty-build',
  symptom: 'Works for some mailboxes only',
  find(findings) {
    const build = findings.of('F4')?.facts.faultyBuild;
    if (build === undefined) return undefined;
    return {
      cause: `${build} is known to fail where the asked mailbox is on an older server of the organization. Whether there are such, nobody sees from outside.`,
      fix: 'The partner installs the last cumulative update: Get-ExchangeServer | Format-List Name,AdminDisplayVersion shows the servers.',
      explains: ['F4'],
    };
  },
};
