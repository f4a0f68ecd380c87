/**
 * Our answers to `static`, in the shape of the engine's: what the binder makes of each call by itself. It says more than the engine does (what
 * is missing, which values are refused); that is left out here.
 */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { versionCode } from '../../server/src/service/catalogue/versions.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import type { Binding, BindingError, BoundCommand } from '../../server/src/service/powershell/binder/index.ts';
import { parseScript } from '../../server/src/service/powershell/parser/index.ts';
import type { Request } from './request.ts';
import { whyUnusable } from './whyUnusable.ts';

export interface StaticCall {
  readonly cmdlet: string;
  readonly start: number;
  readonly end: number;
  readonly bound: readonly string[];
  readonly errors: readonly { readonly id: string; readonly parameter?: string; readonly start: number; readonly end: number }[];
  readonly failed?: string;
}

export interface StaticAnswer {
  readonly id: string;
  readonly calls: readonly StaticCall[];
  readonly failed?: string;
}

const found: ReadonlySet<BindingError['id']> = new Set(['NamedParameterNotFound', 'AmbiguousParameter', 'ParameterAlreadyBound', 'MissingArgument', 'PositionalParameterNotFound', 'AmbiguousParameterSet']);

export function staticAnswerer(catalogueFile: string): (request: Request) => StaticAnswer {
  const catalogue = openCatalogue(catalogueFile);
  return ({ id, text, on }) => {
    const version = versionCode(on);
    const commands = bindScript(parseScript(text).tree, catalogue, { unevaluated: true, ...(version && { version }) });
    return { id, calls: commands.flatMap((each) => (each.binding && !isQualified(each) ? [callOf(each.binding, each, text)] : [])) };
  };
}

/** No module of Exchange is there. */
function isQualified({ found: { kind }, name }: BoundCommand): boolean {
  return kind === 'cmdlet' && (name?.includes('\\') ?? false);
}

function callOf(binding: Binding, { command }: BoundCommand, text: string): StaticCall {
  const { start, end } = command;
  const isFalse = (given: { readonly start: number; readonly end: number } | undefined): boolean => given !== undefined && text.slice(given.start, given.end).toLowerCase() === '$false';
  const bound = [...binding.bound.values()].filter(({ parameter, how, argument }) => how !== 'splat' && how !== 'pipeline' && !(parameter.type === 'switch' && isFalse(argument)));
  return {
    cmdlet: binding.callable.cmdlet.name,
    start,
    end,
    bound: bound.map(({ parameter }) => parameter.name).sort(),
    errors: errorsOf(binding, text),
    ...(whyUnusable(binding) === undefined ? {} : { failed: 'its stand-in is none that PowerShell runs' }),
  };
}

/** A parameter given once too often is named as written, and once. */
function errorsOf({ errors }: Binding, text: string): StaticCall['errors'] {
  const twice = new Set<string>();
  return errors.flatMap(({ id, parameter, start, end }) => {
    if (!found.has(id)) return [];
    const written = text.slice(start + 1, end).replace(/:$/, '');
    const name = id === 'ParameterAlreadyBound' ? written : parameter;
    if (id === 'ParameterAlreadyBound' && twice.has(written.toLowerCase())) return [];
    twice.add(written.toLowerCase());
    return [{ id, ...(name === undefined ? {} : { parameter: name }), start, end }];
  });
}
