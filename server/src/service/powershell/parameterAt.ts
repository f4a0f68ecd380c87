/** Which parameter an argument belongs to: the reader knows what was written before it, the catalogue whether that takes a value. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, CommonParameter, Parameter } from '../catalogue/cmdlet.ts';
import { findCommonParameter, findParameter } from '../catalogue/findParameter.ts';
import type { AtArgument } from './commandAt.ts';

export type KnownParameter = Parameter | CommonParameter;

export type ArgumentOwner =
  | { readonly kind: 'parameter'; readonly parameter: KnownParameter }
  /** No name was written for it, or that of a switch, which takes a value behind a colon only. */
  | { readonly kind: 'positional' }
  /** A name that the catalogue does not have. */
  | { readonly kind: 'unknown' };

export function parameterValueAt(cmdlet: Cmdlet, at: AtArgument, catalogue: Catalogue): ArgumentOwner {
  if (at.of === undefined) return { kind: 'positional' };
  const parameter = knownParameter(cmdlet, at.of, catalogue);
  if (parameter === undefined) return { kind: 'unknown' };
  return parameter.type === 'SwitchParameter' && !at.colon ? { kind: 'positional' } : { kind: 'parameter', parameter };
}

/** The cmdlet's own parameters go before those that every cmdlet has. */
export function knownParameter(cmdlet: Cmdlet, written: string, catalogue: Catalogue): KnownParameter | undefined {
  return findParameter(cmdlet, written) ?? findCommonParameter(catalogue.commonParameters, written);
}

export function isCommon(parameter: KnownParameter): parameter is CommonParameter {
  return 'kind' in parameter;
}
