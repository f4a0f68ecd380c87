import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const proxyForm: Rule = {
  code: 'proxy/form',
  title: 'Exchange’s proxy is not written as http://<server>:<port>',
  severity: 'warning',
  guidance: ['G19', 'G22'],
  *checkOrganization({ data, path }, { plan }) {
    const written = data.proxy?.internetWebProxy?.trim();
    if (written === undefined || written === '' || /^http:\/\/[^\s<>/]+\/?$/i.test(written)) return;
    const range = plan.valueRange([...path, 'proxy', 'internetWebProxy']);
    if (range === undefined) return;
    const expected = 'Expected is http://<server>:<port>.';
    const address = /^(?:https:\/\/)?([a-z0-9._-]+(?::[0-9]{1,5})?)\/?$/i.exec(written)?.[1];
    const secure = /^https:/i.test(written);
    if (address !== undefined) yield { message: `"${written}" ${secure ? 'begins with https://; Exchange speaks to its proxy by http:// only, whatever is asked through it' : 'has no http:// before it'}. ${expected}`, range, fixes: [replaceValueFix(range, `http://${address}`)] };
    else if (/[\s<>]/.test(written)) yield { message: `"${written}" is not the address of a proxy: it holds ${/[<>]/.test(written) ? 'the angle brackets of a placeholder' : 'a blank'}. ${expected}`, range };
  },
};
