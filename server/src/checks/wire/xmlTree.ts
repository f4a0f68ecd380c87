import { SaxesParser } from 'saxes';

/** One element; names are resolved, prefixes are gone. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly children: readonly XmlElement[];
  /** Own text, children's text not included, blanks at both ends removed. */
  readonly text: string;
  /** Prefixes in scope, for text that holds a qualified name (a fault code does). */
  readonly prefixes: ReadonlyMap<string, string>;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const limits = { characters: 262_144, depth: 32, elements: 16_384, prefixes: 64 };

/** Why a text gave no tree. */
export interface XmlProblem {
  /** The end of a sentence: `is not well-formed XML`. */
  readonly problem: string;
  /** Only this reader's own limits stood in the way, which says nothing against the text. */
  readonly beyondLimits: boolean;
}

/**
 * Reads a document that a stranger sent; the answer is its root element, or why it is none. A document type declaration is refused
 * outright: no answer of Exchange has one, and entities are how XML bombs are built. Depth, number of elements and size are bounded.
 */
export function readXml(text: string): { readonly root: XmlElement } | XmlProblem {
  if (text.length > limits.characters) return { problem: `is longer than ${limits.characters / 1024} KB`, beyondLimits: true };
  const document = element('', '', new Map());
  const open: OpenElement[] = [document];
  let elements = 0;
  let prefixes = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new Refused('carries a document type declaration, which is refused', false);
  });
  parser.on('opentag', (tag) => {
    if (open.length > limits.depth) throw new Refused(`is nested deeper than ${limits.depth} elements`, true);
    if (++elements > limits.elements) throw new Refused(`has more than ${limits.elements} elements`, true);
    const parent = open.at(-1) ?? document;
    const declared = Object.entries(tag.ns);
    prefixes += declared.length;
    if (prefixes > limits.prefixes) throw new Refused(`declares more than ${limits.prefixes} namespaces`, true);
    const child = element(tag.local, tag.uri, declared.length === 0 ? parent.prefixes : new Map([...parent.prefixes, ...declared]));
    parent.children.push(child);
    open.push(child);
  });
  const addText = (part: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) closed.text = closed.text.trim();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return error instanceof Refused ? { problem: error.message, beyondLimits: error.beyondLimits } : notWellFormed;
  }
  const root = document.children[0];
  return root === undefined ? notWellFormed : { root };
}

const notWellFormed: XmlProblem = { problem: 'is not well-formed XML', beyondLimits: false };

class Refused extends Error {
  readonly beyondLimits: boolean;

  constructor(problem: string, beyondLimits: boolean) {
    super(problem);
    this.beyondLimits = beyondLimits;
  }
}

function element(name: string, namespace: string, prefixes: ReadonlyMap<string, string>): OpenElement {
  return { name, namespace, children: [], text: '', prefixes };
}

/** The first child with this name and namespace, or any namespace where none is given. */
export function childOf(parent: XmlElement | undefined, name: string, namespace?: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name && (namespace === undefined || child.namespace === namespace));
}

/** Text for an element or attribute value. Characters that XML 1.0 cannot carry are dropped. */
export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return Array.from(text)
    .filter((character) => (character.codePointAt(0) ?? 0) >= 0x20)
    .map((character) => names[character] ?? character)
    .join('');
}
