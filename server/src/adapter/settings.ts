import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { settingsSection, type Settings } from '../protocol/settings.ts';

/** Lenses are off for a client that states no settings: it will hardly have the command that they run. */
const defaults: Settings = { rules: {}, checks: { resolvers: [], innerResolvers: [], extraCaFile: '' }, inlayHints: { enable: false }, codeLens: { runChecks: false } };

/** The user's settings of a document, asked for when they are first needed and again after they changed. */
export interface SettingsSource {
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
    const answer = (await connection.workspace.getConfiguration({ scopeUri, section: settingsSection })) as Partial<Settings> | null;
    return { rules: { ...answer?.rules }, checks: checkSettings(answer?.checks), inlayHints: { ...defaults.inlayHints, ...answer?.inlayHints }, codeLens: { ...defaults.codeLens, ...answer?.codeLens } };
  } catch (error) {
    connection.console.error(`settings: ${String(error)}`);
    return defaults;
  }
}

/** Settings are written by hand: what has another type than it should is the default. */
function checkSettings(stated: Partial<Settings['checks']> | undefined): Settings['checks'] {
  const { resolvers, innerResolvers, extraCaFile, allowPrivateAddresses, askNameServers, microsoftServices, ...limits } = (stated ?? {}) as Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => typeof value === 'number' && value > 0)),
    resolvers: texts(resolvers),
    innerResolvers: texts(innerResolvers),
    extraCaFile: typeof extraCaFile === 'string' ? extraCaFile : defaults.checks.extraCaFile,
    allowPrivateAddresses: allowPrivateAddresses === true,
    askNameServers: askNameServers !== false,
    microsoftServices: microsoftServices === true,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
