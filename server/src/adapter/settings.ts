import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { settingsSection, type Settings } from '../protocol/settings.ts';

const defaults: Settings = { checks: { resolvers: [], extraCaFile: '' } };

/** The user's settings, asked for when they are first needed and again after they changed. */
export interface SettingsSource {
  read(): Promise<Settings>;
  /** Call when the connection is initialized. */
  watch(): Promise<void>;
}

export function settingsSource(connection: Connection, canAsk: () => boolean): SettingsSource {
  let known: Promise<Settings> | undefined;
  connection.onDidChangeConfiguration(() => (known = undefined));
  return {
    read: () => (known ??= canAsk() ? ask(connection) : Promise.resolve(defaults)),
    watch: async () => {
      if (canAsk()) await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    },
  };
}

async function ask(connection: Connection): Promise<Settings> {
  const answer = (await connection.workspace.getConfiguration(settingsSection)) as Partial<Settings> | null;
  return { checks: { ...defaults.checks, ...answer?.checks } };
}
