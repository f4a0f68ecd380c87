import type { Cancellation, DnsPort, Endpoint, Failure, Ports, Way } from '../ports.ts';
import { Semaphore } from './semaphore.ts';

/** DNS questions at once in a run. Each domain has half a dozen before its first connection; a small network's forwarder refuses more than 150 (dnsmasq). */
const dnsAtOnce = 128;
/** Connections at once in a run: one to each of 64 hosts and the four hellos of each. More would only fill a home router's tables. */
const connectionsAtOnce = 320;

/** What was still waiting when a stop came: thousands of questions, of which none may go out. */
const notAsked = (): Promise<Failure & Way> => Promise.resolve({ kind: 'failure', reason: 'cancelled', code: '', via: 'not asked', elapsedMs: 0 });

/**
 * The same ports, with at most `perHost` connections at once to one address. Counted by address and not by name: several names
 * of a small site usually lead to one machine, and that is what must not be flooded.
 */
export function withConnectionLimits(ports: Ports, perHost: number): Ports {
  const dns = new Semaphore(dnsAtOnce);
  const all = new Semaphore(connectionsAtOnce);
  const limitedDns = (port: DnsPort): DnsPort => ({
    query: (question, probe) => dns.run(() => (probe.signal.aborted ? notAsked() : port.query(question, probe)), probe.signal),
  });
  const hosts = new Map<string, Semaphore>();
  const limited = async <T>(to: Endpoint, signal: Cancellation, task: () => Promise<T>): Promise<T | (Failure & Way)> => {
    const host = hosts.get(to.address) ?? new Semaphore(perHost);
    hosts.set(to.address, host);
    try {
      // The address first: a queue in front of one slow host holds no place that other hosts could use.
      return await host.run(() => all.run<T | (Failure & Way)>(() => (signal.aborted ? notAsked() : task()), signal), signal);
    } finally {
      if (host.idle) hosts.delete(to.address);
    }
  };
  return {
    ...ports,
    dns: limitedDns(ports.dns),
    ...(ports.innerDns === undefined ? {} : { innerDns: limitedDns(ports.innerDns) }),
    tcp: { connect: (to, probe) => limited(to, probe.signal, () => ports.tcp.connect(to, probe)) },
    exchange: {
      exchange: (to, send, enough, probe) => limited(to, probe.signal, () => ports.exchange.exchange(to, send, enough, probe)),
    },
    certificate: { ...ports.certificate, handshake: (to, host, probe) => limited(to, probe.signal, () => ports.certificate.handshake(to, host, probe)) },
    http: { request: (request, probe) => limited(request.to, probe.signal, () => ports.http.request(request, probe)) },
  };
}
