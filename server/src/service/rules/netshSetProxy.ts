/** `netsh winhttp set proxy <server> <exceptions>` as the command prompt reads it. Offsets are those of the text. */

export interface Word {
  /** Without its quotes and without the name before it (`proxy-server=`). */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface SetProxy {
  /** The command itself, without what stands behind it. */
  readonly start: number;
  readonly end: number;
  readonly server: Word | undefined;
  readonly bypass: Word | undefined;
  /** Behind the two; netsh takes no more. */
  readonly surplus: readonly Word[];
  readonly rest: string;
}

const command = /^([ \t]*netsh[ \t]+winhttp[ \t]+set[ \t]+proxy)(?=[ \t]|$)([^\r\n]*)$/gim;

export function setProxyCommands(text: string): SetProxy[] {
  return [...text.matchAll(command)].map(({ 0: line, 1: head = '', 2: rest = '', index }) => {
    const words = [...rest.matchAll(/(?:[^\s"]|"[^"]*(?:"|$))+/g)].map((match): Word & { readonly name: string } => {
      const [, name = '', value = ''] = /^(?:(proxy-server|bypass-list)=)?(.*)$/is.exec(match[0]) ?? [];
      const start = index + head.length + match.index + match[0].length - value.length;
      return { name: name.toLowerCase(), value: value.replaceAll('"', ''), start, end: start + value.length };
    });
    const unnamed = words.filter(({ name }) => name === '');
    const server = words.find(({ name }) => name === 'proxy-server') ?? unnamed.shift();
    const bypass = words.find(({ name }) => name === 'bypass-list') ?? unnamed.shift();
    return { start: index + head.length - head.trimStart().length, end: index + line.trimEnd().length, server, bypass, surplus: unnamed, rest };
  });
}
