import type { Catalog } from './catalog/catalog.ts';
import { type Analysis, analyze, analyzeCatalogFile } from './engine/analysis.ts';
import { compareWithBatch, tellAtOnce } from './engine/batch.ts';
import { DocumentFindings } from './engine/documentFindings.ts';
import { gathered } from './engine/gathering.ts';
import { NamedCatalogs } from './engine/namedCatalogs.ts';
import { nextPreset } from './engine/nextPreset.ts';
import { show } from './engine/showing.ts';
import type { SeenFinding, ShownFinding, SuppressedFinding } from './engine/shownFinding.ts';
import type { Role } from './formats/role.ts';
import { type ManifestShape, sameShape } from './model/shape.ts';
import { Program } from './program/program.ts';
import type { DatedFile, FileChange, SourceFile, SourceState } from './program/sources.ts';
import { Touched } from './program/touched.ts';
import type { Finding } from './rules/rule.ts';
import { ruleNamed } from './rules/rules.ts';
import { Judge } from './rules/running/judge.ts';
import { longestQuote } from './rules/running/message.ts';
import { RuleSettings } from './rules/running/settings.ts';
import type { Preset, SetSeverity, Severity } from './rules/severity.ts';

/** How much work has been done: asserted in tests, so that speed is guarded without a clock. */
export interface Work {
  documentsRead: number;
  unitsParsed: number;
  keysTouched: number;
  rulesRun: number;
}

export interface EngineOptions {
  readonly catalog: Catalog;
  /** The calendar date that stands for today. */
  readonly today: string;
  /**
   * Asked while the rules about the whole program run: whether the rest is to wait for `settle`. Never, where it is left
   * out: each change is then judged at once.
   */
  readonly isTimeUp?: () => boolean;
  /** Rebuilds the program after every change and throws where the two differ. For tests: it is slow. */
  readonly paranoid?: boolean;
}

/** One program with its findings, kept up to date: text in, findings and coverage out. */
export class Engine {
  readonly #catalog: Catalog;
  readonly #paranoid: boolean;
  readonly #isTimeUp: () => boolean;
  readonly #catalogs = new NamedCatalogs();
  readonly #program: Program;
  readonly #judge: Judge;
  readonly #documents = new DocumentFindings();
  #settings = new RuleSettings();
  #tellsIdle = false;
  #knowsHistory = false;
  /** Paths that are known to have an error or a warning, and those of which it is not known. */
  readonly #grave = new Set<string>();
  readonly #unlooked = new Set<string>();
  readonly #work: Work = { documentsRead: 0, unitsParsed: 0, keysTouched: 0, rulesRun: 0 };

  constructor({ catalog, today, isTimeUp = () => false, paranoid = false }: EngineOptions) {
    this.#catalog = catalog;
    this.#isTimeUp = isTimeUp;
    this.#paranoid = paranoid;
    this.#program = new Program({ catalogs: this.#catalogs.read(), today });
    this.#judge = new Judge(this.#program, () => this.#settings);
  }

  /** The program as it stands. */
  get program(): Program {
    return this.#program;
  }

  /** What the manifest sets for the rules. Its options of document rules are part of a document's role. */
  get settings(): RuleSettings {
    return this.#settings;
  }

  /** The work done so far. */
  get work(): Readonly<Work> {
    return { ...this.#work, rulesRun: this.#judge.judged };
  }

  /**
   * Reads a document's new text.
   * @returns the paths whose findings may have changed
   */
  setText(path: string, text: string, role: Role): Set<string> {
    this.#work.documentsRead++;
    this.#work.unitsParsed += text.length;
    return this.put([[path, analyze(path, text, role, this.#catalog)]]);
  }

  /**
   * Takes up documents that were read elsewhere, all before anything is judged; undefined removes one.
   * @returns the paths whose findings may have changed
   */
  put(analyses: Iterable<readonly [path: string, analysis: Analysis | undefined]>): Set<string> {
    const touched = new Touched();
    const changed = new Set<string>();
    const { complete } = this.#program;
    const rules = this.#program.manifest?.shape.rules;
    for (const [path, analysis] of analyses) {
      this.#program.set(path, analysis?.summary, touched);
      this.#documents.set(path, analysis);
      changed.add(path);
      for (const naming of this.#judge.naming(path)) changed.add(naming);
    }
    if (complete && !this.#program.complete)
      for (const path of this.#judge.retractAbsences()) changed.add(path);
    this.#applyRules(rules, touched, changed);
    this.#applyNames(touched, changed);
    return this.#touch(touched, changed);
  }

  /**
   * The files of catalogs and mappings that the manifest names and those that they import, as paths relative to the root.
   * They are no documents of the program.
   */
  get catalogFiles(): ReadonlySet<string> {
    return this.#program.catalogFiles.files;
  }

  /** Those of them of which nothing has been said yet. */
  get wantedFiles(): readonly string[] {
    return [...this.catalogFiles].filter(path => !this.#catalogs.texts.has(path));
  }

  /**
   * Takes up the texts, without a byte order mark, of files of catalogs; undefined for one that cannot be read.
   * @returns the paths whose findings may have changed
   */
  setCatalogFiles(texts: Iterable<readonly [path: string, text: string | undefined]>): Set<string> {
    const changed = new Set<string>();
    const before = this.catalogFiles;
    for (const [path, text] of texts) {
      this.#catalogs.setText(path, text);
      this.#documents.set(path, analyzeCatalogFile(path, text, this.#catalog));
      changed.add(path);
    }
    const touched = this.#program.setCatalogs(this.#catalogs.read());
    this.#forgetOthers(before, changed);
    // Findings that are seen as one say how many criteria there are.
    const { manifest } = this.#program;
    if (manifest) changed.add(manifest.path);
    return this.#touch(touched, changed);
  }

  /** Whether files that evidence names or documents link to are to be looked for. */
  get wantsSources(): boolean {
    return this.#program.sources.areWanted;
  }

  /** Those that are to be looked for, each once: what is found is told with `setSources`. */
  nextWantedSources(): readonly SourceFile[] {
    return this.#program.sources.nextWanted();
  }

  /** A file or folder was made, changed or deleted: what is named there is to be looked for again. */
  fileChanged(path: string): void {
    this.#program.sources.fileChanged(path);
  }

  /**
   * Takes up what was found of the files that are named.
   * @returns the paths whose findings may have changed
   */
  setSources(found: Iterable<readonly [file: SourceFile, state: SourceState]>): Set<string> {
    return this.#touch(this.#program.setSources(found));
  }

  /**
   * The files of which it is to be told whether they were changed after they were collected. The documents of the program are none
   * of them: they live on, and say so.
   */
  get datedSources(): readonly DatedFile[] {
    const isDocument = (path: string) => this.#program.records(path).length > 0;
    return this.#program.sources.dated.filter(({ file }) => !file.paths.some(isDocument));
  }

  /**
   * Takes up how files were changed after they were collected.
   * @param isWhole whether all that ever happened to them was looked at, so it is known which comments silence nothing
   * @returns the paths whose findings may have changed
   */
  setChanges(
    found: Iterable<readonly [file: SourceFile, change: FileChange | undefined]>,
    isWhole: boolean,
  ): Set<string> {
    this.#knowsHistory = isWhole;
    return this.#touch(this.#program.setChanges(found));
  }

  /**
   * Takes up which files lie in folders of evidence that name a control and a window (see `folderFileOf`), as paths relative to
   * the root: all of them.
   * @returns the paths whose findings may have changed
   */
  setEvidenceFiles(paths: readonly string[]): Set<string> {
    return this.#touch(this.#program.setEvidenceFiles(paths));
  }

  /** Says that every document has been read: now what is absent can be reported. */
  setComplete(complete: boolean): Set<string> {
    const before = this.#program.complete;
    this.#program.setComplete(complete);
    const { complete: now } = this.#program;
    if (now === before) return new Set();
    return now ? this.settle() : this.#withIdle(this.#judge.retractAbsences());
  }

  /** Chooses the report that is asked after; undefined for the current one. */
  chooseReport(id: string | undefined): Set<string> {
    return this.#touch(this.#program.chooseReport(id));
  }

  /** Moves today. */
  setToday(today: string): Set<string> {
    return this.#touch(this.#program.setToday(today));
  }

  /** Whether every change has been judged. */
  get settled(): boolean {
    return this.#judge.settled;
  }

  /**
   * Goes on with what an earlier change has left to be judged.
   * @returns the paths whose findings may have changed
   */
  settle(): Set<string> {
    const changed = this.#withIdle(this.#judge.settle(this.#isTimeUp));
    if (this.#paranoid && this.settled) this.#compareWithBatch();
    return changed;
  }

  /** The findings in a document, by their place; those that its comments silence are not among them. */
  findings(path: string): ShownFinding[] {
    return this.#shown(path).shown;
  }

  /** The findings in a document as people see them: what one gap brings many times is one. */
  seen(path: string): readonly SeenFinding[] {
    return gathered(this.findings(path), this.#program);
  }

  /** The findings in a document that its comments silence, by their place, each with the reason. */
  suppressed(path: string): SuppressedFinding[] {
    return this.#documents.silencings(path) ? this.#shown(path).suppressed : [];
  }

  /**
   * A sentence that helps with a finding and depends on the rest of the program. It is no part of the finding, whose
   * words must not change when something far away does. Of a text longer than a message quotes nothing is guessed.
   */
  hint({ rule, args }: ShownFinding): string | undefined {
    if (Object.values(args).some(text => text.length > longestQuote)) return undefined;
    return ruleNamed(rule)?.hint?.(args, this.#program);
  }

  /** The preset of rules to move on to, once it is time. */
  get nextPreset(): Preset | undefined {
    return nextPreset(this.#program, () => this.#hasGrave());
  }

  /** Whether a document has an error or a warning that is shown. Looks at what has changed, and no further than the first. */
  #hasGrave(): boolean {
    const isGrave = ({ severity }: { readonly severity: SetSeverity }) =>
      severity === 'error' || severity === 'warning';
    const mayBeGrave = ({ rule: name, path, message }: Finding) => {
      const rule = ruleNamed(name);
      return rule !== undefined && isGrave({ severity: this.#settings.severity(rule, path, message) });
    };
    for (const path of this.#unlooked) {
      if (this.#grave.size > 0) break;
      this.#unlooked.delete(path);
      const maybe = this.#documents.findings(path).some(mayBeGrave) || this.#judgedIn(path).some(mayBeGrave);
      if (maybe && this.findings(path).some(isGrave)) this.#grave.add(path);
    }
    return this.#grave.size > 0;
  }

  /** Whether these have an error or a warning is to be looked at again. */
  #unlook(paths: Iterable<string>): void {
    for (const path of paths) {
      this.#grave.delete(path);
      this.#unlooked.add(path);
    }
  }

  /** How many findings people would see, by severity, if the manifest named another preset for the whole program. */
  countsUnder(preset: Preset): Record<Severity, number> {
    const settings = this.#settings.withPreset(preset);
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const path of this.paths()) {
      const { shown } = this.#shown(path, settings);
      for (const { severity } of gathered(shown, this.#program)) counts[severity]++;
    }
    return counts;
  }

  /** The paths of all that may have a finding: the documents and the files of catalogs, sorted. */
  paths(): readonly string[] {
    return [...new Set([...this.#program.paths(), ...this.catalogFiles])].sort();
  }

  /** Every finding, by path and place. */
  *allFindings(): IterableIterator<ShownFinding> {
    for (const path of this.paths()) yield* this.findings(path);
  }

  /** What is set for the rules in the manifest, where that has changed: all is shown anew, and judged anew for other options. */
  #applyRules(before: ManifestShape['rules'] | undefined, touched: Touched, changed: Set<string>): void {
    const now = this.#program.manifest?.shape.rules;
    if (sameShape(before, now)) return;
    const { optionsKey } = this.#settings;
    this.#settings = new RuleSettings(now);
    if (this.#settings.optionsKey !== optionsKey) touched.add(this.#program.everything());
    for (const path of this.paths()) changed.add(path);
  }

  /** The files of catalogs that the manifest names, where that has changed. */
  #applyNames(touched: Touched, changed: Set<string>): void {
    if (!this.#catalogs.follow(this.#program.manifest?.shape)) return;
    const before = this.catalogFiles;
    touched.add(this.#program.setCatalogs(this.#catalogs.read()));
    this.#forgetOthers(before, changed);
  }

  /** Forgets files of catalogs that are such no more. */
  #forgetOthers(before: ReadonlySet<string>, changed: Set<string>): void {
    for (const path of before) {
      if (this.catalogFiles.has(path)) continue;
      if (!this.#program.summary(path)) this.#documents.set(path, undefined);
      changed.add(path);
    }
  }

  #touch(touched: Touched, changed = new Set<string>()): Set<string> {
    this.#work.keysTouched += touched.size;
    this.#judge.touch(touched);
    for (const path of this.settle()) changed.add(path);
    this.#unlook(changed);
    return changed;
  }

  #shown(path: string, settings = this.#settings): ReturnType<typeof show> {
    const found = [...this.#documents.findings(path), ...this.#judgedIn(path)];
    return show(path, found, this.#documents.silencings(path), {
      program: this.#program,
      settings,
      tellsIdle: this.#canTellIdle,
      knowsHistory: this.#knowsHistory,
    });
  }

  /** What the program rules found in a document; of one that is gone it waits to be taken back, and has no place. */
  #judgedIn(path: string): readonly Finding[] {
    const isThere = this.#program.summary(path) || this.catalogFiles.has(path);
    return isThere ? this.#judge.of(path) : [];
  }

  /** Adds the documents in which idle comments may be told of now, or may be no more. */
  #withIdle(changed: Set<string>): Set<string> {
    if (this.#tellsIdle !== this.#canTellIdle)
      for (const path of this.#documents.silencing()) changed.add(path);
    this.#tellsIdle = this.#canTellIdle;
    this.#unlook(changed);
    return changed;
  }

  /** Whether it is known of each comment that it is idle: what is absent is found last, and another report has other findings. */
  get #canTellIdle(): boolean {
    const { complete, chosenReport } = this.#program;
    return complete && this.settled && chosenReport === undefined;
  }

  #compareWithBatch(): void {
    const fresh = new Engine({ catalog: this.#catalog, today: this.#program.today });
    tellAtOnce(fresh, this.#program, this.#documents, this.#catalogs.texts, this.#knowsHistory);
    compareWithBatch(this, fresh);
  }
}
