/**
 * Sockets for questions over UDP, each shared by questions to one server that are open at the same time. A run over hundreds of domains
 * asks thousands of them, and a socket costs several times what a question does.
 */
import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';
import type { Endpoint, Failure } from '../checks/ports.ts';
import { failureOf } from './connection.ts';

/** Somebody who waits for the answer to one question. */
export interface UdpListener {
  /** The socket is ready; a question can be sent. */
  ready(): void;
  /** A message with the question's id. */
  heard(message: Buffer): void;
  failed(failure: Failure): void;
}

/** A socket is given up after this many questions: whoever forges an answer has to guess its port as well as an id. */
const mostQuestions = 64;

const current = new Map<string, UdpSocket>();

/** A socket to this server that takes one more question. It closes by itself when the last one has ended. */
export function udpSocketTo(server: Endpoint): UdpSocket {
  const key = `${server.address} ${server.port}`;
  const known = current.get(key);
  if (known?.takesMore === true) return known;
  const made = new UdpSocket(server, () => {
    if (current.get(key) === made) current.delete(key);
  });
  current.set(key, made);
  return made;
}

export class UdpSocket {
  readonly #socket: Socket;
  readonly #listeners = new Map<number, UdpListener>();
  readonly #ids = new Set<number>();
  readonly #closed: () => void;
  #isConnected = false;
  #isClosed = false;

  constructor(server: Endpoint, closed: () => void) {
    this.#closed = closed;
    // Unlike an address that DNS gives, a resolver's may carry a zone (fe80::1%eth0).
    this.#socket = createSocket(isIP(server.address) === 6 ? 'udp6' : 'udp4');
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('message', (message) => {
      if (message.length >= 2) this.#listeners.get(message.readUInt16BE(0))?.heard(message);
    });
    // Connected, so that the system drops what comes from elsewhere and reports a closed port.
    // The callback is told where the system has no way to the address; the socket then stays unconnected.
    this.#socket.connect(server.port, server.address, (error?: Error) => {
      if (error !== undefined) this.#fail(error);
      if (this.#isClosed) return;
      this.#isConnected = true;
      for (const listener of [...this.#listeners.values()]) listener.ready();
    });
  }

  get takesMore(): boolean {
    return !this.#isClosed && this.#ids.size < mostQuestions;
  }

  /** The id of a new question; no other one of this socket has it, so that a late answer meets nobody. */
  newId(): number {
    for (;;) {
      const id = randomInt(0x1_0000);
      if (this.#ids.has(id)) continue;
      this.#ids.add(id);
      return id;
    }
  }

  /** Hears what comes for the id until `remove`; `ready` is called at once where the socket is. */
  add(id: number, listener: UdpListener): void {
    this.#listeners.set(id, listener);
    if (this.#isConnected) listener.ready();
  }

  send(id: number, packet: Buffer): void {
    if (!this.#isConnected || this.#isClosed) return;
    this.#socket.send(packet, (error) => {
      if (error) this.#listeners.get(id)?.failed(failureOf(error));
    });
  }

  remove(id: number): void {
    if (!this.#listeners.delete(id) || this.#listeners.size > 0 || this.#isClosed) return;
    this.#isClosed = true;
    this.#closed();
    this.#socket.close();
  }

  /** What the system says of the way to the server holds for all questions. */
  #fail(error: Error): void {
    for (const listener of [...this.#listeners.values()]) listener.failed(failureOf(error));
  }
}
