import { areOtherProxies, hostAndPort } from './proxyAddress.ts';
import type { Rule } from './rule.ts';

export const proxyMismatch: Rule = {
  code: 'proxy/mismatch',
  title: 'WinHTTP and Exchange use different proxies',
  severity: 'error',
  guidance: ['G20', 'G21', 'G22'],
  *checkOrganization({ data, path, id }, { plan }) {
    const exchange = data.proxy?.internetWebProxy;
    const winHttp = data.proxy?.winHttp?.server;
    if (exchange === undefined || winHttp === undefined) return;
    const [a, b] = [hostAndPort(exchange), hostAndPort(winHttp)];
    // Where one of them is not understood, nothing is known of their difference.
    if (a === undefined || b === undefined || !areOtherProxies(a, b)) return;
    const range = plan.valueRange([...path, 'proxy', 'winHttp', 'server']);
    if (range === undefined) return;
    yield { message: `WinHTTP of "${id}" goes by "${b}", Exchange by "${a}". Expected is the same proxy in both: correct "winHttp.server" or "internetWebProxy".`, range };
  },
};
