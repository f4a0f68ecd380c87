/** Our answers to `bind`, in the shape of the engine's (test/powershell-engine/README.md). */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { versionCode } from '../../server/src/service/catalogue/versions.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import type { BindingError, BoundCommand, Value } from '../../server/src/service/powershell/binder/index.ts';
import { parseScript } from '../../server/src/service/powershell/parser/index.ts';
import type { Request } from './request.ts';
import { whyUnusable } from './whyUnusable.ts';

export interface BindAnswer {
  readonly id: string;
  readonly calls: readonly { readonly cmdlet: string; readonly set: string; readonly bound: readonly string[] }[];
  readonly errors: readonly { readonly id: string; readonly parameter?: string }[];
  readonly failed?: string;
}

/** What a stand-in passes on. */
const standInOutput: Value = {
  kind: 'object',
  properties: new Map<string, Value>([
    ['identity', { kind: 'text', text: 'one' }],
    ['name', { kind: 'text', text: 'one' }],
    ['guid', { kind: 'guid' }],
    ['domainnames', { kind: 'list', items: [{ kind: 'text', text: 'one.example' }] }],
  ]),
};

export function bindAnswerer(catalogueFile: string): (request: Request) => BindAnswer {
  const catalogue = openCatalogue(catalogueFile);
  return (request) => bindAnswer(request, catalogue);
}

/** A pipeline runs until a command is not found or refuses its arguments; then nothing of it has run. */
function bindAnswer({ id, text, on }: Request, catalogue: Catalogue): BindAnswer {
  const { tree, errors: wrong } = parseScript(text);
  if (wrong[0]) return { id, calls: [], errors: [], failed: `does not parse: ${wrong[0].id}` };
  const version = versionCode(on);
  const commands = bindScript(tree, catalogue, { ...(version && { version }), output: standInOutput });
  const calls: BindAnswer['calls'][number][] = [];
  const errors: BindAnswer['errors'][number][] = [];
  for (const pipeline of new Set(commands.map((each) => each.pipeline))) {
    const own = commands.filter((each) => each.pipeline === pipeline);
    const unusable = own.flatMap((each) => (isOfEngine(each, catalogue) ? [] : (whyUnusable(each.binding) ?? [])))[0];
    const refused = unusable ? undefined : own.flatMap((each) => firstError(each) ?? [])[0];
    if (unusable) {
      errors.push({ id: unusable });
      continue;
    }
    if (refused && !isSilenced(own, refused)) errors.push({ id: refused.id, ...(refused.parameter === undefined ? {} : { parameter: refused.parameter }) });
    if (refused && !whileRunning.has(refused.id)) continue;
    for (const each of own.filter(({ binding }) => binding !== undefined)) {
      if (firstError(each)) break;
      calls.push(callOf(each));
    }
  }
  return { id, calls, errors };
}

/** The engine's own commands, such as `Out-Null`, are there beside the stand-ins. */
function isOfEngine({ name, binding }: BoundCommand, catalogue: Catalogue): boolean {
  return binding === undefined && name !== undefined && catalogue.command(name)?.module === 'Microsoft.PowerShell.Core';
}

/** What is refused while the pipeline runs is no more than a message, which `-ErrorAction` can keep back. */
function isSilenced(commands: readonly BoundCommand[], error: BindingError): boolean {
  const binding = commands.find((each) => firstError(each) === error)?.binding;
  const action = [...(binding?.bound.values() ?? [])].find(({ parameter }) => parameter.name === 'ErrorAction')?.value;
  const isOfInput = error.id.startsWith('ParameterArgument') && error.start === binding?.place.start;
  return (whileRunning.has(error.id) || isOfInput) && action?.kind === 'text' && /^(?:si\w*|ig\w*)$/i.test(action.text ?? '');
}

const whileRunning: ReadonlySet<BindingError['id']> = new Set(['InputObjectNotBound', 'InputObjectMissingMandatory']);

function firstError({ binding }: BoundCommand): BindingError | undefined {
  return binding?.errors[0];
}

function callOf({ binding }: BoundCommand): BindAnswer['calls'][number] {
  const bound = [...(binding?.bound.keys() ?? [])].map(({ name }) => name).sort();
  const bit = binding ? Math.log2(binding.sets) : 0;
  return { cmdlet: binding?.callable.cmdlet.name ?? '', set: binding?.callable.setNames[bit] ?? '', bound };
}
