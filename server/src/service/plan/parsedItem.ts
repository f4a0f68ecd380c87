import { Composer, isAlias, isCollection, isMap, isNode, isPair, isScalar, parseDocument, Schema, type Alias, type Document, type Node } from 'yaml';
import { isNestedTooDeeply } from './nesting.ts';
import { plainTokens } from './plainTokens.ts';
import { mostProblems, syntaxProblems, type SyntaxProblem } from './syntaxProblems.ts';

/** A piece of a plan, parsed. All offsets count from its own beginning, so that it can be kept while the text before it changes. */
export interface ParsedItem {
  readonly text: string;
  /** Undefined where the parser gave up. */
  readonly tree: Document.Parsed | undefined;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly problems: readonly SyntaxProblem[];
  /** The keys of its outermost mapping; empty for a list. */
  readonly names: readonly string[];
  readonly anchors: ReadonlySet<string>;
  /** Aliases whose anchor does not stand in this piece. */
  readonly unresolved: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

export function parseItem(text: string): ParsedItem {
  const tree = plainTree(text) ?? (isNestedTooDeeply(text) ? undefined : parseTree(text));
  if (tree === undefined) return { text, tree, targets: new Map(), problems: [], names: [], anchors: new Set(), unresolved: [] };
  return { text, tree, problems: syntaxProblems(tree, text), names: namesOf(tree), ...anchorsOf(tree) };
}

function namesOf({ contents }: Document.Parsed): string[] {
  return isMap(contents) ? [...new Set(contents.items.flatMap(({ key }) => keyText(key) ?? []))] : [];
}

/** `logLevel` below `error` would drop the error of a second document. */
const options = { keepSourceTokens: true, prettyErrors: false, logLevel: 'error' } as const;
/** One for all pieces that are written plainly; a tag, of which they have none, would add to it. */
const plainOptions = { ...options, schema: new Schema({ schema: 'core', resolveKnownTags: true }) };

function plainTree(text: string): Document.Parsed | undefined {
  const tokens = plainTokens(text);
  if (tokens === undefined) return undefined;
  const [document] = new Composer(plainOptions).compose([tokens], true, text.length);
  return document;
}

/** Undefined where the parser gives up: yaml's composer calls itself for each level. */
function parseTree(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, options);
  } catch {
    return undefined;
  }
}

/**
 * What each alias stands for: the last anchor of that name before it, as YAML says. One walk for all of them, in the order of the text; yaml's own
 * `visit` copies the path at each node, which is a tenth of the time that opening a plan takes. Nesting is bounded before.
 */
function anchorsOf(tree: Document.Parsed): Pick<ParsedItem, 'targets' | 'anchors' | 'unresolved'> {
  const nodes = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const unresolved: { name: string; start: number; end: number }[] = [];

  function walk(node: unknown): void {
    if (!isNode(node)) return;
    forgetTokens(node);
    if (isAlias(node)) {
      const target = nodes.get(node.source);
      if (target !== undefined) targets.set(node, target);
      else if (node.range && unresolved.length < mostProblems) unresolved.push({ name: node.source, start: node.range[0], end: node.range[1] });
      return;
    }
    if (node.anchor !== undefined) nodes.set(node.anchor, node);
    if (!isCollection(node)) return;
    for (const item of node.items) {
      if (isPair(item)) {
        forgetTokens(item);
        walk(item.key);
        walk(item.value);
      } else walk(item);
    }
  }

  walk(tree.contents);
  return { targets, anchors: new Set(nodes.keys()), unresolved };
}

/** Tokens are half of what a tree holds; those of blocks alone are asked for, since a block's value does not tell where its lines begin. */
function forgetTokens(of: { srcToken?: unknown; type?: unknown }): void {
  if (of.type !== 'BLOCK_LITERAL' && of.type !== 'BLOCK_FOLDED') of.srcToken = undefined;
}

/** A key as written; undefined for keys that are not scalars, which no plan has. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return key.type === 'PLAIN' ? (key.source ?? '') : String(key.value);
}
