import { character } from './character.ts';
import { newerSyntax } from './newerSyntax.ts';
import { syntax } from './syntax.ts';
import type { ScriptRule } from './scriptRule.ts';

export const scriptRules: readonly ScriptRule[] = [character, newerSyntax, syntax];
