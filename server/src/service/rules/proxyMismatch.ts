import type { Rule } from './rule.ts';

export const proxyMismatch: Rule = {
  code: 'proxy/mismatch',
  title: 'WinHTTP and Exchange use different proxies',
  severity: 'error',
  guidance: ['G20', 'G21', 'G22'],
  *check({ plan, model }) {
    for (const { data, path, id } of model.organizations) {
      const exchange = data.proxy?.internetWebProxy;
      const winHttp = data.proxy?.winHttp?.server;
      const range = plan.valueRange([...path, 'proxy', 'winHttp', 'server']);
      if (exchange === undefined || winHttp === undefined || range === undefined) continue;
      const [a, b] = [hostAndPort(exchange), hostAndPort(winHttp)];
      // Where one of them is not understood, nothing is known of their difference.
      if (a === undefined || b === undefined || a === b) continue;
      yield { message: `WinHTTP of "${id}" goes by "${b}", Exchange by "${a}". Expected is the same proxy in both: correct "winHttp.server" or "internetWebProxy".`, range };
    }
  },
};

/** `host:port` of `http://host:port/`, `host:port` or `host`; undefined for what is none of these, such as WinHTTP's `http=…;https=…` list. */
function hostAndPort(text: string): string | undefined {
  const match = /^(?:http:\/\/)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?\/?$/i.exec(text.trim());
  return match === null ? undefined : `${(match[1] ?? '').toLowerCase()}:${match[2] ?? '80'}`;
}
