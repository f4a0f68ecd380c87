/** Redirects that lead in circles, away from https, or inwards: nobody is asked there, and what is said of it is so. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askSpeaking, type Talk } from './hostileServer.ts';

const service = '/autodiscover/autodiscover.svc';
const places = '/autodiscover/autodiscover.xml';
const redirect = (status: number, to: (talk: Talk) => string) => (talk: Talk): void => {
  talk.socket.end(`HTTP/1.1 ${status} Moved\r\nLocation: ${to(talk)}\r\nContent-Length: 0\r\n\r\n`);
};

/** The path fits both what the lookup of the federation and what clients follow. */
const pathOf = ({ line }: Talk): string => (line.startsWith('POST') ? service : places);

interface Case {
  readonly name: string;
  readonly location: (talk: Talk) => string;
  readonly status?: number;
  /** Further places that may be asked. */
  readonly dialled?: readonly string[];
  readonly words: RegExp;
}

const usual = ['192.0.2.10:443', '192.0.2.10:80', '192.0.2.20:443'];
let count = 0;
const cases: readonly Case[] = [
  { name: 'to itself', location: (talk) => `https://${talk.host}${pathOf(talk)}`, words: /in a circle/ },
  { name: 'to and fro', location: (talk) => `https://${talk.host === 'other.example' ? 'autodiscover.a' : 'other'}.example${pathOf(talk)}`, dialled: ['192.0.2.30:443'], words: /in a circle/ },
  { name: 'ever further', location: (talk) => `https://other.example/${count++}${pathOf(talk)}`, words: /after 10 redirects/, dialled: ['192.0.2.30:443'] },
  { name: 'to a query that is ever longer', location: (talk) => `https://${talk.host}${pathOf(talk)}?${count++}`, words: /in a circle/ },
  { name: 'to a file', location: () => 'file:///etc/passwd', words: /which is not https/ },
  { name: 'to a file by its host', location: () => 'file://192.0.2.30/autodiscover/autodiscover.xml', words: /which is not https/ },
  { name: 'to a script', location: () => 'javascript:alert(1)', words: /which is not https/ },
  { name: 'to ftp', location: (talk) => `ftp://other.example${pathOf(talk)}`, words: /which is not https/ },
  { name: 'to http', location: (talk) => `http://other.example${pathOf(talk)}`, words: /which is not https/ },
  { name: 'without a host', location: () => 'https:///autodiscover/autodiscover.xml', words: /unusual form/ },
  { name: 'with a user name', location: (talk) => `https://anna:secret@other.example${pathOf(talk)}`, words: /a user name or in an unusual form/ },
  { name: 'nowhere', location: () => '', words: /which is not https/ },
  { name: 'to 100 KB', location: () => `https://other.example/${'x'.repeat(20_000)}`, words: /unusual form/ },
  { name: 'to binary', location: () => 'https://\u00ff\u00fe/\u0080', words: /unusual form/ },
  { name: 'to loopback', location: (talk) => `https://127.0.0.1${pathOf(talk)}`, words: /not dialled unless the settings allow it/, dialled: ['127.0.0.1:443'] },
  { name: 'to loopback over IPv6', location: (talk) => `https://[::1]${pathOf(talk)}`, words: /not dialled unless/, dialled: ['[::1]:443'] },
  { name: 'to loopback as mapped IPv6', location: (talk) => `https://[::ffff:127.0.0.1]${pathOf(talk)}`, words: /not dialled unless/, dialled: ['[::ffff:7f00:1]:443'] },
  { name: 'to loopback as one number', location: (talk) => `https://2130706433${pathOf(talk)}`, words: /unusual form/ },
  { name: 'to loopback in hexadecimal', location: (talk) => `https://0x7f.1${pathOf(talk)}`, words: /unusual form/ },
  { name: 'to a private address', location: (talk) => `https://10.0.0.1${pathOf(talk)}`, words: /not dialled unless/, dialled: ['10.0.0.1:443'] },
  { name: 'to a cloud machine’s own data', location: (talk) => `https://169.254.169.254${pathOf(talk)}`, words: /not dialled unless/, dialled: ['169.254.169.254:443'] },
  { name: 'to any address of this machine', location: (talk) => `https://0.0.0.0${pathOf(talk)}`, words: /not dialled unless/, dialled: ['0.0.0.0:443'] },
  { name: 'to a name of loopback', location: (talk) => `https://inner.example${pathOf(talk)}`, words: /not dialled unless/, dialled: ['127.0.0.1:443', '[::1]:443'] },
  { name: 'to a name of a private address', location: (talk) => `https://private.example${pathOf(talk)}`, words: /not dialled unless/, dialled: ['10.0.0.1:443'] },
  { name: 'to another port', location: (talk) => `https://other.example:8443${pathOf(talk)}`, words: /not port 443/ },
  { name: 'to another port of its own', location: (talk) => `https://${talk.host}:22${pathOf(talk)}`, words: /not port 443/ },
  { name: 'to a name that does not exist', location: (talk) => `https://nowhere.example${pathOf(talk)}`, words: /does not exist in DNS/ },
  { name: 'for ever (308)', status: 308, location: (talk) => `https://other.example${pathOf(talk)}`, words: /HTTP 308/ },
];

describe('hostile redirects', { concurrency: 8 }, () => {
  for (const { name, location, status = 302, dialled = [], words } of cases) {
    test(name, async (context) => {
      const asked = await askSpeaking(context, { say: redirect(status, location) });
      const { F1, A1, W1, W2 } = asked.results;
      assert.match(F1.summary, words);
      // What only these checks refuse to follow is no fact about the partner; a redirect in place of a SOAP answer is one.
      const refused = /which is not followed|is not port 443|not dialled unless/.test(F1.summary);
      assert.deepEqual([F1.verdict, A1.verdict], refused ? ['unknown', 'unknown'] : ['fail', 'warn'], `${F1.summary}\n${A1.summary}`);
      for (const { verdict, summary } of [W1, W2]) assert.equal(verdict, 'warn', summary);
      assert.equal(asked.trap.seen.connections, 0);
      assert.deepEqual([...asked.dialled].sort(), [...usual, ...dialled].sort());
      assert.ok(asked.secure.seen.connections + asked.plain.seen.connections < 60, `${asked.secure.seen.connections} connections`);
      assert.doesNotMatch(JSON.stringify(asked.results), /secret|passwd[^"]*root:/);
    });
  }
});
