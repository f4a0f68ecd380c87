import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../finding.ts';
import { judge, type Levels } from '../judgement.ts';
import { completeScript } from '../powershell/completeScript.ts';
import { cursorAt } from '../powershell/cursor.ts';
import { hoverScript } from '../powershell/hoverScript.ts';
import { readScript } from '../powershell/readScript.ts';
import type { ScriptPlace } from '../powershell/scriptPlace.ts';
import { commandAt, scriptPlaceAt } from '../powershell/scriptPlaceAt.ts';
import { signatureHelp, type SignatureHelp } from '../powershell/signatureHelp.ts';
import { judgeScript } from '../scriptRules/judgeScript.ts';
import { namesOf } from '../scriptRules/shellNames.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { entryOf } from './scriptFeatures.ts';
import type { Hover } from './planHover.ts';

/** A script of a megabyte is read in time; a dump of data is not a script. */
const largest = 2_000_000;

/** What an editor asks of a PowerShell file. All else than Exchange's cmdlets is left to the extension that knows PowerShell. */
export interface PowershellFileFeatures {
  completePowershellFile(text: string, offset: number): CompletionEntry[];
  hoverPowershellFile(text: string, offset: number): Hover | undefined;
  signatureHelpOfPowershellFile(text: string, offset: number): SignatureHelp | undefined;
  /** What is shown of a file's findings: with the user's levels and the file's own suppressions. */
  judgePowershellFile(text: string, levels: Levels): Finding[];
}

export function powershellFileFeatures(catalogue: Catalogue): PowershellFileFeatures {
  const isExchanges = (name: string | undefined): boolean => name !== undefined && catalogue.find(name) !== undefined;
  const isCallOfExchange = (text: string, offset: number): boolean => isExchanges(commandAt(text, offset)?.name);
  return {
    completePowershellFile(text, offset) {
      if (text.length > largest) return [];
      const wanted = entriesWanted(scriptPlaceAt(cursorAt(text, offset)), isExchanges);
      return wanted === undefined ? [] : completeScript(text, offset, catalogue).filter(wanted).map((completion) => entryOf(completion, completion.replace, completion.insertText));
    },
    hoverPowershellFile(text, offset) {
      // At a word's first character the reader must look behind it.
      return text.length <= largest && (isCallOfExchange(text, Math.min(offset + 1, text.length)) || isCallOfExchange(text, offset)) ? hoverScript(text, offset, catalogue) : undefined;
    },
    signatureHelpOfPowershellFile: (text, offset) => (text.length <= largest && isCallOfExchange(text, offset) ? signatureHelp(text, offset, catalogue) : undefined),
    judgePowershellFile(text, levels) {
      if (text.length > largest) return [];
      const script = readScript(text);
      const calls = script.commands.flatMap(({ name, command }) => (isExchanges(name) || (name !== undefined && catalogue.retired(name) !== undefined) ? [command] : []));
      if (calls.length === 0) return [];
      // Nobody knows where the file is run, nor what else the shell has.
      const found = judgeScript(script, { key: 'verify', versions: [], defined: namesOf(script).defined, isOpen: true, words: '', hasUndo: true }, catalogue);
      const own = found
        .filter(({ code, range }) => !general.has(code) && calls.some(({ start, end }) => start <= range.start && range.end <= end))
        .map(({ code, severity, message, range, fixes = [] }): Finding => ({ code, severity, message, range, fixes }));
      return judge(text, own, levels);
    },
  };
}

/** What the PowerShell extension says itself. */
const general = new Set(['script/syntax', 'script/newer-syntax']);

/** Which completions of a place are about Exchange; undefined for none. */
function entriesWanted(place: ScriptPlace | undefined, isExchanges: (name: string | undefined) => boolean): ((completion: { readonly kind: string; readonly label: string }) => boolean) | undefined {
  const isNoVariable = ({ kind }: { readonly kind: string }): boolean => kind !== 'variable';
  switch (place?.kind) {
    case 'command':
      if (place.at.kind === 'name') return ({ kind, label }) => kind === 'cmdlet' && isExchanges(label);
      return isExchanges(place.name) ? isNoVariable : undefined;
    case 'key':
    case 'entry':
      return place.table.calls.some(({ elements: [first] }) => first?.kind === 'StringConstantExpression' && isExchanges(first.value)) ? isNoVariable : undefined;
    default:
      return undefined;
  }
}
