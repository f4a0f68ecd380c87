import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askEarly, judgeOldVersion } from './tlsVersions.ts';

/** T1: TLS 1.0, which the guidance of 2018 demanded and Microsoft 365 has refused since 2020. */
export const tls10: Check = {
  id: 'T1',
  title: 'TLS 1.0',
  group: 'TLS',
  asks: 'One hand-made ClientHello that offers TLS 1.0 only, to each address.',
  guidance: ['G12'],
  needs: ['N1'],
  considers: [],
  ask: (context) => askEarly(context, '1.0'),
  run: async (context: CheckContext): Promise<Outcome> => {
    const judged = await judgeOldVersion(context, '1.0');
    if (!context.subject.demandsTls10 || judged.verdict === 'unknown' || judged.verdict === 'skipped') return judged;
    return {
      ...judged,
      verdict: 'info',
      cause: `The plan’s profile of 2018 demands TLS 1.0; Microsoft 365 refuses it since October 2020. ${
        judged.verdict === 'pass'
          ? 'The demand is not met, and nothing that runs today needs it.'
          : 'The demand is met, but today’s services need TLS 1.2.'
      }`,
      fix: 'Follow TLS 1.2 (T3), and use the present-day profile if the service has moved to the cloud.',
    };
  },
};
