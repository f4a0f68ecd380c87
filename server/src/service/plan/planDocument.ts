import { isAlias, isMap, isScalar, isSeq, parseDocument, type Alias, type Document, type Node, type Pair } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { isNestedTooDeeply } from './nesting.ts';
import type { PlanPath } from './planPath.ts';
import { planSchema } from './planSchema.ts';
import { aliasTargets, keyText, readValue } from './planValue.ts';
import { notYaml, syntaxProblems, type SyntaxProblem } from './syntaxProblems.ts';

/** A plan above this size (characters) is not read: no federation needs it, and typing must never wait. */
export const largestPlan = 2_000_000;

/** A plan's text, read. Never throws for any text; what is wrong with it stands in `problems`. */
export interface PlanDocument {
  readonly text: string;
  readonly tree: Document.Parsed | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** The plan as plain data, as far as it could be read; nothing is checked yet. */
  readonly value: unknown;
  /** The YAML node at a path, aliases followed. */
  node(path: PlanPath): Node | undefined;
  /** The YAML node at a path as it is written: an alias is an alias. */
  written(path: PlanPath): Node | undefined;
  /** Where a value stands; where there is none, its key; undefined where there is neither. */
  valueRange(path: PlanPath): OffsetRange | undefined;
  /** Where the key of a mapping's entry stands. */
  keyRange(path: PlanPath): OffsetRange | undefined;
}

export function parsePlan(text: string): PlanDocument {
  if (text.length > largestPlan) return unread(text, notYaml('plan/too-large', text, `The plan has ${text.length} characters; plans up to ${largestPlan} are read. Split it, one plan for each federation.`));
  const tree = isNestedTooDeeply(text) ? undefined : parseTree(text);
  if (tree === undefined) return unread(text, notYaml('plan/too-deep', text, 'The plan is nested too deeply to be read. A plan needs about ten levels; remove the surplus brackets or dashes.'));
  const targets = aliasTargets(tree);
  return {
    text,
    tree,
    problems: syntaxProblems(tree, targets, text),
    value: readValue(tree, targets, planSchema),
    node: (path) => entryAt(tree, targets, path)?.value,
    written: (path) => entryAt(tree, targets, path)?.written,
    valueRange: (path) => {
      const entry = entryAt(tree, targets, path);
      return entry === undefined ? undefined : (rangeOfNode(entry.written) ?? rangeOfNode(entry.key));
    },
    keyRange: (path) => rangeOfNode(entryAt(tree, targets, path)?.key),
  };
}

/** Undefined where the parser gives up. Its warnings and errors are collected; `logLevel` below `error` would drop that of a second document. */
function parseTree(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { keepSourceTokens: true, prettyErrors: false, logLevel: 'error', stringKeys: false });
  } catch {
    return undefined;
  }
}

function unread(text: string, problem: SyntaxProblem): PlanDocument {
  return { text, tree: undefined, problems: [problem], value: null, node: () => undefined, written: () => undefined, valueRange: () => undefined, keyRange: () => undefined };
}

interface Entry {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  readonly written: Node | undefined;
}

function entryAt(tree: Document.Parsed, targets: ReadonlyMap<Alias, Node>, path: PlanPath): Entry | undefined {
  const follow = (node: Node | null | undefined): Node | undefined => (isAlias(node) ? targets.get(node) : (node ?? undefined));
  let entry: Entry = { key: undefined, value: follow(tree.contents), written: tree.contents ?? undefined };
  for (const part of path) {
    const node = entry.value;
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).findLast((item) => keyText(item.key) === String(part));
      if (pair === undefined) return undefined;
      entry = { key: pair.key, value: follow(pair.value), written: pair.value ?? undefined };
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (item === undefined) return undefined;
      entry = { key: undefined, value: follow(item), written: item };
    } else return undefined;
  }
  return entry;
}

/** A node's range without what follows it; undefined for the empty value that YAML puts behind a lone key. */
function rangeOfNode(node: Node | undefined): OffsetRange | undefined {
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  if (start === end && isScalar(node)) return undefined;
  return { start, end };
}
