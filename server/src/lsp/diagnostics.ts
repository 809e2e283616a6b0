import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ShownFinding } from '../core/engine.ts';
import { below } from '../workspace/files.ts';
import type { Place, Workspace } from '../workspace/workspace.ts';
import type { Buffers } from './buffers.ts';
import { type Encoding, type Measured, rangeAt } from './positions.ts';
import type { Runtime } from './runtime.ts';

/** What a client can do about diagnostics. */
export interface DiagnosticAbilities {
  /** It pulls the diagnostics of documents it shows, and can be asked to pull again. */
  readonly pulls: boolean;
  readonly relatedInformation: boolean;
}

/** How long changes elsewhere gather before the client is asked to pull again, in milliseconds. */
const refreshDelay = 80;

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/**
 * Brings findings to the client, none doubled, none lost (ARCHITECTURE.md, Diagnostics). Every document's are pushed until
 * the client first pulls it after opening it; then its push is withdrawn, and it is pulled; once it is closed it is pushed
 * again. A change to documents that are pulled is one request to pull anew.
 */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  readonly #buffers: Buffers;
  readonly #encoding: Encoding;
  readonly #abilities: DiagnosticAbilities;
  /** Open documents that the client has pulled. */
  readonly #pulled = new Set<string>();
  /** What was last pushed, where it was anything. */
  readonly #pushed = new Map<string, string>();
  readonly #stale = new Set<string>();
  #flushing = false;
  #callOffRefresh: (() => void) | undefined;

  constructor(
    connection: Connection,
    runtime: Runtime,
    workspace: Workspace,
    buffers: Buffers,
    encoding: Encoding,
    abilities: DiagnosticAbilities,
  ) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.#buffers = buffers;
    this.#encoding = encoding;
    this.#abilities = abilities;
  }

  /** Takes note that the findings of these documents may have changed; they are brought once the work at hand is done. */
  changed(keys: Iterable<string>): void {
    for (const key of keys) this.#stale.add(key);
    if (this.#flushing || this.#stale.size === 0) return;
    this.#flushing = true;
    void this.#runtime.pause().then(() => this.#flush());
  }

  /** Answers a pull. */
  async pull(key: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    if (this.#buffers.get(key) && !this.#pulled.has(key)) {
      this.#pulled.add(key);
      this.#push(key, []);
    }
    const items = await this.#diagnosticsOf(key);
    const resultId = textHash(JSON.stringify(items));
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /** The document is no longer open, so it is pushed again. */
  closed(key: string): void {
    this.#pulled.delete(key);
    this.changed([key]);
  }

  /** A finding as the client shows it. */
  async toDiagnostic(finding: ShownFinding, place: Place, measured: Measured): Promise<Diagnostic> {
    const diagnostic: Diagnostic = {
      range: rangeAt(measured, finding.range, this.#encoding),
      severity: severityOf[finding.severity],
      code: finding.rule,
      source: 'tickmark',
      message: finding.message,
    };
    if (finding.tag) {
      diagnostic.tags = [finding.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary];
    }
    if (this.#abilities.relatedInformation && finding.related.length > 0) {
      diagnostic.relatedInformation = [];
      for (const { path, range, words } of finding.related) {
        const key = below(place.host.folder.root, path);
        const there = await this.measured(key);
        if (!there) continue;
        const location = { uri: this.uriOf(key), range: rangeAt(there, range, this.#encoding) };
        diagnostic.relatedInformation.push({ location, message: words });
      }
    }
    return diagnostic;
  }

  /** A document as its positions are reckoned: its buffer, else what is known of its file. */
  async measured(key: string): Promise<Measured | undefined> {
    const buffer = this.#buffers.get(key);
    if (buffer) return buffer;
    const place = this.#workspace.placeOf(key);
    const lines = place?.host.lines(place.path);
    if (!lines) return undefined;
    const text = this.#encoding === 'utf-16' ? undefined : await this.#runtime.files.read(key);
    return { lines, text };
  }

  /** The client's own URI of an open document, else one made from its key. */
  uriOf(key: string): string {
    return this.#buffers.get(key)?.uri ?? this.#runtime.uriOf(key);
  }

  async #flush(): Promise<void> {
    const keys = [...this.#stale];
    this.#stale.clear();
    this.#flushing = false;
    let refresh = false;
    for (const key of keys) {
      if (this.#pulled.has(key)) refresh = true;
      else this.#push(key, await this.#diagnosticsOf(key));
    }
    if (refresh) this.#refreshSoon();
  }

  #push(key: string, diagnostics: Diagnostic[]): void {
    const text = diagnostics.length === 0 ? undefined : textHash(JSON.stringify(diagnostics));
    if (this.#pushed.get(key) === text) return;
    if (text === undefined) this.#pushed.delete(key);
    else this.#pushed.set(key, text);
    void this.#connection.sendDiagnostics({ uri: this.uriOf(key), diagnostics });
  }

  #refreshSoon(): void {
    this.#callOffRefresh ??= this.#runtime.after(refreshDelay, () => {
      this.#callOffRefresh = undefined;
      this.#connection.languages.diagnostics.refresh();
    });
  }

  async #diagnosticsOf(key: string): Promise<Diagnostic[]> {
    const place = this.#workspace.placeOf(key);
    const measured = place && (await this.measured(key));
    if (!place || !measured) return [];
    const findings = place.host.engine.findings(place.path);
    return Promise.all(findings.map(finding => this.toDiagnostic(finding, place, measured)));
  }
}

/** A short name for a text: equal texts have equal names, and unequal ones hardly ever. */
function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
