import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const clockWrong: DiagnosisRow = {
  id: 'clock-wrong',
  symptom: '1007 AccessDenied; error 5039',
  find(findings) {
    if (!isVerdict(findings, 'K1', 'fail')) return undefined;
    return {
      cause: 'The partner’s clock is more than five minutes off, and tokens are refused for it (KB 3107293).',
      fix: 'On the servers and their domain controllers: w32tm /query /status; w32tm /resync',
      explains: ['K1'],
    };
  },
};
