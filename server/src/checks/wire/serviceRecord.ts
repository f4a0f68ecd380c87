import type { DnsRecord } from '../ports.ts';

/** An SRV record (RFC 2782). */
export interface ServiceRecord {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  /** Lower case, without trailing dot; empty where the record says that the service is not offered. */
  readonly target: string;
}

/** SRV records in the order in which a client tries them: lowest priority number, then highest weight. */
export function readServiceRecords(records: readonly DnsRecord[]): readonly ServiceRecord[] {
  return records
    .flatMap((record): readonly ServiceRecord[] => {
      const match = record.type === 'SRV' ? /^(\d+) (\d+) (\d+) (.*)$/.exec(record.value) : null;
      if (match === null) return [];
      const [priority = 0, weight = 0, port = 0] = match.slice(1, 4).map(Number);
      return [{ priority, weight, port, target: (match[4] ?? '').toLowerCase().replace(/\.$/, '') }];
    })
    .sort((one, other) => one.priority - other.priority || other.weight - one.weight);
}
