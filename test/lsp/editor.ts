// What an editor shows that takes diagnostics as Visual Studio Code does: those pushed and those it pulled, side by side.
import picomatch from 'picomatch';
import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  type TextDocumentContentChangeEvent,
  WatchKind,
} from 'vscode-languageserver/node';
import { lineOf } from './checked.ts';
import type { Client } from './client.ts';

/** What was pulled of a document that is open, and the pull that is under way. */
interface Pulled {
  items: readonly Diagnostic[];
  resultId: string | undefined;
  underWay: CancellationTokenSource | undefined;
  again: boolean;
}

export class Editor {
  readonly #client: Client;
  readonly #pulled = new Map<string, Pulled>();
  /** How many pulls were answered in full, and how many with a mere "unchanged". */
  readonly answers = { full: 0, unchanged: 0 };
  refreshes = 0;

  constructor(client: Client) {
    this.#client = client;
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      for (const uri of this.#pulled.keys()) this.#pull(uri);
      client.heard(DiagnosticRefreshRequest.method);
    });
  }

  open(uri: string, text: string): void {
    void this.#client.open(uri, text);
    this.#pulled.set(uri, { items: [], resultId: undefined, underWay: undefined, again: false });
    this.#pull(uri);
  }

  /** Opens a document without showing it in a tab, as a peek does: it is not pulled. */
  peek(uri: string, text: string): void {
    void this.#client.open(uri, text);
  }

  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): void {
    void this.#client.change(uri, ...changes);
    this.#pull(uri);
  }

  close(uri: string): void {
    this.#pulled.get(uri)?.underWay?.cancel();
    this.#pulled.delete(uri);
    void this.#client.close(uri);
  }

  /** Tells the server of what has happened to files, as far as it asked to be told. */
  tell(events: readonly (FileEvent & { readonly path: string })[]): void {
    const wanted = this.#client.registrations.flatMap(
      ({ registerOptions }) => registerOptions?.watchers ?? [],
    );
    const kinds = {
      [FileChangeType.Created]: WatchKind.Create,
      [FileChangeType.Changed]: WatchKind.Change,
      [FileChangeType.Deleted]: WatchKind.Delete,
    };
    const changes = events.filter(({ path, type }) =>
      wanted.some(
        ({ globPattern, kind = 7 }) =>
          picomatch(globPattern, { dot: true })(path) && (kind & kinds[type]) !== 0,
      ),
    );
    if (changes.length > 0) void this.#client.tellOfFiles(changes.map(({ uri, type }) => ({ uri, type })));
  }

  /** Whether a pull is under way. */
  get isPulling(): boolean {
    return [...this.#pulled.values()].some(({ underWay }) => underWay !== undefined);
  }

  /** Everything that is shown, by URI; what is shown twice is there twice. */
  get shown(): Map<string, string[]> {
    const shown = new Map<string, string[]>();
    const all = [
      ...this.#client.published,
      ...[...this.#pulled].map(([uri, { items }]) => [uri, items] as const),
    ];
    for (const [uri, diagnostics] of all) {
      if (diagnostics.length > 0)
        shown.set(uri, [...(shown.get(uri) ?? []), ...diagnostics.map(lineOf)].sort());
    }
    return shown;
  }

  /** Pulls a document's diagnostics; one that is pulled already is called off, and pulled again when that has ended. */
  #pull(uri: string): void {
    const document = this.#pulled.get(uri);
    if (!document) return;
    if (document.underWay) {
      document.underWay.cancel();
      document.again = true;
      return;
    }
    document.underWay = new CancellationTokenSource();
    const params = {
      textDocument: { uri },
      ...(document.resultId === undefined ? {} : { previousResultId: document.resultId }),
    };
    const ended = () => {
      document.underWay = undefined;
      if (document.again && this.#pulled.get(uri) === document) {
        document.again = false;
        this.#pull(uri);
      }
      this.#client.heard(DocumentDiagnosticRequest.method);
    };
    this.#client.connection
      .sendRequest(DocumentDiagnosticRequest.type, params, document.underWay.token)
      .then(report => {
        this.answers[report.kind]++;
        document.resultId = report.resultId;
        if (report.kind === 'full') document.items = report.items;
        ended();
      }, ended);
  }
}
