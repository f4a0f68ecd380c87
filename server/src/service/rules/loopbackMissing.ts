import { isWritten, keyBeforeFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const loopbackMissing: Rule = {
  code: 'proxy/loopback',
  title: 'Internet Options come by a group policy without loopback processing',
  severity: 'warning',
  guidance: ['G24'],
  saysMissing: true,
  *checkOrganization({ data, path }, { plan }) {
    const options = data.proxy?.internetOptions;
    if (options?.source !== 'gpo' || options.loopback === true) return;
    const below = [...path, 'proxy', 'internetOptions'];
    const why = 'They are settings of users, and the policy is linked to the organizational unit of the servers: without user loopback processing they do not arrive.';
    if (options.loopback === false) {
      const range = plan.valueRange([...below, 'loopback']);
      if (range !== undefined) yield { message: `Internet Options come by a group policy and loopback processing is not set. ${why} Set it.`, range, fixes: [{ title: 'Change to "true"', edits: [{ range, newText: 'true' }], preferred: false }] };
    } else if (!isWritten(plan, [...below, 'loopback'])) {
      const range = plan.valueRange([...below, 'source']);
      if (range !== undefined) yield { message: `Internet Options come by a group policy, and it is not stated whether loopback processing is set. ${why} Make sure of it and state "loopback: true".`, range, severity: 'information', fixes: keyBeforeFix(plan, below, 'source', 'loopback', 'true').map((fix) => ({ ...fix, preferred: false })) };
    }
  },
};
