import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../service/finding.ts';
import type { LanguageService } from '../service/index.ts';
import type { OwnProfiles } from '../service/plan/ownProfiles.ts';
import { UsageError, type Command } from './command.ts';
import { readCommandLine } from './commandLine.ts';
import { exitCode } from './exitCode.ts';
import { mostWarnings } from './mostWarnings.ts';
import { profilesBeside } from './profilesBeside.ts';
import { readPlanFile } from './readPlanFile.ts';

interface FileFindings {
  readonly file: string;
  readonly findings: readonly (Finding & { readonly line: number; readonly column: number })[];
}

export const validateCommand: Command = {
  name: 'validate',
  usage: 'fedplan validate <file…> [--profile FILE] [--max-warnings N] [--json]',
  summary: 'find what is wrong with plans and profile files',
  help: `  --profile FILE      a profile that a plan may name, beside those that ship and those in its own folder
  --max-warnings N    more warnings than N end with 1 too
  --json              print a list of files with their findings
`,
  async run(args, context) {
    const { stdout } = context;
    const { values, positionals } = readCommandLine(args, { profile: { type: 'string', multiple: true }, 'max-warnings': { type: 'string' }, json: { type: 'boolean' } });
    const limit = mostWarnings(values['max-warnings']);
    if (positionals.length === 0) throw new UsageError('No file is named. Expected is at least one plan file.');
    // All are read before anything is said, so that a wrong name is not lost among findings.
    const texts = await Promise.all(positionals.map(readPlanFile));
    const service = context.service();
    const profilesOf = await profilesBeside(context, service, values.profile ?? []);
    const files = await Promise.all(positionals.map(async (file, index): Promise<FileFindings> => findingsOf(file, texts[index] ?? '', await judgedFindings(service, file, texts[index] ?? '', profilesOf))));
    const all = files.flatMap(({ findings }) => findings);
    const count = (severity: Finding['severity']): number => all.filter((finding) => finding.severity === severity).length;
    if (values.json === true) stdout(`${JSON.stringify(files.map(asJson), null, 2)}\n`);
    else stdout(`${files.flatMap(asLines).join('')}${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('information'), 'note')} in ${counted(files.length, 'file')}\n`);
    return count('error') > 0 || count('warning') > limit ? exitCode.found : exitCode.good;
  },
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The plan's own suppressions hold here as in the editor; levels are the editor's settings. */
async function judgedFindings(service: LanguageService, file: string, text: string, profilesOf: (file: string) => Promise<OwnProfiles>): Promise<readonly Finding[]> {
  if (/\.fedprofile\.ya?ml$/i.test(file)) {
    const profile = service.readProfile(file, text);
    return service.profileFindings(profile, [profile]);
  }
  return service.judge(service.read(text, undefined, await profilesOf(file)), {});
}

function findingsOf(file: string, text: string, findings: readonly Finding[]): FileFindings {
  const document = TextDocument.create(file, 'federation-plan', 0, text);
  return {
    file,
    findings: findings.map((finding) => {
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
