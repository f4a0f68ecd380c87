import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const redirectNotFollowed: DiagnosisRow = {
  id: 'redirect-not-followed',
  symptom: 'Federation information could not be received: unsecure redirect',
  find(findings) {
    if (findings.of('W1')?.facts.answerKind !== 'redirect' || !isVerdict(findings, 'F1', 'fail')) return undefined;
    return {
      cause: 'Autodiscover is redirected to where Exchange does not follow: in a circle, away from https, or to what is no Autodiscover address (KB 3115825).',
      fix: 'Remove the redirect, or state the right address as TargetAutodiscoverEpr in the organization relationship.',
      explains: troubled(findings, ['A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'K1']),
    };
  },
};
