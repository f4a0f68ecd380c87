/** Where we differ from PowerShell's engine on purpose, each with the reason. What is not in this list is a mistake of ours. */
import type { ParseRow } from './compareParse.ts';
import type { ParseAnswer } from './parseAnswer.ts';
import type { BindRow } from './compareBind.ts';
import type { StaticRow } from './compareStatic.ts';

export interface KnownDifference {
  readonly reason: string;
  readonly applies: (real: ParseAnswer, row: ParseRow, text: string) => boolean;
}

const first = (real: ParseAnswer): string => real.errors[0]?.id ?? '';

export const knownDifferences: readonly KnownDifference[] = [
  {
    reason: 'depends on the types, modules and assemblies of the machine that parses',
    applies: (real) => ['TypeNotFound', 'ModuleNotFoundDuringParse', 'RequiresModuleInvalid', 'ErrorLoadingAssembly', 'CannotLoadAssembly', 'CustomAttributeTypeNotFound'].includes(first(real)),
  },
  {
    reason: 'found by analysing the flow of a class or its members, which no plan declares',
    applies: (real) => ['VariableNotLocal', 'MemberAlreadyDefined', 'TooManyTypes', 'MethodHasCodePathNotReturn', 'ReturnInVoidMethod', 'ParameterAttributeArgumentNeedsToBeConstant'].includes(first(real)),
  },
  {
    reason: 'the restricted language of a data section is not checked',
    applies: (real) => /DataSection$|^(?:CmdletNotInAllowedList|ScriptBlockNotSupportedInDataSection|VariableReferenceNotSupported)/.test(first(real)),
  },
  {
    reason: 'the recording takes a pipe behind a comment for one at the beginning of a line',
    applies: (real, row, text) => row === 'newer syntax' && real.v7only?.[0]?.what === 'LeadingPipe' && /(?:#>[ \t]*|#[^\n]*\n[ \t]*)$/.test(text.slice(0, real.v7only[0].start)),
  },
  {
    reason: 'a recording counts `u{…} as newer syntax; Windows PowerShell reads other text there, but refuses nothing',
    applies: (real, row) => row === 'newer syntax' && real.v7only?.[0]?.what === 'UnicodeEscape',
  },
  {
    reason: 'nesting is bounded at a few hundred levels here, at some thousands there',
    applies: (real) => first(real) === 'ScriptTooComplicated',
  },
];

export function isKnownParseDifference(real: ParseAnswer, row: ParseRow, text: string): boolean {
  return knownDifferences.some((each) => each.applies(real, row, text));
}

/** Two pages list a parameter twice in one set; of such a page no function can be made: the engine knows of no such command. */
export function isKnownCompleteDifference(text: string): boolean {
  return /\b(?:Get-PublicFolderMigrationRequestStatistics|New-MailboxImportRequest) /i.test(text);
}

/** Of `bind`: the order of a hashtable is not that of the text, so that of several wrong names in a splat any may come first. */
export function isKnownBindDifference(row: BindRow, text: string): boolean {
  return row === 'parameter named' && /@\w+\b/.test(text) && text.includes('@{');
}

/**
 * Of `static`: where a value is missing PowerShell itself stops; the static binder counts the parameter as given, finds it twice, or lets it
 * pass because the pipeline could supply it.
 */
export function isKnownStaticDifference(row: StaticRow, ours: readonly { readonly id: string }[]): boolean {
  return row !== 'calls' && ours.some(({ id }) => id === 'MissingArgument');
}
