import { backtickBlank } from './backtickBlank.ts';
import { brokenUrl } from './brokenUrl.ts';
import { character } from './character.ts';
import { damagedName } from './damagedName.ts';
import { formatInPipeline } from './formatInPipeline.ts';
import { invokeExpression } from './invokeExpression.ts';
import { lostHyphen } from './lostHyphen.ts';
import { newerSyntax } from './newerSyntax.ts';
import { noUndo } from './noUndo.ts';
import { placeholder } from './placeholder.ts';
import { plainPassword } from './plainPassword.ts';
import { promptText } from './promptText.ts';
import { replacedCmdlet } from './replacedCmdlet.ts';
import { retiredCmdlet } from './retiredCmdlet.ts';
import type { ScriptRule } from './scriptRule.ts';
import { serverPiped } from './serverPiped.ts';
import { syntax } from './syntax.ts';
import { whatIfLeft } from './whatIfLeft.ts';
import { wrappedLine } from './wrappedLine.ts';

export const scriptRules: readonly ScriptRule[] = [
  backtickBlank,
  brokenUrl,
  character,
  damagedName,
  formatInPipeline,
  invokeExpression,
  lostHyphen,
  newerSyntax,
  noUndo,
  placeholder,
  plainPassword,
  promptText,
  replacedCmdlet,
  retiredCmdlet,
  serverPiped,
  syntax,
  whatIfLeft,
  wrappedLine,
];
