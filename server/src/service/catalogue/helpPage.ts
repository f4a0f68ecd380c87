/**
 * The official page of a cmdlet, in the form that the pages give themselves as their "online version". Without a language,
 * Microsoft Learn answers in the reader's.
 */
export function helpPage(cmdlet: string, module = 'exchangepowershell'): string {
  return `https://learn.microsoft.com/powershell/module/${module.toLowerCase()}/${cmdlet.toLowerCase()}`;
}
