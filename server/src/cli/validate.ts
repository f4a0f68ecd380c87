import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../service/finding.ts';
import type { LanguageService } from '../service/index.ts';
import { UsageError, type Command } from './command.ts';
import { exitCode } from './exitCode.ts';
import { mostWarnings } from './mostWarnings.ts';
import { readPlanFile } from './readPlanFile.ts';

interface FileFindings {
  readonly file: string;
  readonly findings: readonly (Finding & { readonly line: number; readonly column: number })[];
}

export const validateCommand: Command = {
  name: 'validate',
  usage: 'fedplan validate <file…> [--max-warnings N] [--json]',
  async run(args, { service, stdout }) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'max-warnings': { type: 'string' }, json: { type: 'boolean' } } });
    if (positionals.length === 0) throw new UsageError('No file is named. Expected is at least one plan file.');
    const limit = mostWarnings(values['max-warnings']);
    // All are read before anything is said, so that a wrong name is not lost among findings.
    const texts = await Promise.all(positionals.map(readPlanFile));
    const files = positionals.map((file, index): FileFindings => findingsOf(file, texts[index] ?? '', (text) => judgedFindings(service(), text)));
    const all = files.flatMap(({ findings }) => findings);
    const count = (severity: Finding['severity']): number => all.filter((finding) => finding.severity === severity).length;
    if (values.json === true) stdout(`${JSON.stringify(files.map(asJson), null, 2)}\n`);
    else stdout(`${files.flatMap(asLines).join('')}${count('error')} errors, ${count('warning')} warnings, ${count('information')} notes in ${files.length} ${files.length === 1 ? 'plan' : 'plans'}\n`);
    return count('error') > 0 || count('warning') > limit ? exitCode.found : exitCode.good;
  },
};

/** The plan's own suppressions hold here as in the editor; levels are the editor's settings. */
function judgedFindings(service: LanguageService, text: string): readonly Finding[] {
  return service.judge(service.read(text), {});
}

function findingsOf(file: string, text: string, findings: (text: string) => readonly Finding[]): FileFindings {
  const document = TextDocument.create(file, 'federation-plan', 0, text);
  return {
    file,
    findings: findings(text).map((finding) => {
      const { line, character } = document.positionAt(finding.range.start);
      return { ...finding, line: line + 1, column: character + 1 };
    }),
  };
}

function asLines({ file, findings }: FileFindings): string[] {
  return findings.map(({ line, column, severity, message, code }) => `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`);
}

function asJson({ file, findings }: FileFindings): unknown {
  return { file, findings: findings.map(({ code, severity, message, line, column, range }) => ({ code, severity, message, line, column, ...range })) };
}
