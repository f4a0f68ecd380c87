/** DNS messages as bytes (RFC 1035, EDNS of RFC 6891): the question is written, the answer read with every doubt. */
import * as dnsPacket from 'dns-packet';
import type { DnsAnswer, DnsFlag, DnsQuestion, DnsRecord, Failure } from '../checks/ports.ts';

/** Fits into every path without fragments (DNS flag day 2020). */
const udpPayload = 1_232;

/** Whether DNS can hold the name: labels of 63 bytes, 253 in all, nothing but ASCII. */
export function isQuestion({ name }: DnsQuestion): boolean {
  return name.length <= 253 && name.split('.').every((label) => label.length > 0 && label.length <= 63 && /^[\x21-\x7e]+$/.test(label));
}

export interface QuestionWay {
  readonly edns: boolean;
  /** Whether the server shall find the answer elsewhere, as a resolver does. */
  readonly recursion: boolean;
}

export function encodeQuestion({ name, type, unchecked }: DnsQuestion, id: number, { edns, recursion }: QuestionWay): Buffer {
  const opt: dnsPacket.OptAnswer = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: udpPayload,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };
  return dnsPacket.encode({
    type: 'query',
    id,
    // AD in a question asks whether the resolver has validated the answer (RFC 6840 §5.7).
    flags: (recursion ? dnsPacket.RECURSION_DESIRED : 0) | (unchecked === true ? dnsPacket.CHECKING_DISABLED : dnsPacket.AUTHENTIC_DATA),
    questions: [{ type, name, class: 'IN' }],
    additionals: edns ? [opt] : [],
  });
}

/** The answer, a note that it was cut short, or `undefined` where it belongs to another question. */
export function readAnswer(message: Buffer, id: number, question: DnsQuestion, transport: DnsAnswer['transport']): DnsAnswer | Failure | 'truncated' | undefined {
  if (message.length < 12 || message.readUInt16BE(0) !== id || (message.readUInt16BE(2) & 0x8000) === 0) return undefined;
  const truncated = (message.readUInt16BE(2) & dnsPacket.TRUNCATED_RESPONSE) !== 0;
  let packet: dnsPacket.DecodedPacket;
  try {
    packet = dnsPacket.decode(message);
  } catch {
    // Cut-off answers may end inside a record.
    return truncated ? 'truncated' : { kind: 'failure', reason: 'nonsense', code: 'unreadable DNS answer' };
  }
  const asked = packet.questions?.[0];
  // A server may leave the question out where it refuses it, but not where it answers.
  if (asked === undefined && (packet.answers ?? []).length > 0) return undefined;
  if (asked !== undefined && (asked.type !== question.type || asked.name.toLowerCase() !== question.name.toLowerCase())) return undefined;
  if (truncated) return 'truncated';
  const readAll = (section: readonly dnsPacket.Answer[] = []): readonly DnsRecord[] => section.flatMap((record) => readRecord(record) ?? []);
  // EDNS carries the upper bits of the code in its own record (RFC 6891 §6.1.3).
  const upper = (packet.additionals ?? []).find((record) => record.type === 'OPT')?.extendedRcode ?? 0;
  const rcode = upper * 16 + (message.readUInt16BE(2) & 15);
  return {
    kind: 'answer',
    rcode: rcodes.get(rcode) ?? `RCODE ${rcode}`,
    records: readAll(packet.answers),
    authority: readAll(packet.authorities),
    flags: flagBits.filter(([, bit]) => (message.readUInt16BE(2) & bit) !== 0).map(([flag]) => flag),
    transport,
  };
}

const flagBits: readonly (readonly [DnsFlag, number])[] = [
  ['AA', dnsPacket.AUTHORITATIVE_ANSWER],
  ['TC', dnsPacket.TRUNCATED_RESPONSE],
  ['RA', dnsPacket.RECURSION_AVAILABLE],
  ['AD', dnsPacket.AUTHENTIC_DATA],
];

const rcodes: ReadonlyMap<number, string> = new Map([
  [0, 'NOERROR'],
  [1, 'FORMERR'],
  [2, 'SERVFAIL'],
  [3, 'NXDOMAIN'],
  [4, 'NOTIMP'],
  [5, 'REFUSED'],
  [16, 'BADVERS'],
]);

function readRecord(answer: dnsPacket.Answer): DnsRecord | undefined {
  switch (answer.type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return { name: answer.name, type: answer.type, value: printable(answer.data), ttl: answer.ttl ?? 0 };
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = answer.data;
      return { name: answer.name, type: 'SRV', value: printable(`${priority} ${weight} ${port} ${target}`), ttl: answer.ttl ?? 0 };
    }
    case 'MX':
      return { name: answer.name, type: 'MX', value: printable(`${answer.data.preference ?? 0} ${answer.data.exchange}`), ttl: answer.ttl ?? 0 };
    case 'SOA': {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = answer.data;
      const numbers = [serial, refresh, retry, expire, minimum].join(' ');
      return { name: answer.name, type: 'SOA', value: printable(`${mname} ${rname} ${numbers}`), ttl: answer.ttl ?? 0 };
    }
    case 'TXT': {
      const parts = Array.isArray(answer.data) ? answer.data : [answer.data];
      // One record may be split into strings of 255 bytes; they are one text, without anything between them.
      const value = parts.map((part) => (typeof part === 'string' ? part : part.toString('latin1'))).join('');
      return { name: answer.name, type: 'TXT', value: printable(value).slice(0, 4_096), ttl: answer.ttl ?? 0 };
    }
    default:
      return undefined;
  }
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
