import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { ProxySettings } from '../protocol/checks.ts';
import { settingsSection, type Settings } from '../protocol/settings.ts';

/** Lenses are off for a client that states no settings: it will hardly have the command that they run. */
const defaults: Settings = { rules: {}, checks: { resolvers: [], innerResolvers: [], extraCaFile: '' }, inlayHints: { enable: false }, codeLens: { runChecks: false }, powershellFiles: { enable: false } };

/** The user's settings of a document, asked for when they are first needed and again after they changed. */
export interface SettingsSource {
  /** Of a document, or by an empty text those that are no document's. */
  read(uri: string): Promise<Settings>;
  /** Call when the connection is initialized. */
  watch(): Promise<void>;
  onChange(listener: () => void): void;
  forget(uri: string): void;
}

export function settingsSource(connection: Connection, canAsk: () => boolean): SettingsSource {
  const known = new Map<string, Promise<Settings>>();
  const listeners: (() => void)[] = [];
  connection.onDidChangeConfiguration(() => {
    known.clear();
    for (const listener of listeners) listener();
  });
  return {
    read(uri) {
      const settings = known.get(uri) ?? (canAsk() ? ask(connection, uri) : Promise.resolve(defaults));
      known.set(uri, settings);
      return settings;
    },
    watch: async () => {
      if (canAsk()) await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    },
    onChange: (listener) => void listeners.push(listener),
    forget: (uri) => void known.delete(uri),
  };
}

/** Settings that cannot be had are the defaults: a plan is judged all the same. */
async function ask(connection: Connection, scopeUri: string): Promise<Settings> {
  try {
    const [own, http] = (await connection.workspace.getConfiguration([{ ...(scopeUri === '' ? {} : { scopeUri }), section: settingsSection }, { section: 'http' }])) as unknown[];
    const answer = own as Partial<Settings> | null;
    return { rules: { ...answer?.rules }, checks: checkSettings(answer?.checks, http), inlayHints: { ...defaults.inlayHints, ...answer?.inlayHints }, codeLens: { ...defaults.codeLens, ...answer?.codeLens }, powershellFiles: { ...defaults.powershellFiles, ...answer?.powershellFiles } };
  } catch (error) {
    connection.console.error(`settings: ${String(error)}`);
    return defaults;
  }
}

/** Settings are written by hand: what has another type than it should is the default. */
function checkSettings(stated: Partial<Settings['checks']> | undefined, http: unknown): Settings['checks'] {
  const { resolvers, innerResolvers, extraCaFile, allowPrivateAddresses, askNameServers, microsoftServices, proxy, ...limits } = (stated ?? {}) as Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => typeof value === 'number' && value > 0)),
    resolvers: texts(resolvers),
    innerResolvers: texts(innerResolvers),
    extraCaFile: typeof extraCaFile === 'string' ? extraCaFile : defaults.checks.extraCaFile,
    allowPrivateAddresses: allowPrivateAddresses === true,
    askNameServers: askNameServers !== false,
    microsoftServices: microsoftServices === true,
    ...proxySettings(typeof proxy === 'string' ? proxy : '', http),
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** Our own setting goes before the editor's: an address, or "none" for direct connections whatever else is stated. */
function proxySettings(own: string, http: unknown): { readonly proxy?: ProxySettings; readonly direct?: true } {
  const { proxy, noProxy, proxySupport } = (http ?? {}) as Record<string, unknown>;
  const except = texts(noProxy);
  if (own.trim().toLowerCase() === 'none') return { direct: true };
  if (own.trim() !== '') return { proxy: { url: own, except } };
  if (proxySupport === 'off') return { direct: true };
  return typeof proxy === 'string' && proxy.trim() !== '' ? { proxy: { url: proxy, except } } : {};
}
