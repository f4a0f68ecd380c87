import type { ScriptRegion } from '../embedded/scriptRegions.ts';
import { domainName } from '../plan/domainName.ts';
import { commandsOf, parseScript, walk, type Command, type CommandElement, type StringConstantExpression } from '../powershell/parser/index.ts';
import type { ReadPlan } from '../readPlan.ts';
import { knownDomains } from './domainPlaces.ts';
import type { QuoteStyle } from './scalarText.ts';
import type { Occurrence } from './symbols.ts';

const relationshipCmdlet = /^(new|get|set|remove|test)-organizationrelationship$/i;

const styles: Readonly<Record<string, QuoteStyle>> = { BareWord: 'plain', SingleQuoted: 'single', DoubleQuoted: 'double' };

/**
 * Domains and relationships that a script names. A domain must be a whole word (or quoted text) or that of a mail address, and one that the plan or its
 * profile knows; a relationship is what a cmdlet of organization relationships is given as its name.
 */
export function scriptSymbols({ model }: ReadPlan, region: ScriptRegion, domains = knownDomains(model)): Occurrence[] {
  if (region.language !== 'powershell') return [];
  const [top, index] = region.path;
  const owner = top === 'steps' && typeof index === 'number' ? model.steps[index]?.data.organization : undefined;
  const found: Occurrence[] = [];
  const add = (node: StringConstantExpression, symbol: Pick<Occurrence, 'kind' | 'name' | 'owner'>): void => {
    const quote = styles[node.quote];
    const inset = quote === 'plain' ? 0 : 1;
    const whole = region.map.rangeToHost(node);
    const range = region.map.rangeToHost({ start: node.start + inset, end: node.end - inset });
    // With escapes the text is not what it stands for; such a word is left alone.
    if (quote === undefined || whole === undefined || range === undefined || region.text.slice(node.start + inset, node.end - inset) !== node.value) return;
    found.push({ ...symbol, text: node.value, range, whole, quote, isDefinition: false, isInScript: true });
  };
  /** Of a mail address; what a quoted text is made of stays around it. */
  const addDomainOfAddress = (node: StringConstantExpression): void => {
    const [, before = '', text = ''] = /^([^@\s]{1,64}@)([^@\s]+)$/.exec(node.value) ?? [];
    const start = node.start + (styles[node.quote] === 'plain' ? 0 : 1) + before.length;
    const range = domains.has(domainName(text)) && region.text.slice(start, start + text.length) === text ? region.map.rangeToHost({ start, end: start + text.length }) : undefined;
    if (range !== undefined) found.push({ kind: 'domain', name: domainName(text), owner: '', text, range, whole: range, quote: 'plain', isDefinition: false, isInScript: true });
  };
  const { tree } = parseScript(region.text);
  const named = new Set<unknown>();
  for (const { name, command } of commandsOf(tree)) {
    // A command's own name is no argument.
    named.add(command.elements[0]);
    const argument = name !== undefined && relationshipCmdlet.test(name) ? relationshipName(command, name.toLowerCase().startsWith('new-')) : undefined;
    if (argument === undefined) continue;
    named.add(argument);
    if (owner !== undefined && argument.value !== '') add(argument, { kind: 'relationship', name: argument.value.trim().toLowerCase(), owner });
  }
  walk(tree, (node) => {
    if (node.kind !== 'StringConstantExpression' || named.has(node)) return;
    const name = domainName(node.value);
    if (domains.has(name)) add(node, { kind: 'domain', name, owner: '' });
    else addDomainOfAddress(node);
  });
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What the cmdlet is given as `-Name` (where it makes one) or `-Identity`, or as its first argument. */
function relationshipName({ elements }: Command, isNew: boolean): StringConstantExpression | undefined {
  const at = elements.findIndex((element) => element.kind === 'CommandParameter' && isNameParameter(element.name.toLowerCase(), isNew));
  const parameter = elements[at];
  const argument = parameter?.kind === 'CommandParameter' ? (parameter.argument ?? elements[at + 1]) : elements[1];
  return isConstant(argument) ? argument : undefined;
}

function isNameParameter(name: string, isNew: boolean): boolean {
  return isNew ? name === 'name' : name.length > 1 && 'identity'.startsWith(name);
}

function isConstant(element: CommandElement | undefined): element is StringConstantExpression {
  return element?.kind === 'StringConstantExpression';
}
