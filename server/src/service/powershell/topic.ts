/** What a completion is about, as plain data that an editor can hand back when somebody wants to read of it. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, VersionCode } from '../catalogue/cmdlet.ts';
import { commandMarkdown, entryMarkdown } from './cmdletMarkdown.ts';
import { isCommon, knownParameter } from './knownParameter.ts';
import { commonParameterMarkdown, parameterMarkdown } from './parameterMarkdown.ts';

export type Topic =
  | { readonly kind: 'cmdlet'; readonly name: string }
  /** `version` is the organization's. */
  | { readonly kind: 'parameter'; readonly cmdlet: string; readonly name: string; readonly version?: VersionCode }
  /** Said in a line, in Markdown. */
  | { readonly kind: 'text'; readonly text: string };

export function parameterTopic({ name: cmdlet }: Cmdlet, name: string, version: VersionCode | undefined): Topic {
  return { kind: 'parameter', cmdlet, name, ...(version === undefined ? {} : { version }) };
}

/** Markdown; empty where the catalogue knows nothing of it. */
export function explain(topic: Topic, catalogue: Catalogue): string {
  if (topic.kind === 'text') return topic.text;
  if (topic.kind === 'cmdlet') {
    const cmdlet = catalogue.cmdlet(topic.name);
    if (cmdlet) return entryMarkdown(cmdlet);
    const known = catalogue.command(topic.name);
    return known ? commandMarkdown(known) : '';
  }
  const cmdlet = catalogue.cmdlet(topic.cmdlet);
  const parameter = cmdlet && knownParameter(cmdlet, topic.name, catalogue);
  if (cmdlet === undefined || parameter === undefined) return '';
  return isCommon(parameter) ? commonParameterMarkdown(parameter) : parameterMarkdown(parameter, catalogue, topic.version, cmdlet.origin);
}
