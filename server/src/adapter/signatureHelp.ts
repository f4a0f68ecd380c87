import { MarkupKind, SignatureHelpTriggerKind, type Connection, type SignatureHelp } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';

/** Behind a cmdlet's name; later it only follows what is written, so that it does not come back once it was closed. */
export const signatureTriggers = [' '];

export function registerSignatureHelp(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onSignatureHelp((params, token) =>
    runSafe<SignatureHelp | null>(connection, 'signature help', null, token, () => {
      const { uri } = params.textDocument;
      const open = plans.read(uri);
      const document = open?.document ?? plans.powershellFile(uri);
      if (document === undefined) return null;
      const offset = document.offsetAt(params.position);
      const { context } = params;
      const isTyped = context?.triggerKind === SignatureHelpTriggerKind.TriggerCharacter && !context.isRetrigger;
      if (isTyped && !/(?:^|[|({;=\s])[\w.]+-\w+ $/.test(document.getText().slice(Math.max(offset - 200, 0), offset))) return null;
      const help = open === undefined ? service.signatureHelpOfPowershellFile(document.getText(), offset) : service.signatureHelp(open.plan, offset);
      if (help === undefined) return null;
      return {
        activeSignature: help.active,
        activeParameter: help.forms[help.active]?.active ?? null,
        signatures: help.forms.map(({ label, parameters, active }) => ({
          label,
          ...(active === undefined ? {} : { activeParameter: active }),
          parameters: parameters.map(({ range, topic }, index) => ({
            label: [range.start, range.end] as [number, number],
            // Of the one that is being written; all of them would be long.
            ...(index === active ? { documentation: { kind: MarkupKind.Markdown, value: service.explain(topic) } } : {}),
          })),
        })),
      };
    }),
  );
}
