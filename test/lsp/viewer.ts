// What a client of certain habits shows in an open document, and lists of one that is not.
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { type Client, words } from './client.ts';
import type { ClientHabits } from './presets.ts';

export class Viewer {
  readonly #client: Client;
  readonly #habits: ClientHabits;
  readonly #open = new Set<string>();
  readonly #pushed = new Map<string, readonly Diagnostic[]>();
  /** What was pulled; for a client that keeps it with pushes, that place. */
  readonly #pulled: Map<string, readonly Diagnostic[]>;
  readonly #resultIds = new Map<string, string | undefined>();
  readonly #pulls: boolean;
  /** The URIs of what was pushed, in its order. */
  readonly pushes: string[] = [];

  constructor(client: Client, habits: ClientHabits, { diagnosticProvider }: ServerCapabilities) {
    this.#client = client;
    this.#habits = habits;
    this.#pulls = habits.pulls !== 'never' && diagnosticProvider !== undefined;
    const isOnePlace = habits.pulls === 'keeping' && diagnosticProvider?.identifier === undefined;
    this.#pulled = isOnePlace ? this.#pushed : new Map();
    client.onPublished = ({ uri, diagnostics }) => {
      this.pushes.push(uri);
      if (habits.showsPushes !== 'while it is open' || this.#open.has(uri))
        this.#pushed.set(uri, diagnostics);
    };
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      for (const uri of this.#open) void this.#pull(uri);
      client.heard(DiagnosticRefreshRequest.method);
    });
  }

  open(uri: string, text: string): void {
    void this.#client.open(uri, text);
    this.#open.add(uri);
    void this.#pull(uri);
  }

  close(uri: string): void {
    void this.#client.close(uri);
    this.#open.delete(uri);
    if (this.#habits.showsPushes !== 'of any time') this.#pushed.delete(uri);
    if (this.#habits.pulls !== 'forgetting') return;
    this.#pulled.delete(uri);
    this.#resultIds.delete(uri);
  }

  /** What is shown of a document, a line each; what is shown twice is there twice. */
  shown(uri: string): string[] {
    const places = new Set([this.#pushed, this.#pulled]);
    return [...places].flatMap(place => place.get(uri) ?? []).map(words);
  }

  async #pull(uri: string): Promise<void> {
    if (!this.#pulls) return;
    const previous = this.#resultIds.get(uri);
    const report = await this.#client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previous === undefined ? {} : { previousResultId: previous }),
    });
    if (this.#open.has(uri)) {
      this.#resultIds.set(uri, report.resultId);
      if (report.kind === 'full') this.#pulled.set(uri, report.items);
    }
    this.#client.heard(DocumentDiagnosticRequest.method);
  }
}
