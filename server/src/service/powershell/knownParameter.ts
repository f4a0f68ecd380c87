/** Parameters by the name that somebody wrote, those that PowerShell gives to every cmdlet among them. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, CommonParameter, Parameter } from '../catalogue/cmdlet.ts';
import { findCommonParameter, findParameter } from '../catalogue/findParameter.ts';

export type KnownParameter = Parameter | CommonParameter;

/** The cmdlet's own parameters go before those that every cmdlet has. */
export function knownParameter(cmdlet: Cmdlet, written: string, catalogue: Catalogue): KnownParameter | undefined {
  return findParameter(cmdlet, written) ?? findCommonParameter(catalogue.commonParameters, written);
}

export function isCommon(parameter: KnownParameter): parameter is CommonParameter {
  return 'kind' in parameter;
}
