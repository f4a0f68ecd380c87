/** Our answers to `complete`, in the shape of the engine's (test/powershell-engine/README.md): before any order and choice of the editor's. */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { versionCode } from '../../server/src/service/catalogue/versions.ts';
import { callableOf } from '../../server/src/service/powershell/binder/callable.ts';
import { cursorAt } from '../../server/src/service/powershell/cursor.ts';
import type { CommandPlace, Written } from '../../server/src/service/powershell/scriptPlace.ts';
import { scriptPlaceAt } from '../../server/src/service/powershell/scriptPlaceAt.ts';
import { offeredParameters, offeredValues } from '../../server/src/service/powershell/shellOffers.ts';
import { bindUnfinished } from '../../server/src/service/powershell/unfinishedCall.ts';
import type { Request } from './request.ts';

export interface CompleteRequest extends Request {
  readonly cursor: number;
}

export interface CompleteAnswer {
  readonly id: string;
  readonly replaceStart: number;
  readonly replaceLength: number;
  readonly items: readonly { readonly kind: string; readonly text: string }[];
  readonly failed?: string;
}

export function completeAnswerer(catalogueFile: string): (request: CompleteRequest) => CompleteAnswer {
  const catalogue = openCatalogue(catalogueFile);
  return ({ id, text, cursor, on }) => {
    const place = scriptPlaceAt(cursorAt(text, cursor));
    if (place?.kind !== 'command') return { id, replaceStart: cursor, replaceLength: 0, items: [] };
    const { start, end } = quotedRange(text, place);
    return { id, replaceStart: start, replaceLength: end - start, items: itemsAt(place, catalogue, on, wholeWord(text, cursor, place)) };
  };
}

/** For the engine an open quote holds all that follows, where an editor had better look at the line only. */
function wholeWord(text: string, cursor: number, { at }: CommandPlace): string {
  const isOpen = at.kind === 'argument' && at.quote !== undefined && !isClosed(text, at);
  return isOpen ? at.prefix + text.slice(cursor) : at.prefix;
}

function isClosed(text: string, { replace }: Written): boolean {
  return text.charAt(replace.end) === text.charAt(replace.start - 1);
}

/** The engine replaces the quotes too. */
function quotedRange(text: string, { at }: CommandPlace): { readonly start: number; readonly end: number } {
  if (at.kind !== 'argument' || at.quote === undefined) return at.replace;
  return { start: at.replace.start - 1, end: at.replace.end + (isClosed(text, at) ? 1 : 0) };
}

function itemsAt(place: CommandPlace, catalogue: Catalogue, on: string | undefined, word: string): CompleteAnswer['items'] {
  const { at, name } = place;
  const version = versionCode(on);
  if (at.kind === 'name') return namesBeginning(at.prefix, catalogue, on).map((text) => ({ kind: 'Command', text }));
  const cmdlet = name === undefined ? undefined : catalogue.find(name);
  const callable = cmdlet && callableOf(cmdlet, catalogue.commonParameters, version);
  if (callable === undefined) return [];
  if (at.kind === 'parameter') {
    const binding = bindUnfinished(callable, place, 'parameter');
    return offeredParameters(binding, at.prefix).map((offered) => ({ kind: 'ParameterName', text: `-${offered.name}` }));
  }
  const sign = at.quote === undefined ? '' : at.quote === 'single' ? "'" : '"';
  for (const owner of bindUnfinished(callable, place, 'argument').owners) {
    const values = offeredValues(owner, word);
    if (values.length > 0) return values.map((value) => ({ kind: 'ParameterValue', text: quoted(value, sign) }));
  }
  return [];
}

/** PowerShell has these on Windows only; the recordings were made elsewhere. */
const remotingOfWindows = /PSSession(?:Capability|Configuration)$|^(?:Dis|En)able-PSRemoting$|^(?:Connect|Disconnect|Receive)-PSSession$/i;

/** Of the cmdlets that the engine has: stand-ins for Exchange's, and its own core module. */
function namesBeginning(prefix: string, catalogue: Catalogue, on: string | undefined): readonly string[] {
  const version = versionCode(on);
  const exchange = catalogue.entries.filter(({ versions }) => version === undefined || versions.includes(version));
  const core = catalogue.commands.filter(({ name, module, onlyInPowershell }) => module === 'Microsoft.PowerShell.Core' && onlyInPowershell !== '5.1' && !remotingOfWindows.test(name));
  return [...exchange, ...core].map(({ name }) => name).filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase()));
}

function quoted(value: string, sign: string): string {
  if (sign !== '') return `${sign}${sign === "'" ? value.replaceAll("'", "''") : value}${sign}`;
  return /^[$\w.:*+/\\-]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
