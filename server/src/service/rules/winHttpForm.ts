import type { QuickFix } from '../finding.ts';
import { setProxyCommands, type SetProxy } from './netshSetProxy.ts';
import { placeInPlan } from './stepScript.ts';
import type { Rule } from './rule.ts';

export const winHttpForm: Rule = {
  code: 'step/winhttp-form',
  title: 'A command that sets the WinHTTP proxy, in a form that netsh does not take',
  severity: 'warning',
  guidance: ['G19', 'G21', 'G21b'],
  *checkStep({ data, path }, { plan }) {
    const text = data.commandPrompt ?? '';
    for (const command of setProxyCommands(text)) {
      const found = faultOf(command, text);
      const place = found === undefined ? undefined : placeInPlan(plan, [...path, 'commandPrompt'], found);
      if (found === undefined || place === undefined) continue;
      const fixes: QuickFix[] = place.exact && found.instead !== undefined ? [{ title: found.title ?? 'Correct it', edits: [{ range: place.range, newText: found.instead }], preferred: true }] : [];
      yield { message: found.message, range: place.range, fixes };
    }
  },
};

interface Fault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly title?: string;
  readonly instead?: string;
}

function faultOf({ start, end, server, bypass, surplus, rest }: SetProxy, text: string): Fault | undefined {
  // What is redirected has a finding of its own, and what follows by "&" is another command.
  if (/[<>|&]/.test(rest.replace(/"[^"]*(?:"|$)/g, ''))) return undefined;
  if (server === undefined) return { start, end, message: 'The command names no proxy. Expected is netsh winhttp set proxy <server>:<port> "<exceptions>".' };
  if (/[\u201c-\u201e]/.test(rest)) {
    const from = end - text.slice(start, end).length;
    return { start: from, end, message: 'The command prompt takes curly quotes for letters. Expected are straight ones: replace them.', title: 'Write straight quotes', instead: text.slice(from, end).replace(/[\u201c-\u201e]/g, '"') };
  }
  const port = /^[a-z0-9._-]+:(\d+)$/i.exec(server.value)?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return { start: server.start, end: server.end, message: `"${port}" is no port. Expected is a number from 1 to 65535.` };
  const last = surplus.at(-1);
  if (bypass !== undefined && last !== undefined) {
    const list = text.slice(bypass.start, last.end);
    return {
      start: bypass.start,
      end: last.end,
      message: 'Behind the proxy netsh takes one argument, the exceptions, and blanks part them into several. Expected are all of them in double quotes, with ";" between them.',
      ...(list.includes('"') ? {} : { title: 'Put the exceptions in double quotes', instead: `"${list.split(/[\s,;]+/).filter((each) => each !== '').join(';')}"` }),
    };
  }
  if (bypass !== undefined && /^[^;,\s]+(?:,\s*[^;,\s]+)+$/.test(bypass.value)) {
    return { start: bypass.start, end: bypass.end, message: 'The exceptions are parted by commas. Expected is ";" between them.', title: 'Part them by ";"', instead: `"${bypass.value.split(/,\s*/).join(';')}"` };
  }
  return undefined;
}
