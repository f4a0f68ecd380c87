import { DidChangeWatchedFilesNotification, FileChangeType, type ClientCapabilities, type Connection, type InitializeParams, type Location, type TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../service/finding.ts';
import type { LanguageService } from '../service/index.ts';
import type { OwnProfiles, ProfileFile } from '../service/plan/ownProfiles.ts';
import type { Environment } from './environment.ts';
import { fileKey, folderOf, isPassedOver, isWithin } from './fileAddress.ts';
import { toRange } from './ranges.ts';

export const profileLanguageId = 'federation-profile';
const pattern = '**/*.fedprofile.{yaml,yml}';

/** True for a profile file, by the editor's word or, for clients that call all such files YAML, by its name. */
export function isProfileDocument({ uri, languageId }: { readonly uri: string; readonly languageId?: string }): boolean {
  return languageId === profileLanguageId || /\.fedprofile\.ya?ml$/i.test(uri);
}

/**
 * The profile files around the plans: those of the workspace, and those beside a plan that belongs to no workspace folder. An open
 * file counts as it is in the editor.
 */
export interface Profiles {
  /** Call with what the client says when it initializes, and once it is initialized. */
  initialize(params: InitializeParams): void;
  watch(): Promise<void>;
  /** The same object until something has changed. */
  of(planUri: string): OwnProfiles;
  /** Where the id of a plan's profile is stated; nothing for profiles that ship. */
  definition(planUri: string, id: string): Location[];
  findings(document: TextDocument): readonly Finding[];
  onChange(listener: () => void): void;
}

export function profilesAround(connection: Connection, documents: TextDocuments<TextDocument>, service: LanguageService, { profileFiles }: Environment): Profiles {
  const onDisk = new Map<string, ProfileFile>();
  const opened = new Map<string, { readonly version: number; readonly file: ProfileFile }>();
  /** Folders that have been looked into, or are; false while not all that is in them is known. */
  const folders = new Map<string, { readonly uri: string; readonly deep: boolean; isComplete: boolean }>();
  const listeners: (() => void)[] = [];
  const answers = new Map<string, OwnProfiles>();
  let client: ClientCapabilities = {};
  /** What has been heard of each file, counted: an answer that was asked for before is not newer than what came since. */
  const heard = new Map<string, number>();
  let hearings = 0;
  const hear = (uri: string): number => {
    heard.set(fileKey(uri), ++hearings);
    return hearings;
  };

  function changed(): void {
    answers.clear();
    for (const listener of listeners) listener();
  }

  async function look(uri: string, deep: boolean): Promise<void> {
    const folder = { uri, deep, isComplete: false };
    folders.set(fileKey(uri), folder);
    const asked = hearings;
    const { files, isComplete } = await profileFiles.find(uri, deep);
    const isNews = (file: string): boolean => (heard.get(fileKey(file)) ?? 0) <= asked;
    // A folder that comes back may have lost files while nobody watched it.
    for (const { uri: file } of [...onDisk.values()]) if (isWithin(file, uri, deep) && isNews(file)) onDisk.delete(fileKey(file));
    for (const { uri: file, text } of files) if (isNews(file)) onDisk.set(fileKey(file), service.readProfile(file, text));
    folder.isComplete = isComplete;
    changed();
  }

  /** What cannot be read stays unknown: that is logged, and nobody is accused of it. */
  const attempt = (work: Promise<void>): void => void work.catch((error: unknown) => connection.console.error(`profiles: ${String(error)}`));

  async function readAgain(uri: string): Promise<void> {
    const asked = hear(uri);
    const text = await profileFiles.read(uri);
    if (heard.get(fileKey(uri)) !== asked) return;
    if (text === undefined) onDisk.delete(fileKey(uri));
    else onDisk.set(fileKey(uri), service.readProfile(uri, text));
    changed();
  }

  function openFile(document: TextDocument): ProfileFile {
    const known = opened.get(document.uri);
    if (known?.version === document.version) return known.file;
    const file = service.readProfile(document.uri, document.getText());
    opened.set(document.uri, { version: document.version, file });
    return file;
  }

  /** The folders whose profiles a plan gets: those of the workspace, or else its own. */
  const scopeOf = (uri: string): string[] => {
    const workspace = [...folders.values()].filter((folder) => folder.deep);
    // A plan that is not saved yet will hardly go elsewhere.
    return uri.startsWith('untitled:') || workspace.some((folder) => isWithin(uri, folder.uri, true)) ? workspace.map((folder) => folder.uri) : [folderOf(uri)];
  };

  function filesFor(uri: string): ProfileFile[] {
    const files = new Map(onDisk);
    for (const document of documents.all()) if (isProfileDocument(document)) files.set(fileKey(document.uri), openFile(document));
    const scope = scopeOf(uri).map((folder) => ({ folder, deep: folders.get(fileKey(folder))?.deep === true }));
    return [...files.values()].filter((file) => scope.some(({ folder, deep }) => isWithin(file.uri, folder, deep) && !isPassedOver(file.uri, folder)));
  }

  documents.onDidOpen(({ document }) => {
    if (isProfileDocument(document)) return;
    const folder = scopeOf(document.uri)[0] ?? '';
    if (!folders.has(fileKey(folder))) attempt(look(folder, false));
  });
  documents.onDidChangeContent(({ document }) => {
    if (isProfileDocument(document)) changed();
  });
  documents.onDidClose(({ document }) => {
    if (!opened.delete(document.uri)) return;
    attempt(readAgain(document.uri));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (!isProfileDocument({ uri })) continue;
      if (type === FileChangeType.Deleted) {
        hear(uri);
        onDisk.delete(fileKey(uri));
      } else attempt(readAgain(uri));
    }
    changed();
  });

  return {
    initialize({ capabilities, workspaceFolders }) {
      client = capabilities;
      for (const { uri } of workspaceFolders ?? []) attempt(look(uri, true));
    },
    async watch() {
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: pattern }] });
      if (client.workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(fileKey(uri));
        for (const { uri } of added) attempt(look(uri, true));
        changed();
      });
    },
    of(planUri) {
      const known = answers.get(planUri);
      if (known !== undefined) return known;
      const isComplete = scopeOf(planUri).every((folder) => folders.get(fileKey(folder))?.isComplete === true);
      const answer = service.ownProfiles(filesFor(planUri), isComplete);
      answers.set(planUri, answer);
      return answer;
    },
    definition(planUri, id) {
      const file = service.fileOfProfile(filesFor(planUri), id);
      if (file?.id === undefined) return [];
      return [{ uri: file.uri, range: toRange(TextDocument.create(file.uri, profileLanguageId, 0, file.text), file.id.range) }];
    },
    findings: (document) => service.profileFindings(openFile(document), filesFor(document.uri)),
    onChange: (listener) => void listeners.push(listener),
  };
}
