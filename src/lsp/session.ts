import { existsSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageType, type Connection, type TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { AuditRequest } from "#audit/preparation";
import { auditUnsaved, type UnsavedAudit } from "#audit/unsaved";
import type { Judged } from "./code-actions.ts";
import { diagnosticOf } from "./diagnostics.ts";

/** What a session needs from the command that starts it. */
export interface SessionOptions {
  readonly version: string;
  /** The audit of some files, absolute paths, in a folder. */
  requestFor(folder: string, files: readonly string[]): AuditRequest;
}

/** Milliseconds without a further change before documents are judged again. */
const settling = 200;

/** The documents that an editor has open, judged again when one of them changes, each with its whole site in view. */
export class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  /** Absolute paths of the folders that are open in the editor. */
  readonly #folders: readonly string[];
  readonly #options: SessionOptions;
  readonly #judged = new Map<string, Judged>();
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #complaint = "";

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    folders: readonly string[],
    options: SessionOptions,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#folders = folders.flatMap((uri) => fileOf(uri) ?? []);
    this.#options = options;
  }

  /** Judges all open documents once nothing has changed for a moment. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), settling);
  }

  /** Takes the findings of a document away that is closed, and judges the others without its unsaved text. */
  close(uri: string): void {
    this.#judged.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.schedule();
  }

  /** What was found in a document, as long as it still reads as it was judged. */
  judged(uri: string): Judged | undefined {
    const judged = this.#judged.get(uri);
    return judged?.document.version === this.#documents.get(uri)?.version ? judged : undefined;
  }

  async #run(): Promise<void> {
    // What changes meanwhile is judged when this is done.
    if (this.#isRunning) return this.schedule();
    this.#isRunning = true;
    try {
      for (const [folder, open] of this.#openByFolder()) await this.#judge(folder, open);
    } finally {
      this.#isRunning = false;
    }
  }

  async #judge(folder: string, open: ReadonlyMap<string, TextDocument>): Promise<void> {
    try {
      const request = this.#options.requestFor(folder, [...open.keys()]);
      const texts = new Map(Array.from(open, ([file, document]) => [file, document.getText()]));
      const audit = await auditUnsaved(request, texts);
      this.#publish(audit, open, request.now.slice(0, 10));
      this.#complaint = "";
    } catch (error) {
      this.#complain(error instanceof Error ? error.message : String(error));
    }
  }

  #publish(audit: UnsavedAudit, open: ReadonlyMap<string, TextDocument>, day: string): void {
    const { report, root } = audit;
    const active = report.findings.filter(({ status }) => status === "active");
    for (const [file, document] of open) {
      const path = relative(root, file).split(sep).join("/");
      const { uri, version } = document;
      this.#judged.set(uri, { audit, path, document, day });
      const diagnostics = active.filter((one) => one.path === path).map((one) => diagnosticOf(one, report, root));
      void this.#connection.sendDiagnostics({ uri, version, diagnostics });
    }
  }

  /** Tells the user what keeps documents from being judged, such as a broken config: once, not at every key. */
  #complain(message: string): void {
    if (message === this.#complaint) return;
    this.#complaint = message;
    const shown = { type: MessageType.Error, message: `Standfirst: ${message}` };
    void this.#connection.sendNotification("window/showMessage", shown);
  }

  /** The open documents that are files, by the folder of the editor that they are in. */
  #openByFolder(): Map<string, Map<string, TextDocument>> {
    const open = new Map<string, Map<string, TextDocument>>();
    for (const document of this.#documents.all()) {
      const file = fileOf(document.uri);
      if (file === undefined || !existsSync(file)) continue;
      const folder = this.#folders.find((one) => !relative(one, file).startsWith("..")) ?? dirname(file);
      const { uri, languageId, version } = document;
      // A copy: the editor's own goes on changing.
      const copy = TextDocument.create(uri, languageId, version, document.getText());
      open.set(folder, (open.get(folder) ?? new Map<string, TextDocument>()).set(file, copy));
    }
    return open;
  }
}

/** The absolute path of a file by its address; undefined for what is no file, such as a text without a name. */
const fileOf = (uri: string): string | undefined => (uri.startsWith("file:") ? fileURLToPath(uri) : undefined);
