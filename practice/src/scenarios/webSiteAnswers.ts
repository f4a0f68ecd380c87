import { battlecalfedWebHost, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const webSiteAnswers: Scenario = {
  name: 'web-site-answers',
  title: 'The partner’s web site answers for Autodiscover (HTTP 200 with HTML)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['web-site-answers'],
  change: {
    names: { 'autodiscover.battlecalfed1.example': { CNAME: 'battlecalfed1.example' } },
    hosts: {
      battlecalfedWeb: {
        certificate: { ...battlecalfedWebHost.certificate, names: ['battlecalfed1.example', '*.battlecalfed1.example'] },
        site: { kind: 'web', title: 'BattleCalFed', answers: 'everyPath' },
      },
    },
  },
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, K1: 'skipped', W1: 'fail' }),
};
