/** What scripts/fuzzPowershell.mjs runs: random, broken and cut texts through all that reads a script. Nothing may throw, and ranges stay inside the text. */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import { completeScript } from '../../server/src/service/powershell/completeScript.ts';
import { hoverScript } from '../../server/src/service/powershell/hoverScript.ts';
import { walk } from '../../server/src/service/powershell/parser/index.ts';
import { readScript } from '../../server/src/service/powershell/readScript.ts';
import { judgeScript } from '../../server/src/service/scriptRules/judgeScript.ts';
import { readGrammar } from './composeText.ts';
import { freshTexts, mutated } from './freshTexts.ts';
import { Random } from './random.ts';
import { vocabularyOf } from './vocabulary.ts';

const at = { key: 'run' as const, versions: ['2016' as const], defined: [], isOpen: false, words: '', hasUndo: false };

export class PowershellFuzz {
  private readonly catalogue: Catalogue;
  /** Offering all cmdlets again and again would test their number only. */
  private readonly small: Catalogue;
  private readonly catalogueFile: string;
  private readonly grammar: string;

  constructor(catalogueFile: string, grammar: string) {
    this.catalogueFile = catalogueFile;
    this.grammar = grammar;
    this.catalogue = openCatalogue(catalogueFile);
    const few = this.catalogue.entries.filter(({ federationArea }) => federationArea === 'federation-trust');
    this.small = { ...this.catalogue, entries: few, commands: this.catalogue.commands.slice(0, 5) };
  }

  /** Reads it, binds it, judges it, and completes at an offset. Throws where something does, or where a range lies outside the text. */
  survive(text: string, offset: number): void {
    const inside = (what: string, { start, end }: { readonly start: number; readonly end: number }): void => {
      if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${what} ${start}-${end} lies outside of ${JSON.stringify(text)}`);
    };
    const script = readScript(text);
    walk(script.tree, (node) => {
      inside(node.kind, node);
    });
    for (const each of script.errors) inside(each.id, each);
    for (const { binding } of bindScript(script.tree, this.catalogue, { output: { kind: 'object', properties: new Map() } })) for (const each of binding?.errors ?? []) inside(each.id, each);
    for (const { code, range } of judgeScript(script, at, this.catalogue)) inside(code, range);
    for (const { label, replace } of completeScript(text, offset, this.small, '2016')) inside(label, replace);
    const hover = hoverScript(text, offset, this.small, '2016');
    if (hover) inside('hover', hover.range);
  }

  /** `count` texts that nobody has seen, half of them recorded ones broken at random; the same seed gives the same. */
  *random(seed: number, count: number, recorded: readonly string[]): Generator<{ readonly text: string; readonly offset: number }> {
    const random = new Random(seed);
    const fresh = freshTexts(seed, vocabularyOf(this.catalogueFile), { grammar: readGrammar(this.grammar), catalogue: this.catalogue });
    for (let index = 0; index < count; index++) {
      const text = index % 10 === 9 ? characters(random) : index % 2 === 0 ? mutated(random, mutated(random, random.pick(recorded))) : fresh.next().value.text;
      yield { text, offset: random.below(text.length + 1) };
    }
  }
}

function characters(random: Random): string {
  const limit = random.pick([0x80, 0x100, 0x2100, 0x10000]);
  return Array.from({ length: random.below(120) }, () => String.fromCharCode(random.below(limit))).join('');
}
