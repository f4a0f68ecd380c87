import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const nodesDiffer: DiagnosisRow = {
  id: 'nodes-differ',
  symptom: 'Works now and then',
  find(findings) {
    const some = isVerdict(findings, 'N1', 'warn') || (isVerdict(findings, 'A2', 'warn') && findings.of('A2')?.facts.nodesDiffer === true);
    if (!some) return undefined;
    return {
      cause: 'The nodes behind one name are not alike: one of them is down or set up otherwise, and who meets it is chance.',
      fix: 'Repair the node, or take its address out of DNS or of the load balancer.',
      explains: troubled(findings, ['N1', 'A2']),
    };
  },
};
