/** What the catalogue knows of a cmdlet. Absent means not stated by the documentation, never "no limit" or "none". */

/** Codes of the documentation: `EXO` Exchange Online, `ADDON` its security add-on, `SCC` Security & Compliance. */
export type VersionCode = '2010' | '2013' | '2016' | '2019' | 'SE' | 'EXO' | 'ADDON' | 'SCC';

/** Who brings a command: Exchange, PowerShell itself, or a module of Windows. */
export type Origin = 'exchange' | 'powershell' | 'windows';

/** `5.1` stands for Windows PowerShell, `7` for PowerShell 7. */
export type PowershellEdition = '5.1' | '7';

export interface Cmdlet {
  readonly name: string;
  readonly origin: Origin;
  /** Of PowerShell and Windows only. */
  readonly module?: string;
  /** Of PowerShell and Windows: every version, since they do not follow Exchange's. */
  readonly versions: readonly VersionCode[];
  readonly category?: string;
  readonly environment: 'onprem' | 'cloud' | 'both' | 'scc' | 'edge' | 'exo-module';
  /** The part of federation it serves, e.g. `organization-relationship`; absent for those that federation never needs. */
  readonly federationArea?: string;
  readonly whatIf?: boolean;
  /** Narrower than `versions`: codes, `onprem`, `edge`, `or-later`, `or-earlier`. */
  readonly functionalOnlyIn?: string;
  readonly onlyIn?: string;
  /** Least version of the Exchange Online module. */
  readonly moduleVersion?: string;
  /** A management role that no role group has by default. */
  readonly role?: string;
  readonly deprecated?: true | 'planned';
  readonly deprecatedIn?: string;
  readonly internal?: boolean;
  readonly replacedBy?: Replacement;
  /** Only one of the two PowerShells has it. */
  readonly onlyInPowershell?: PowershellEdition;
  readonly aliases?: readonly string[];
  /** A function without -Verbose, -ErrorAction and the others. */
  readonly noCommonParameters?: boolean;
  readonly sets: readonly ParameterSet[];
  /** In the order of its page. */
  readonly parameters: readonly Parameter[];
}

export interface Replacement {
  readonly cmdlet: string;
  /** `replaced`: use the other; `recommended`: both serve. */
  readonly kind: 'replaced' | 'recommended';
  /** First version that has the replacement. */
  readonly from?: VersionCode;
  /** The page's own claim where it differs. */
  readonly docFrom?: string;
}

export interface ParameterSet {
  /** `(All)` where the page has one unnamed set. */
  readonly name: string;
  /** Stated on 30 pages only. */
  readonly isDefault: boolean;
  readonly members: readonly SetMember[];
}

export interface SetMember {
  readonly parameter: Parameter;
  readonly mandatory: boolean;
  /** Positions follow the order of the positional members. */
  readonly positional: boolean;
  readonly takesValue: boolean;
}

export interface Parameter extends ParameterFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Its own versions, or the cmdlet's. */
  readonly versions: readonly VersionCode[];
}

/** As the catalogue's file holds them, without the defaults that {@link Parameter} fills in. */
export interface ParameterFacts {
  readonly type: string;
  /** Where two places of one page disagree; either is right. */
  readonly otherType?: string;
  /** As documented: the first is 1 on most pages, 0 on others. */
  readonly position?: number;
  /** Sets that contain it; absent: all. */
  readonly sets?: readonly string[];
  /** The page's table and syntax disagree; the union is kept. */
  readonly setsDisputed?: boolean;
  /** In all of its sets, or in these. */
  readonly mandatory?: true | readonly string[];
  /** What the page's table says where it contradicts the syntax. */
  readonly mandatoryInTable?: boolean;
  /** `true`: accepted, its kind not stated. */
  readonly pipeline?: 'both' | 'name' | 'value' | 'true';
  readonly wildcards?: boolean;
  readonly list?: boolean;
  readonly functionalOnlyIn?: string;
  readonly moduleVersion?: string;
  readonly values?: readonly string[];
  /** The list of values may be incomplete: offer, never refuse. */
  readonly open?: boolean;
  readonly cloudOnlyValues?: readonly string[];
  readonly onPremisesOnlyValues?: readonly string[];
  readonly deprecatedValues?: Readonly<Record<string, true | string>>;
  readonly internalValues?: readonly string[];
  /** A Boolean that takes `$null`. */
  readonly nullable?: boolean;
  /** Values of the parts of a composite value. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** For `New-` the value used when omitted, for `Set-` the property's initial value. */
  readonly default?: string;
  readonly defaultInTable?: string;
  /** Above 2^53 as strings. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly minTime?: string;
  readonly maxTime?: string;
  readonly orUnlimited?: boolean;
  readonly rangeOn?: string;
  readonly maxLength?: number;
  readonly itemMaxLength?: number;
  readonly maxItems?: number;
  /** Forms of an identity: Name, DN, GUID, … */
  readonly identityForms?: readonly string[];
  /** Only meaningful beside these. */
  readonly requires?: readonly { readonly param: string; readonly in?: readonly string[] }[];
  readonly excludes?: readonly string[];
  readonly internal?: boolean;
  readonly deprecated?: boolean;
  readonly deprecatedIn?: string;
  /** Another parameter of the same cmdlet. */
  readonly replacedBy?: string;
  readonly notInSyntax?: boolean;
  readonly noSection?: boolean;
  /** Only one of the two PowerShells has it; those of 7 are in no parameter set. */
  readonly onlyInPowershell?: PowershellEdition;
  /** Further values that PowerShell 7 has. */
  readonly valuesOfPowershell7?: readonly string[];
}

/** A parameter that PowerShell gives to every cmdlet. */
export interface CommonParameter {
  readonly name: string;
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly values?: readonly string[];
  /** `risk`: only on cmdlets that support -WhatIf, whose pages list them anyway. */
  readonly kind: 'common' | 'risk';
  /** First PowerShell version that has it. */
  readonly since?: string;
  readonly since7Values?: readonly string[];
}
