import type { Rule } from './rule.ts';

export const outboundClosed: Rule = {
  code: 'proxy/outbound-closed',
  title: 'The proxy does not let the servers out to port 443',
  severity: 'warning',
  guidance: ['G10', 'G20', 'G25', 'G26', 'G27'],
  *checkOrganization({ data, path, id }, { plan }) {
    if (data.proxy?.allowsOutbound443 !== false) return;
    const range = plan.valueRange([...path, 'proxy', 'allowsOutbound443']);
    if (range !== undefined) yield { message: `The proxy of "${id}" does not let the Exchange servers out to port 443. They need it for the authentication system and for the other side's Autodiscover and Exchange Web Services: add these to the proxy's allow list.`, range };
  },
};
