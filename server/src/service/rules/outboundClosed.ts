import type { Rule } from './rule.ts';

export const outboundClosed: Rule = {
  code: 'proxy/outbound-closed',
  title: 'The proxy does not let the servers out to port 443',
  severity: 'warning',
  guidance: ['G10', 'G20', 'G25', 'G26', 'G27'],
  *check({ plan, model }) {
    for (const { data, path, id } of model.organizations) {
      if (data.proxy?.allowsOutbound443 !== false) continue;
      const range = plan.valueRange([...path, 'proxy', 'allowsOutbound443']);
      if (range !== undefined) yield { message: `The proxy of "${id}" does not let the Exchange servers out to port 443. They need it for the authentication system and for the other side's Autodiscover and Exchange Web Services: add these to the proxy's allow list.`, range };
    }
  },
};
