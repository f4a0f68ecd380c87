import { areOtherProxies, hostAndPort } from './proxyAddress.ts';
import type { Rule } from './rule.ts';

export const internetOptionsDiffer: Rule = {
  code: 'proxy/internet-options-differ',
  title: 'Internet Options name another proxy than Exchange or WinHTTP',
  // Users may have a proxy of their own; on the servers one is expected.
  severity: 'information',
  guidance: ['G20', 'G23'],
  *checkOrganization({ data, path }, { plan }) {
    const { internetOptions, internetWebProxy, winHttp } = data.proxy ?? {};
    const own = hostAndPort(internetOptions?.server ?? '');
    if (own === undefined) return;
    const others = [internetWebProxy, winHttp?.server].flatMap((each) => hostAndPort(each ?? '') ?? []);
    if (others.length === 0 || others.some((other) => !areOtherProxies(own, other))) return;
    const range = plan.valueRange([...path, 'proxy', 'internetOptions', 'server']);
    if (range !== undefined) yield { message: `Internet Options of the servers go by "${own}", Exchange and WinHTTP by "${others[0] ?? ''}". Make sure that both proxies let the federation's addresses through, or state the same one.`, range };
  },
};
