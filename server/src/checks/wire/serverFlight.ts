/**
 * Reads what a server says to a ClientHello, as far as it says it in the clear: the ServerHello, and up to TLS 1.2 the certificates and
 * the stapled OCSP answer behind it.
 *
 * It is asked again with each piece that comes and goes on where it stood, so that a server that sends single bytes, or records of
 * one byte, costs no more than its bytes.
 */
import { hexadecimal, latin1 } from './der.ts';
import { versionNumber } from './clientHello.ts';

export type ServerAnswer =
  /** Not enough bytes yet. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'serverHello'; readonly version: number; readonly suite: number; readonly retryRequest: boolean; readonly downgrade: boolean }
  | { readonly kind: 'alert'; readonly level: number; readonly description: number }
  /** The first bytes are no TLS record. */
  | { readonly kind: 'notTls'; readonly start: string }
  /** It begins as a TLS record, in which this reader finds neither a ServerHello nor an alert. */
  | { readonly kind: 'unreadable'; readonly start: string };

const alertRecord = 0x15;
/** Some servers warn that they do not know the name, and go on as if they did (RFC 6066 §3). */
const warning = 1;
const unrecognizedName = 112;
const handshakeRecord = 0x16;
const longestRecord = 16_640;
/** Several alerts may share a record; more than a few are none. */
const longestAlerts = 16;
/** Messages: ServerHello 2, Certificate 11, CertificateStatus 22 (RFC 5246 §7.4, RFC 6066 §8). */
const serverHello = 2;
const certificateMessage = 11;
const certificateStatus = 22;
const longestMessage = 81_920;
const mostCertificates = 16;
const helloRetryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
/** Ends of a ServerHello's random by which a server says that it could do better (RFC 8446 §4.1.3). */
const downgradeMarks = ['444f574e47524401', '444f574e47524400'];

export class ServerFlight {
  readonly #wantsChain: boolean;
  /** Where the record begins that is being read, and how many bytes of it are in `#messages`. */
  #recordAt = 0;
  #taken = 0;
  #messages = new Uint8Array(1_024);
  #length = 0;
  #messageAt = 0;
  #answer: ServerAnswer = { kind: 'incomplete' };
  #warning: ServerAnswer | undefined;
  /** The first half of an alert. */
  #level: number | undefined;
  #chain: readonly Uint8Array[] | undefined;
  #staple: Uint8Array | undefined;
  #offersStaple = false;
  #complete = false;

  /** @param wantsChain Goes on behind the ServerHello of a version that sends its certificates in the clear. */
  constructor(wantsChain: boolean) {
    this.#wantsChain = wantsChain;
  }

  get answer(): ServerAnswer {
    return this.#answer.kind === 'incomplete' ? (this.#warning ?? this.#answer) : this.#answer;
  }

  /** The certificates as they were sent, the server's own first; `undefined` where no Certificate message came, or none that can be read. */
  get chain(): readonly Uint8Array[] | undefined {
    return this.#chain;
  }

  /** The stapled OCSP answer. */
  get staple(): Uint8Array | undefined {
    return this.#staple;
  }

  /** Takes all bytes that have come so far; true when nothing more is needed. */
  read(bytes: Uint8Array): boolean {
    while (!this.#complete && this.#recordAt < bytes.length) {
      const at = this.#recordAt;
      const type = bytes[at] ?? 0;
      if (!isRecord(bytes, at)) return this.#broken(bytes);
      if (bytes.length - at < 5) return false;
      const length = uint16(bytes, at + 3);
      if (length === 0 || length > longestRecord || (type !== handshakeRecord && type !== alertRecord)) return this.#broken(bytes);
      const record = bytes.subarray(at + 5, at + 5 + length);
      if (type === alertRecord) {
        if (length > longestAlerts) return this.#broken(bytes);
        if (record.length < length) return false;
        if (this.#readAlerts(record)) return true;
        this.#recordAt += 5 + length;
        continue;
      }
      this.#take(record.subarray(this.#taken));
      this.#taken = record.length;
      this.#readMessages(bytes);
      if (record.length < length) break;
      this.#recordAt += 5 + length;
      this.#taken = 0;
    }
    return this.#complete;
  }

  /** Alerts are two bytes, whatever records they come in; true where one of them is the end. */
  #readAlerts(record: Uint8Array): boolean {
    for (const byte of record) {
      if (this.#level === undefined) {
        this.#level = byte;
        continue;
      }
      const alert = { kind: 'alert', level: this.#level, description: byte } as const;
      this.#level = undefined;
      const passes = alert.level === warning && alert.description === unrecognizedName && this.#warning === undefined;
      if (passes) this.#warning = alert;
      else {
        if (this.#answer.kind === 'incomplete') this.#answer = alert;
        return this.#end();
      }
    }
    return false;
  }

  #end(): true {
    this.#complete = true;
    this.#messages = new Uint8Array(0);
    return true;
  }

  /** What breaks off behind a ServerHello takes nothing away from it. */
  #broken(bytes: Uint8Array): true {
    if (this.#answer.kind === 'incomplete') this.#answer = unreadable(bytes);
    return this.#end();
  }

  #take(piece: Uint8Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#messages.length) {
      const larger = new Uint8Array(Math.max(needed, this.#messages.length * 2));
      larger.set(this.#messages.subarray(0, this.#length));
      this.#messages = larger;
    }
    this.#messages.set(piece, this.#length);
    this.#length = needed;
  }

  #readMessages(bytes: Uint8Array): void {
    while (this.#readMessage(bytes)) if (this.#complete) return;
  }

  /** Reads one message if all of it is there; false where more must come. */
  #readMessage(bytes: Uint8Array): boolean {
    const at = this.#messageAt;
    const left = this.#length - at;
    const [type] = this.#messages.subarray(at, this.#length);
    if (type === undefined) return false;
    const isFirst = this.#answer.kind === 'incomplete';
    if (isFirst && type !== serverHello) return this.#broken(bytes);
    if (this.#chain !== undefined && type !== certificateStatus) return this.#end();
    if (left < 4) return false;
    const length = ((this.#messages[at + 1] ?? 0) << 16) | uint16(this.#messages, at + 2);
    if (length > (isFirst ? 4_096 : longestMessage)) return this.#broken(bytes);
    if (left < 4 + length) return false;
    this.#messageAt += 4 + length;
    const body = this.#messages.slice(at + 4, at + 4 + length);
    if (isFirst) this.#readHello(body, bytes);
    else if (type === certificateMessage) this.#readCertificates(body);
    else this.#readOther(type, body);
    return true;
  }

  #readHello(body: Uint8Array, bytes: Uint8Array): void {
    const hello = readHello(body);
    if (hello === undefined) {
      this.#broken(bytes);
      return;
    }
    this.#answer = hello.answer;
    this.#offersStaple = hello.offersStaple;
    if (!this.#wantsChain || hello.answer.version > versionNumber['1.2']) this.#end();
  }

  #readCertificates(body: Uint8Array): void {
    const chain = readCertificateList(body);
    this.#chain = chain;
    if (chain === undefined || !this.#offersStaple) this.#end();
  }

  /** Behind the certificates comes the stapled answer or nothing that is looked for; before them nothing comes that is known. */
  #readOther(type: number, body: Uint8Array): void {
    if (type === certificateStatus && this.#chain !== undefined && body[0] === 1) {
      const length = ((body[1] ?? 0) << 16) | uint16(body, 2);
      if (length === body.length - 4) this.#staple = body.slice(4);
    }
    this.#end();
  }
}

/** Reads the answer's first message. Records may come in pieces, and a ServerHello may span several records. */
export function readServerAnswer(bytes: Uint8Array): ServerAnswer {
  const flight = new ServerFlight(false);
  flight.read(bytes);
  return flight.answer;
}

function readHello(body: Uint8Array): { readonly answer: ServerAnswer & { kind: 'serverHello' }; readonly offersStaple: boolean } | undefined {
  const sessionId = body[34] ?? 0;
  const suiteAt = 35 + sessionId;
  if (body.length < 38 || sessionId > 32 || suiteAt + 3 > body.length) return undefined;
  const random = hexadecimal(body.subarray(2, 34));
  const extensions = extensionsOf(body.subarray(suiteAt + 3));
  const supported = extensions.get(0x002b);
  return {
    answer: {
      kind: 'serverHello',
      // TLS 1.3 hides in an extension; the version field still says 1.2.
      version: supported?.length === 2 ? uint16(supported, 0) : uint16(body, 0),
      suite: uint16(body, suiteAt),
      retryRequest: random === helloRetryRandom,
      downgrade: downgradeMarks.some((mark) => random.endsWith(mark)),
    },
    offersStaple: extensions.has(0x0005),
  };
}

function extensionsOf(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const extensions = new Map<number, Uint8Array>();
  let at = 2;
  while (at + 4 <= bytes.length) {
    const length = uint16(bytes, at + 2);
    if (at + 4 + length <= bytes.length) extensions.set(uint16(bytes, at), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return extensions;
}

/** The list of a Certificate message of TLS 1.2 and older; `undefined` where its lengths do not add up or it is empty. */
function readCertificateList(body: Uint8Array): readonly Uint8Array[] | undefined {
  const chain: Uint8Array[] = [];
  if (uint24(body, 0) !== body.length - 3) return undefined;
  for (let at = 3; at < body.length && chain.length < mostCertificates; ) {
    const length = uint24(body, at);
    if (at + 3 > body.length || length === 0 || at + 3 + length > body.length) return undefined;
    chain.push(body.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return chain.length === 0 ? undefined : chain;
}

/** What begins as a TLS record is TLS, though perhaps not one that is understood here. */
function unreadable(bytes: Uint8Array): ServerAnswer {
  const kind = isRecord(bytes, 0) ? 'unreadable' : 'notTls';
  const start = latin1(bytes.subarray(0, 32)).replace(/[^\x20-\x7e]/g, '.');
  return { kind, start: kind === 'notTls' ? start : hexadecimal(bytes.subarray(0, 16)) };
}

/** 0x80 is the first byte of an SSL 2 record: a server from before everything asked here. */
function isRecord(bytes: Uint8Array, at: number): boolean {
  const type = bytes[at] ?? 0;
  return type >= 0x14 && type <= 0x17 && (bytes[at + 1] ?? 3) === 3;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function uint24(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | uint16(bytes, at + 1);
}
