import type { CodeAction, Connection, InitializeParams } from 'vscode-languageserver';
import type { Location } from '../../../protocol/place.ts';
import type { Settings } from '../../../protocol/settings.ts';
import type { Completion } from '../core/features/completion/offer.ts';
import type { Editing } from '../core/features/editing.ts';
import type { References } from '../core/features/references.ts';
import { catalogFacts } from '../core/formats/catalogFacts.ts';
import type { DocumentFacts } from '../core/formats/facts.ts';
import { type Place, rangeOf } from '../core/model/shape.ts';
import { idOf, type Subject } from '../core/pages/subject.ts';
import type { TextsRead } from '../core/program/speaking.ts';
import { groupedBy } from '../core/text/lists.ts';
import type { TextRange } from '../core/text/range.ts';
import { type Files, isBelow } from '../workspace/files.ts';
import type { HostedDocument } from '../workspace/kept/keptPrograms.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { WorkspaceListener } from '../workspace/surroundings.ts';
import { Workspace } from '../workspace/workspace.ts';
import { type Abilities, abilitiesOf, leastAbilities } from './abilities.ts';
import { type Buffer, Buffers } from './buffers.ts';
import type { IsCalledOff } from './calledOff.ts';
import { clientFiles } from './clientFiles.ts';
import { Diagnostics } from './diagnostics.ts';
import { factsAt } from './factsAt.ts';
import { IdWords } from './idWords.ts';
import { foldersOf, OpenFolders } from './openFolders.ts';
import { beginningOf, pageText, pageUri } from './pages.ts';
import { rangeAt } from './positions.ts';
import type { Runtime } from './runtime.ts';
import { settingsIn } from './settings.ts';
import { SpokenTexts } from './spokenTexts.ts';
import { WorkProgress } from './workProgress.ts';
import type { EditsContext } from './workspaceEdits.ts';

/** A document that the client has open. */
export interface OpenDocument {
  readonly key: string;
  readonly buffer: Buffer;
  /** Where it lies in a program; undefined where it belongs to none. */
  readonly hosted: HostedDocument | undefined;
}

/** A place of a record, or a stretch of a document. */
export type PlaceInProgram = { readonly path: string } & (
  | { readonly record: number; readonly at: Place }
  | { readonly range: TextRange }
);

/** What every feature works with: one client, what it can do, its folders and buffers, and the programs in them. */
export class ServerContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly buffers: Buffers;
  readonly folders: OpenFolders;
  readonly files: Files;
  readonly workspace: Workspace;
  /** Grows with each change of what is shown. */
  revision = 0;
  /** Whether programs are being read. */
  indexing = false;
  /** What was last offered to a client that asks for documentation item by item. */
  offered: { readonly list: number; readonly completions: readonly Completion[] } = {
    list: 0,
    completions: [],
  };
  /** What is shown, as the client's settings have it. */
  settings: Settings = {};
  /** The actions last offered to a client that takes no others than commands, by the number they are asked for with. */
  offeredActions: readonly CodeAction[] = [];
  #abilities: Abilities = leastAbilities;
  #diagnostics: Diagnostics;
  readonly #texts: SpokenTexts;
  readonly #idWords: IdWords;

  /** @param listener told of what changes in the programs */
  constructor(connection: Connection, runtime: Runtime, listener: WorkspaceListener) {
    this.connection = connection;
    this.runtime = runtime;
    this.#texts = new SpokenTexts(runtime);
    this.#idWords = new IdWords(runtime);
    this.buffers = new Buffers(fault => connection.console.warn(fault));
    this.folders = new OpenFolders(runtime);
    this.files = runtime.filesWith(clientFiles(connection, () => this.#abilities.own.files === true));
    this.workspace = new Workspace({ ...runtime, files: this.files }, listener);
    this.#diagnostics = this.#newDiagnostics();
  }

  /** Takes up what a client says of itself. */
  introduce(params: InitializeParams): void {
    this.#abilities = abilitiesOf(params);
    this.settings = settingsIn(params.initializationOptions);
    this.#diagnostics = this.#newDiagnostics();
    for (const uri of foldersOf(params)) this.folders.add(uri);
  }

  /** What the client can do; the least before it has introduced itself. */
  get abilities(): Abilities {
    return this.#abilities;
  }

  get diagnostics(): Diagnostics {
    return this.#diagnostics;
  }

  /** The key of a document that the client names. */
  keyOf(uri: string): string {
    return this.buffers.keyOf(uri) ?? this.runtime.keyOf(uri);
  }

  /** A document by the URI that the client gave it; undefined where it is not open. */
  openDocument(uri: string): OpenDocument | undefined {
    const key = this.keyOf(uri);
    const buffer = this.buffers.get(key);
    return buffer && { key, buffer, hosted: this.workspace.hostedAt(key) };
  }

  /** What a feature sees of an open document; undefined where it belongs to no program, or is none of its documents. */
  editingOf({ buffer, hosted }: OpenDocument): Editing | undefined {
    const facts = hosted?.host.factsOf(hosted.path, buffer.text);
    return hosted && facts && { path: hosted.path, facts, program: hosted.host.engine.program };
  }

  /** What a fix sees of an open file of catalogs, which is no document; undefined for any other. */
  editingOfCatalog({ buffer, hosted }: OpenDocument): Editing | undefined {
    if (!hosted?.host.isCatalogFile(hosted.path)) return undefined;
    return { path: hosted.path, facts: catalogFacts(buffer.text), program: hosted.host.engine.program };
  }

  /** The program whose root a URI names; undefined where there is none. */
  hostAt(root: string): ProgramHost | undefined {
    const key = this.runtime.keyOf(root);
    return this.workspace.programs.find(({ folder }) => folder.root === key);
  }

  /** Where a place of a record, or a stretch of a document, is; undefined where the document is there no more. */
  async locationOf(host: ProgramHost, place: PlaceInProgram): Promise<Location | undefined> {
    const [location] = await this.locationsOf(host, [place]);
    return location;
  }

  /** The same of several, by document and place: not every client sorts what it lists. */
  async locationsOf(host: ProgramHost, places: readonly PlaceInProgram[]): Promise<Location[]> {
    const locations: Location[] = [];
    const ofDocuments = [...groupedBy(places, place => place.path)].sort(([one], [other]) =>
      one < other ? -1 : 1,
    );
    for (const [path, own] of ofDocuments) {
      const summary = host.engine.program.summary(path);
      const shown = summary && (await this.#diagnostics.shownIn(host, path));
      if (!summary || !shown) continue;
      const ranges = own.map(place =>
        'range' in place ? place.range : rangeOf(summary, place.record, place.at),
      );
      for (const range of ranges.sort((one, other) => one.start - other.start))
        locations.push({ uri: shown.uri, range: rangeAt(shown.measured, range, this.#abilities.encoding) });
    }
    return locations;
  }

  /** The page of a subject: the server's own document or, for a client that opens files only, one; undefined where neither can be. */
  pageLocation({ folder: { root } }: ProgramHost, subject: Subject): Location | undefined {
    const page = idOf(subject);
    if (this.#abilities.virtualDocuments)
      return beginningOf(pageUri({ root: this.folders.uriOf(root), page }));
    const file = this.runtime.pageFile?.(
      root,
      page,
      pageText(subject, () => undefined),
    );
    return file === undefined ? undefined : beginningOf(this.runtime.uriOf(file));
  }

  /** The manifest of a program, of its buffer or its file; undefined where it has none that can be read. */
  async manifestOf(
    host: ProgramHost,
  ): Promise<{ readonly path: string; readonly facts: DocumentFacts } | undefined> {
    const path = host.engine.program.manifest?.path;
    const facts = path === undefined ? undefined : await factsAt(this.editsContext, host, path);
    return path === undefined || !facts ? undefined : { path, facts };
  }

  /** Of what the texts of a program's documents speak; reads those that have not been read for it. */
  textsOf(host: ProgramHost): Promise<TextsRead> {
    return this.#texts.of(host, this.editsContext);
  }

  /** Reads the texts of a program for `documentsSaying`, and says whether any had to be read (see `IdWords`). */
  readTexts(host: ProgramHost, forPhrases: boolean, isCalledOff: IsCalledOff): Promise<boolean> {
    const progress = new WorkProgress(this, 'Tickmark: reading texts');
    return this.#idWords.read(host, this.editsContext, forPhrases, isCalledOff, done => progress.show(done));
  }

  /** The paths of the documents of a program whose texts speak of what was found (see `IdWords`). */
  documentsSaying(found: References, host: ProgramHost): readonly string[] {
    return this.#idWords.documentsSaying(found, host);
  }

  /** Whether a document is open, or lies in a folder that is: no other is changed. */
  isInOpenFolder(key: string): boolean {
    return this.buffers.get(key) !== undefined || this.folders.keys.some(folder => isBelow(key, folder));
  }

  /** What edits are brought into the client's form with. */
  get editsContext(): EditsContext {
    return {
      files: this.files,
      buffers: this.buffers,
      abilities: this.#abilities,
      uriOf: key => this.#diagnostics.uriOf(key),
    };
  }

  #newDiagnostics(): Diagnostics {
    return new Diagnostics({
      connection: this.connection,
      runtime: this.runtime,
      files: this.files,
      workspace: this.workspace,
      buffers: this.buffers,
      abilities: this.#abilities,
      uriOf: key => this.folders.uriOf(key),
    });
  }
}
