import type { Random } from './random.ts';

/** Alternatives by name; «name» in one stands for one of that name's, «name?» for one or nothing. */
export type Grammar = ReadonlyMap<string, readonly string[]>;

/** Reads a file such as adminScripts.txt, whose first lines say how it is written. */
export function readGrammar(text: string): Grammar {
  const sections = text.replaceAll('\r\n', '\n').split(/^(==?) (\w+)$/m).slice(1);
  const grammar = new Map<string, readonly string[]>();
  for (let at = 0; at + 2 < sections.length; at += 3) {
    const [kind = '', name = '', body = ''] = sections.slice(at, at + 3);
    const lines = body.replace(/^\n/, '').replace(/\n+$/, '');
    grammar.set(name, kind === '==' ? lines.split('\n--\n') : lines.split('\n').map((line) => line.replaceAll('\\n', '\n')));
  }
  return grammar;
}

const reference = /«(\w+)(\?)?»/g;
const deepest = 9;
const mostExpanded = 400;

/** Composes texts of a grammar. What is deep inside, or late in a long text, is taken from the plainest alternatives, so that it ends. */
export class TextComposer {
  private readonly random: Random;
  private readonly grammar: Grammar;
  /** Names that are not in the grammar. */
  private readonly given: Readonly<Record<string, () => string>>;
  private readonly plainest = new Map<string, readonly string[]>();
  private expanded = 0;

  constructor(random: Random, grammar: Grammar, given: Readonly<Record<string, () => string>>) {
    this.random = random;
    this.grammar = grammar;
    this.given = given;
  }

  text(): string {
    this.expanded = 0;
    return this.one('text', 0);
  }

  private one(name: string, depth: number): string {
    const given = this.given[name];
    if (given) return given();
    this.expanded++;
    const alternatives = depth > deepest || this.expanded > mostExpanded ? this.plain(name) : this.grammar.get(name);
    if (alternatives === undefined) throw new Error(`The grammar has no "${name}".`);
    return this.random.pick(alternatives).replace(reference, (_, inner: string, maybe: string | undefined) => (maybe !== undefined && this.random.chance(0.5) ? '' : this.one(inner, depth + 1)));
  }

  /** Those with the fewest references. */
  private plain(name: string): readonly string[] | undefined {
    const known = this.plainest.get(name);
    if (known) return known;
    const all = this.grammar.get(name) ?? [];
    const count = (alternative: string): number => [...alternative.matchAll(reference)].length;
    const least = Math.min(...all.map(count));
    const found = all.filter((each) => count(each) === least);
    this.plainest.set(name, found);
    return found;
  }
}
