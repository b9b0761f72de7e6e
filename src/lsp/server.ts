import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions, fixAllKind } from "./code-actions.ts";
import { Session, type SessionOptions } from "./session.ts";

/** Files whose changes outside of the editor make findings stale. */
const watched = ["**/*.{md,mdx,markdown}", "**/standfirst.config.*", "**/standfirst-baseline.json"];

/** Answers an editor: findings of the documents that it has open, and what can be done about them. */
export function serve(connection: Connection, options: SessionOptions): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let watchesFiles = false;
  connection.onInitialize((params) => {
    session = new Session(connection, documents, foldersOf(params), options);
    watchesFiles = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return abilities(options.version);
  });
  connection.onInitialized(() => {
    if (!watchesFiles) return;
    const watchers = watched.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  documents.onDidChangeContent(() => session?.schedule());
  documents.onDidSave(() => session?.schedule());
  documents.onDidClose(({ document }) => session?.close(document.uri));
  connection.onDidChangeWatchedFiles(() => session?.schedule());
  connection.onDidChangeConfiguration(() => session?.schedule());
  connection.onCodeAction(async (params) => {
    const judged = session?.judged(params.textDocument.uri);
    return judged === undefined ? [] : codeActions(judged, params);
  });
  documents.listen(connection);
  connection.listen();
}

const abilities = (version: string): InitializeResult => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  },
  serverInfo: { name: "standfirst", version },
});

const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? []].flat();
