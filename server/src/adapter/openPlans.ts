import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService, ReadPlan } from '../service/index.ts';
import type { OwnProfiles } from '../service/plan/ownProfiles.ts';
import type { Environment } from './environment.ts';
import { powershellLanguageId } from './powershellFiles.ts';
import { isProfileDocument, profilesAround, type Profiles } from './profiles.ts';

/** The open plans, each read once per version and state of the profiles around it. */
export interface OpenPlans {
  readonly documents: TextDocuments<TextDocument>;
  readonly profiles: Profiles;
  /** An open profile file; undefined for any other document. */
  profileDocument(uri: string): TextDocument | undefined;
  /** An open PowerShell file, which a client sends only where the user wants that; undefined for any other document. */
  powershellFile(uri: string): TextDocument | undefined;
  /** False where an open plan, or a profile file, has to be looked at again. */
  isCurrent(uri: string): boolean;
  /** The plan as it is now; undefined where it is not open. */
  read(uri: string): { readonly document: TextDocument; readonly plan: ReadPlan } | undefined;
}

export function openPlans(connection: Connection, service: LanguageService, environment: Environment): OpenPlans {
  const documents = new TextDocuments(TextDocument);
  const cache = new Map<string, Known>();
  const profiles = profilesAround(connection, documents, service, environment);
  documents.onDidClose(({ document }) => cache.delete(document.uri));
  documents.listen(connection);
  return {
    documents,
    profiles,
    profileDocument(uri) {
      const document = documents.get(uri);
      return document !== undefined && isProfileDocument(document) ? document : undefined;
    },
    powershellFile(uri) {
      const document = documents.get(uri);
      return document?.languageId === powershellLanguageId ? document : undefined;
    },
    isCurrent(uri) {
      const known = cache.get(uri);
      return known !== undefined && known.version === documents.get(uri)?.version && holds(known, profiles.of(uri));
    },
    read(uri) {
      const document = documents.get(uri);
      if (document === undefined || isProfileDocument(document) || document.languageId === powershellLanguageId) return undefined;
      const own = profiles.of(uri);
      const known = cache.get(uri);
      if (known?.version === document.version && holds(known, own)) return { document, plan: known.plan };
      const plan = service.read(document.getText(), known?.plan, own);
      cache.set(uri, { version: document.version, own, plan });
      return { document, plan };
    },
  };
}

interface Known {
  readonly version: number;
  readonly own: OwnProfiles;
  readonly plan: ReadPlan;
}

/** A search that ended without a profile changes nothing for a plan whose profile ships, or that has none: most of them. */
function holds({ own: before, plan: { model } }: Known, own: OwnProfiles): boolean {
  if (before === own) return true;
  const isEmpty = ({ profiles, unread }: OwnProfiles): boolean => profiles.length === 0 && unread.length === 0;
  return isEmpty(before) && isEmpty(own) && own.isComplete && (model.data.profile === undefined || model.data.profile === model.profile.id);
}
