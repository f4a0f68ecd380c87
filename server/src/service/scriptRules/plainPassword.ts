import { walk } from '../powershell/parser/index.ts';
import { argumentOf, constantText, fullName, parameterOf } from './calls.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ScriptRule } from './scriptRule.ts';

const message = 'A password stands in the plan in plain text, where everybody who has the plan reads it. Ask for it when the step is run: Get-Credential, or Read-Host -AsSecureString.';
const isPasswordName = /^(?:\w+:)?\w*(?:password|passwd|pwd|passphrase)$/i;

export const plainPassword: ScriptRule = {
  code: 'script/plain-password',
  title: 'A password in plain text',
  severity: 'warning',
  guidance: [],
  *check({ script, catalogue }) {
    const found: ScriptRange[] = [];
    for (const { command } of script.commands) {
      const name = fullName(command, catalogue);
      const isConversion = name === 'convertto-securestring' && parameterOf(command, 'AsPlainText', 2) !== undefined;
      const ofCmdlet = catalogue?.find(name) === undefined ? undefined : parameterOf(command, 'Password');
      const given = isConversion ? firstText(command) : ofCmdlet === undefined ? undefined : argumentOf(command, ofCmdlet);
      if (given !== undefined && isPassword(constantText(given))) found.push(given);
    }
    walk(script.tree, (node) => {
      if (node.kind !== 'AssignmentStatement' || node.operator !== '=' || node.left.kind !== 'VariableExpression' || !isPasswordName.test(node.left.name)) return;
      const [element] = node.right?.kind === 'Pipeline' ? node.right.elements : [];
      const value = element?.kind === 'CommandExpression' ? element.expression : undefined;
      if (value !== undefined && isPassword(constantText(value))) found.push(value);
    });
    for (const { start, end } of found) yield { message, range: { start, end } };
  },
};

function firstText(command: Parameters<typeof argumentOf>[0]): ReturnType<typeof argumentOf> {
  const named = parameterOf(command, 'String');
  if (named !== undefined) return argumentOf(command, named);
  return command.elements.slice(1).find((element) => element.kind === 'StringConstantExpression');
}

/** Neither empty nor filled in later. */
function isPassword(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && !/^[*.x?]+$|^<.*>$|^\{.*\}$/i.test(text.trim());
}
