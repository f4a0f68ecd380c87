import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet } from '../catalogue/cmdlet.ts';
import { knownParameter } from '../powershell/knownParameter.ts';
import type { Command } from '../powershell/parser/index.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import type { ReadPlan } from '../readPlan.ts';
import { readStep, regionOfScript, scriptKeys } from '../rules/stepScript.ts';
import { shellNames } from '../scriptRules/shellNames.ts';
import type { SemanticToken } from './semanticTokens.ts';

interface ScriptToken {
  readonly range: ScriptRange;
  readonly kind: 'cmdlet' | 'parameter' | 'unknownName';
  /** Of an unknown command, lower case: the plan's scripts may define it. */
  readonly name?: string;
}

const known = new WeakMap<ReadScript, readonly ScriptToken[]>();

/**
 * Commands and parameters of scripts that the catalogue knows, and what has the form of a cmdlet or stands at a known one and is not known.
 * PowerShell's grammar colours both alike.
 */
export function scriptTokens({ document, model }: ReadPlan, catalogue: Catalogue): SemanticToken[] {
  const { defined, isOpen } = shellNames(model);
  return model.steps.flatMap((step) =>
    scriptKeys.flatMap((key): SemanticToken[] => {
      const script = readStep(step, key);
      const region = script === undefined ? undefined : regionOfScript(document, [...step.path, key]);
      if (script === undefined || region === undefined) return [];
      const tokens = known.get(script) ?? tokensOf(script, catalogue);
      known.set(script, tokens);
      return tokens.flatMap(({ range, kind, name }): SemanticToken[] => {
        if (name !== undefined && (isOpen || defined.includes(name))) return [];
        const place = region.map.rangeToHost(range);
        return place === undefined ? [] : [{ range: place, kind, isDefinition: false }];
      });
    }),
  );
}

function tokensOf({ commands }: ReadScript, catalogue: Catalogue): ScriptToken[] {
  return commands.flatMap(({ name, command }): ScriptToken[] => {
    const [first] = command.elements;
    if (name === undefined || first === undefined || first.kind === 'CommandParameter') return [];
    const range = { start: first.start, end: first.end };
    const cmdlet = catalogue.cmdlet(name);
    if (cmdlet !== undefined) return [{ range, kind: 'cmdlet' }, ...parametersOf(command, cmdlet, catalogue)];
    if (catalogue.command(name) !== undefined) return [{ range, kind: 'cmdlet' }];
    // Other names are programs', scripts' and functions', which nobody can know here.
    return /^[a-z]+-[a-z]\w*$/i.test(name) && catalogue.retired(name) === undefined ? [{ range, kind: 'unknownName', name: name.toLowerCase() }] : [];
  });
}

function parametersOf({ elements }: Command, cmdlet: Cmdlet, catalogue: Catalogue): ScriptToken[] {
  return elements.flatMap((element): ScriptToken[] => {
    if (element.kind !== 'CommandParameter' || element.name === '') return [];
    const isKnown = knownParameter(cmdlet, element.name, catalogue) !== undefined;
    // The dash and the name, without a colon behind it.
    return [{ range: { start: element.start, end: element.start + 1 + element.name.length }, kind: isKnown ? 'parameter' : 'unknownName' }];
  });
}
