// The settings that an editor begins with.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Settings of an editor that a script opens: nothing asks, nothing looks for updates, nothing hides the extension.
 * `security.workspace.trust.startupPrompt` matters only where the trust dialog has not been switched off by an argument.
 */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'security.workspace.trust.startupPrompt': 'always',
};

/** Writes settings where there are none yet: what a user has changed since is theirs. */
export function writeOnce(file, settings) {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}
