import { fullName, isFalse, nameRange, parameterOf } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

const saysReversible = /\b(?:reversible|can be (?:undone|reversed|reverted|taken back|rolled back)|roll(?:s|ed)? back|roll-?back)\b/i;
const saysNot = /\b(?:not|cannot|can't|never|no|without|ir)[ -]?(?:\w+ ){0,2}(?:reversible|be undone|be reversed|be reverted|taken back|roll(?:ed)?[ -]?back)|irreversible/i;
const takesAway = /^(?:remove|disable|clear|uninstall|dismount)-/;

export const noUndo: ScriptRule = {
  code: 'script/no-undo',
  title: 'A step that says it can be taken back, takes something away, and has no undo',
  severity: 'information',
  guidance: [],
  *check({ script, at, catalogue }) {
    if (at.key !== 'run' || at.hasUndo || catalogue === undefined || !saysReversible.test(at.words) || saysNot.test(at.words)) return;
    for (const { name, command } of script.commands) {
      const full = fullName(command, catalogue);
      if (name === undefined || !takesAway.test(full) || catalogue.find(full) === undefined) continue;
      const confirm = parameterOf(command, 'Confirm', 2) ?? parameterOf(command, 'cf');
      // It asks, or only says what it would do.
      if ((confirm !== undefined && !isFalse(confirm.argument)) || parameterOf(command, 'WhatIf', 2) !== undefined) continue;
      yield { message: `The step says that it can be taken back; "${name}" takes something away without asking, and the step has no "undo". Write "undo", or add -Confirm.`, range: nameRange(command) };
    }
  },
};
