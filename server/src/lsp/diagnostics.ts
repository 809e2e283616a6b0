import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type Location,
} from 'vscode-languageserver';
import type { RelatedRange, ShownFinding } from '../core/engine/shownFinding.ts';
import { listed, type Unlisted, unlistedWords } from '../core/rules/running/listed.ts';
import { sourceOf } from '../core/text/source.ts';
import { below, contentOf, type Files } from '../workspace/files.ts';
import type { HostedDocument } from '../workspace/kept/keptPrograms.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { slice } from '../workspace/steps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Abilities } from './abilities.ts';
import { Announcement } from './announcement.ts';
import type { Buffers } from './buffers.ts';
import { pageUri } from './pages.ts';
import { type Measured, rangeAt } from './positions.ts';
import type { Runtime } from './runtime.ts';
import { unawaited, written } from './unawaited.ts';
import { visible } from './visible.ts';

/** What findings are brought to the client with. */
export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly files: Files;
  readonly workspace: Workspace;
  readonly buffers: Buffers;
  readonly abilities: Abilities;
  /** The URI of a document that is not open. */
  readonly uriOf: (key: string) => string;
}

/** How soon the client is asked to pull again. */
const refreshPace = { gather: 10, apart: 80 };
/** How soon it is asked to where it has not pulled what it has edited. */
const reminderPace = { gather: 500, apart: 500 };

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tagOf = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/**
 * Brings findings to the client, none doubled, none lost (ARCHITECTURE.md, Diagnostics). Every document's are pushed until
 * the client first pulls it after opening it; then its push is withdrawn, and it is pulled; once it is closed it is pushed
 * again. A change to documents that are pulled is one request to pull anew.
 */
export class Diagnostics {
  readonly #context: DiagnosticsContext;
  /** Open documents that the client has pulled, each with a number of its own for every time that it was opened. */
  readonly #pulled = new Map<string, number>();
  #pulledCount = 0;
  /** What was last pushed and under which URI, where it was anything; no hash where the client may no longer show it. */
  readonly #pushed = new Map<string, { readonly uri: string; readonly hash: string | undefined }>();
  readonly #stale = new Set<string>();
  #isBringing = false;
  readonly #refresh: Announcement;
  /** Documents that were edited since they were last pulled. */
  readonly #edited = new Set<string>();
  readonly #reminder: Announcement;

  constructor(context: DiagnosticsContext) {
    this.#context = context;
    const { connection, runtime } = context;
    this.#refresh = new Announcement(runtime, refreshPace, () =>
      unawaited(() => connection.languages.diagnostics.refresh()),
    );
    this.#reminder = new Announcement(runtime, reminderPace, () => {
      if (this.#edited.size > 0) this.#refresh.soon();
      this.#edited.clear();
    });
  }

  /**
   * Takes note that the findings of these documents may have changed; they are brought once the work at hand is done.
   * @param edited the document whose edit that comes from: a client that pulls it nearly always does so by itself then
   */
  changed(keys: Iterable<string>, edited?: string): void {
    for (const key of keys) {
      if (key === edited && this.#pulled.has(key)) this.#edited.add(key);
      else this.#stale.add(key);
    }
    if (this.#edited.size > 0) this.#reminder.soon();
    if (this.#isBringing || this.#stale.size === 0) return;
    this.#isBringing = true;
    void this.#bring();
  }

  /**
   * Answers a pull of an open document.
   * @param previous the result id that the client has of it
   */
  async pull(key: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    this.#edited.delete(key);
    let opening = this.#pulled.get(key);
    if (opening === undefined) {
      opening = ++this.#pulledCount;
      this.#pulled.set(key, opening);
      void this.#push(key, []);
    }
    const items = await this.#diagnosticsOf(key);
    // A result id from before the document was last closed stands for what the client may no longer show.
    const resultId = `${opening}-${textHash(JSON.stringify(items))}`;
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /**
   * A document was opened, and its text is taken up. A client that does not pull need not show what was pushed while the
   * document was closed, so it is pushed again.
   */
  opened(key: string): void {
    if (this.#context.abilities.pulls) return;
    this.#forgetPush(key);
    this.changed([key]);
  }

  /** The document is no longer open, so it is pushed again. */
  closed(key: string): void {
    if (!this.#context.abilities.pulls) this.#forgetPush(key);
    this.#pulled.delete(key);
    this.#edited.delete(key);
    this.changed([key]);
  }

  /** A finding as the client shows it. */
  async toDiagnostic(finding: ShownFinding, hosted: HostedDocument, measured: Measured): Promise<Diagnostic> {
    const { abilities } = this.#context;
    const tag = finding.tag && tagOf[finding.tag];
    const root = this.#context.uriOf(hosted.host.folder.root);
    const page = abilities.codeDescription ? rulePageOf(finding.rule, root, abilities) : undefined;
    const diagnostic: Diagnostic = {
      range: rangeAt(measured, finding.range, abilities.encoding),
      severity: severityOf[finding.severity],
      code: finding.rule,
      source: 'tickmark',
      message: visible(finding.message),
      ...(page ? { codeDescription: { href: page } } : {}),
      ...(tag && abilities.diagnosticTags.includes(tag) ? { tags: [tag] } : {}),
    };
    if (!abilities.relatedInformation || finding.related.length === 0) return diagnostic;
    diagnostic.relatedInformation = [];
    for (const place of finding.related) {
      const location = this.#pageOf(place, hosted) ?? (await this.#locationOf(place, hosted));
      if (location) diagnostic.relatedInformation.push({ location, message: visible(place.words) });
    }
    return diagnostic;
  }

  /** The beginning of the page of what a place is about, where the client opens pages. */
  #pageOf({ page }: RelatedRange, { host }: HostedDocument): Location | undefined {
    if (page === undefined || !this.#context.abilities.virtualDocuments) return undefined;
    const start = { line: 0, character: 0 };
    return {
      uri: pageUri({ root: this.#context.uriOf(host.folder.root), page }),
      range: { start, end: start },
    };
  }

  async #locationOf({ path, range }: RelatedRange, { host }: HostedDocument): Promise<Location | undefined> {
    const key = below(host.folder.root, path);
    const there = await this.measured(key);
    return there && { uri: this.uriOf(key), range: rangeAt(there, range, this.#context.abilities.encoding) };
  }

  /** A document as its positions are reckoned: its buffer, else what is known of its file. */
  async measured(key: string): Promise<Measured | undefined> {
    const { buffers, workspace } = this.#context;
    return buffers.get(key) ?? this.#measuredFile(key, workspace.hostedAt(key));
  }

  /** The same of a document of a program, with its URI. */
  async shownIn(
    host: ProgramHost,
    path: string,
  ): Promise<{ readonly uri: string; readonly measured: Measured } | undefined> {
    const key = below(host.folder.root, path);
    const buffer = this.#context.buffers.get(key);
    if (buffer) return { uri: buffer.uri, measured: buffer };
    const measured = await this.#measuredFile(key, { host, path });
    return measured && { uri: this.#context.uriOf(key), measured };
  }

  async #measuredFile(key: string, hosted: HostedDocument | undefined): Promise<Measured | undefined> {
    const { abilities, files } = this.#context;
    const lines = hosted?.host.lines(hosted.path);
    if (!lines) return undefined;
    const content = abilities.encoding === 'utf-16' ? undefined : contentOf(await files.read(key));
    return { lines, content: content === undefined ? undefined : sourceOf(content).text, mark: 0 };
  }

  /** The client's own URI of an open document, else one made from its key. */
  uriOf(key: string): string {
    return this.#context.buffers.get(key)?.uri ?? this.#context.uriOf(key);
  }

  /** Brings what is stale, one document after the other, so that what is older never comes last. */
  async #bring(): Promise<void> {
    const { runtime } = this.#context;
    let sliceStart = Number.NEGATIVE_INFINITY;
    for (const key of this.#stale) {
      if (runtime.now() - sliceStart > slice) {
        await runtime.pause();
        sliceStart = runtime.now();
      }
      this.#stale.delete(key);
      const diagnostics = this.#pulled.has(key) ? [] : await this.#diagnosticsOf(key);
      // It may have been pulled while it was being looked up.
      if (this.#pulled.has(key)) this.#refresh.soon();
      // No faster than the client reads: an answer to it would else wait behind all that is pushed.
      else await this.#push(key, diagnostics);
    }
    this.#isBringing = false;
  }

  /** The next push is sent, even if it is the same: the client may have dropped the last one. */
  #forgetPush(key: string): void {
    const pushed = this.#pushed.get(key);
    if (pushed) this.#pushed.set(key, { ...pushed, hash: undefined });
  }

  /** Settles once what is to be sent has been written. */
  async #push(key: string, diagnostics: Diagnostic[]): Promise<void> {
    const { connection } = this.#context;
    const uri = this.uriOf(key);
    const before = this.#pushed.get(key);
    const hash = textHash(JSON.stringify(diagnostics));
    if (before && before.uri !== uri)
      unawaited(() => connection.sendDiagnostics({ uri: before.uri, diagnostics: [] }));
    if (diagnostics.length > 0) this.#pushed.set(key, { uri, hash });
    else this.#pushed.delete(key);
    const isShown = before?.uri === uri ? before.hash === hash : diagnostics.length === 0;
    if (!isShown) await written(() => connection.sendDiagnostics({ uri, diagnostics }));
  }

  async #diagnosticsOf(key: string): Promise<Diagnostic[]> {
    const { workspace } = this.#context;
    const hosted = workspace.hostedAt(key) ?? workspace.strayAt(key);
    const measured = hosted && (await this.measured(key));
    if (!hosted || !measured) return [];
    const { listed: first, unlisted } = listed(hosted.host.engine.seen(hosted.path));
    const shown = [...first, ...[...unlisted].map(([rule, more]) => countedInstead(rule, more))];
    return Promise.all(shown.map(finding => this.toDiagnostic(finding, hosted, measured)));
  }
}

/** Where the client opens the page of a rule; undefined where it has not said where. */
function rulePageOf(rule: string, root: string, { own }: Abilities): string | undefined {
  return own.rulePages?.replaceAll('{rule}', rule).replaceAll('{root}', encodeURIComponent(root));
}

/** What stands for the findings of a rule that are not listed, at the place of the first of them. */
function countedInstead(rule: string, { first, count }: Unlisted<ShownFinding>): ShownFinding {
  const message = `This document has ${unlistedWords(rule, count)} from here on. They are listed after you fix the earlier ones; \`tickmark check --all\` lists every finding.`;
  return { ...first, message, related: [], tag: undefined };
}

/** A short name for a text: equal texts have equal names, and unequal ones hardly ever. */
function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
