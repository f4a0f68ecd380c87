/** Turns a DNS query's bytes into a reply's bytes: RFC 1035 with EDNS (RFC 6891) and truncation. */
import * as dnsPacket from 'dns-packet';
import type { Answer, DecodedPacket, OptAnswer, Packet } from 'dns-packet';
import type { World } from '../world.ts';
import { lookUp } from './zone.ts';

const codes = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;
const headerLength = 12;
const responseFlag = 0x8000;
const plainUdpLimit = 512;
/** What DNS servers have agreed on since 2020: fits every path without fragments. */
const ednsUdpLimit = 1232;

/** A resolver has its answers from elsewhere (RA); a zone's own server answers with authority (AA) and looks nothing up. */
export type ServerRole = 'resolver' | 'nameServer';

/**
 * The reply to one query, or `undefined` where none must be sent (too short, or itself a reply: two servers would
 * answer each other for ever). Never throws, whatever the bytes.
 */
export function replyTo(query: Buffer, world: World, transport: 'udp' | 'tcp', role: ServerRole = 'resolver'): Buffer | undefined {
  if (query.length < headerLength || (query.readUInt16BE(2) & responseFlag) !== 0) return undefined;
  const id = query.readUInt16BE(0);
  const queryFlags = query.readUInt16BE(2);
  const flags = (queryFlags & (dnsPacket.RECURSION_DESIRED | 0x7800)) | (role === 'resolver' ? dnsPacket.RECURSION_AVAILABLE : 0);
  let decoded: DecodedPacket;
  try {
    decoded = dnsPacket.decode(query);
  } catch {
    return encode({ id, flags: flags | codes.FORMERR });
  }
  const questions = decoded.questions ?? [];
  const [question] = questions;
  if ((queryFlags & 0x7800) !== 0) return encode({ id, flags: flags | codes.NOTIMP, questions });
  if (!question || questions.length > 1) return encode({ id, flags: flags | codes.FORMERR });
  const edns = (decoded.additionals ?? []).find((record) => record.type === 'OPT');
  const additionals = edns ? [optRecord(edns.ednsVersion === 0 ? 0 : 1)] : [];
  if (edns && edns.ednsVersion !== 0) return encode({ id, flags, questions, additionals });
  if ((question.class ?? 'IN') !== 'IN') return encode({ id, flags: flags | codes.REFUSED, questions, additionals });

  const found = lookUp(world, question.name, question.type);
  const known = found.code === 'NOERROR' || found.code === 'NXDOMAIN';
  const authoritative = role === 'nameServer' && known ? dnsPacket.AUTHORITATIVE_ANSWER : 0;
  const reply = { id, flags: flags | authoritative | codes[found.code], questions, additionals };
  const whole = encode({ ...reply, answers: [...found.answers], authorities: [...found.authorities] });
  const limit = edns ? Math.min(Math.max(edns.udpPayloadSize, plainUdpLimit), ednsUdpLimit) : plainUdpLimit;
  if (transport === 'tcp' || whole.length <= limit) return whole;
  // No partial answer: half of a TXT set would look like a missing proof to a careless resolver.
  return encode({ ...reply, flags: reply.flags | dnsPacket.TRUNCATED_RESPONSE });
}

function encode(packet: Packet): Buffer {
  return dnsPacket.encode({ ...packet, type: 'response' });
}

function optRecord(extendedRcode: number): Answer {
  const version = { ednsVersion: 0, flags: 0, flag_do: false };
  return { name: '.', type: 'OPT', udpPayloadSize: ednsUdpLimit, extendedRcode, ...version, options: [] } satisfies OptAnswer;
}
