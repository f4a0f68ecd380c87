/** All calls of a script. */
import type { Catalogue, RetiredCmdlet } from '../../catalogue/catalogue.ts';
import type { Cmdlet, VersionCode } from '../../catalogue/cmdlet.ts';
import type { Command, Pipeline, ScriptBlock } from '../parser/index.ts';
import { walk } from '../parser/index.ts';
import { bindCommand } from './bindCommand.ts';
import type { Binding } from './binding.ts';
import type { Callable } from './callable.ts';
import { callableOf } from './callable.ts';
import { bindInput } from './pipelineInput.ts';
import { splatsInReach } from './splatsInReach.ts';
import { ofStatement, unknown, valueAsWritten, valueOf } from './value.ts';
import type { Value } from './value.ts';

export interface BoundCommand {
  readonly command: Command;
  readonly pipeline: Pipeline;
  /** Undefined where the name is no constant: `& $command`. */
  readonly name: string | undefined;
  readonly found: FoundCommand;
  /** Only where the cmdlet is known, and is there in the version asked for. */
  readonly binding: Binding | undefined;
}

export type FoundCommand =
  | { readonly kind: 'cmdlet'; readonly cmdlet: Cmdlet; readonly module: string | undefined }
  /** Documented, but not for the version asked for. */
  | { readonly kind: 'otherVersion'; readonly cmdlet: Cmdlet }
  | { readonly kind: 'retired'; readonly retired: RetiredCmdlet }
  /** A function, an alias, a program, PowerShell's own: the catalogue does not have it. */
  | { readonly kind: 'unknown' };

export interface BindOptions {
  /** Only what this version has can be called. */
  readonly version?: VersionCode;
  /** What variables and brackets hold is not looked at, not even where the text says it. */
  readonly unevaluated?: boolean;
  /** What a cmdlet passes on, one object a call. Without it nothing is said of what arrives through a pipeline. */
  readonly output?: Value;
}

/** Never throws. In the order of the text, outer commands before those inside them. */
export function bindScript(tree: ScriptBlock, catalogue: Catalogue, options: BindOptions = {}): BoundCommand[] {
  const splats = splatsInReach(tree);
  const bound: BoundCommand[] = [];
  walk(tree, (pipeline) => {
    if (pipeline.kind !== 'Pipeline') return;
    let input: Value | undefined;
    for (const element of pipeline.elements) {
      if (element.kind === 'CommandExpression') {
        input = options.output && firstOf(ofStatement({ ...pipeline, elements: [element] }));
        continue;
      }
      const first = element === pipeline.elements[0];
      const name = nameOf(element);
      const found = name === undefined ? { kind: 'unknown' as const } : findCommand(catalogue, name, options.version);
      const callable = found.kind === 'cmdlet' ? sharedCallable(catalogue, found.cmdlet, options.version) : undefined;
      const binding = callable && bindCommand(element, callable, { splats, valueOf: options.unevaluated ? valueAsWritten : valueOf }, !first);
      if (binding && !first && input && input.kind !== 'unknown' && binding.errors.length === 0) bindInput(binding, input);
      bound.push({ command: element, pipeline, name, found, binding });
      input = binding ? options.output : unknown;
    }
  });
  return bound.sort((a, b) => a.command.start - b.command.start || b.command.end - a.command.end);
}

/** A list is passed on item by item; one stands for all. */
function firstOf(value: Value): Value {
  return value.kind === 'list' ? (value.items[0] ?? unknown) : value;
}

function nameOf({ elements }: Command): string | undefined {
  const [first] = elements;
  return first?.kind === 'StringConstantExpression' ? first.value : undefined;
}

/** `Module\Cmdlet` is the cmdlet, whatever the module. */
export function findCommand(catalogue: Catalogue, name: string, version: VersionCode | undefined): FoundCommand {
  const [, module, plain = name] = /^([\w.]+)\\([\w-]+)$/.exec(name) ?? [];
  const cmdlet = catalogue.find(plain);
  if (cmdlet) return version === undefined || cmdlet.versions.includes(version) ? { kind: 'cmdlet', cmdlet, module } : { kind: 'otherVersion', cmdlet };
  const retired = catalogue.retired(plain);
  return retired ? { kind: 'retired', retired } : { kind: 'unknown' };
}

const callables = new WeakMap<Cmdlet, Map<VersionCode | undefined, Callable | undefined>>();

function sharedCallable(catalogue: Catalogue, cmdlet: Cmdlet, version: VersionCode | undefined): Callable | undefined {
  const byVersion = callables.get(cmdlet) ?? new Map<VersionCode | undefined, Callable | undefined>();
  callables.set(cmdlet, byVersion);
  if (!byVersion.has(version)) byVersion.set(version, callableOf(cmdlet, catalogue.commonParameters, version));
  return byVersion.get(version);
}
