import { ambiguousParameter } from './ambiguousParameter.ts';
import { backtickBlank } from './backtickBlank.ts';
import { booleanValue } from './booleanValue.ts';
import { brokenUrl } from './brokenUrl.ts';
import { character } from './character.ts';
import { damagedName } from './damagedName.ts';
import { duplicateParameter } from './duplicateParameter.ts';
import { emptyValue } from './emptyValue.ts';
import { formatInPipeline } from './formatInPipeline.ts';
import { invokeExpression } from './invokeExpression.ts';
import { lostHyphen } from './lostHyphen.ts';
import { missingParameter } from './missingParameter.ts';
import { missingValue } from './missingValue.ts';
import { newerSyntax } from './newerSyntax.ts';
import { noUndo } from './noUndo.ts';
import { otherVersionParameter } from './otherVersionParameter.ts';
import { parameterCompany } from './parameterCompany.ts';
import { parameterSet } from './parameterSet.ts';
import { placeholder } from './placeholder.ts';
import { plainPassword } from './plainPassword.ts';
import { promptText } from './promptText.ts';
import { replacedCmdlet } from './replacedCmdlet.ts';
import { retiredCmdlet } from './retiredCmdlet.ts';
import type { ScriptRule } from './scriptRule.ts';
import { serverPiped } from './serverPiped.ts';
import { surplusArgument } from './surplusArgument.ts';
import { switchApart } from './switchApart.ts';
import { switchValue } from './switchValue.ts';
import { syntax } from './syntax.ts';
import { unknownCmdlet } from './unknownCmdlet.ts';
import { unknownParameter } from './unknownParameter.ts';
import { unknownValue } from './unknownValue.ts';
import { valueRange } from './valueRange.ts';
import { valueShape } from './valueShape.ts';
import { whatIfLeft } from './whatIfLeft.ts';
import { wrappedLine } from './wrappedLine.ts';
import { wrongType } from './wrongType.ts';

export const scriptRules: readonly ScriptRule[] = [
  ambiguousParameter,
  backtickBlank,
  booleanValue,
  brokenUrl,
  character,
  damagedName,
  duplicateParameter,
  emptyValue,
  formatInPipeline,
  invokeExpression,
  lostHyphen,
  missingParameter,
  missingValue,
  newerSyntax,
  noUndo,
  otherVersionParameter,
  parameterCompany,
  parameterSet,
  placeholder,
  plainPassword,
  promptText,
  replacedCmdlet,
  retiredCmdlet,
  serverPiped,
  surplusArgument,
  switchApart,
  switchValue,
  syntax,
  unknownCmdlet,
  unknownParameter,
  unknownValue,
  valueRange,
  valueShape,
  whatIfLeft,
  wrappedLine,
  wrongType,
];
