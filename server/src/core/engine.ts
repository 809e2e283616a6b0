import type { Catalog } from './catalog/catalog.ts';
import { CatalogFiles, type NamedFiles } from './catalog/catalogFiles.ts';
import { catalogFacts } from './formats/catalogFacts.ts';
import type { DocumentFacts } from './formats/facts.ts';
import { readDocument } from './formats/readDocument.ts';
import type { Role } from './formats/role.ts';
import { type Silencing, silencingWord } from './formats/silencings.ts';
import { type DocumentSummary, type ManifestShape, rangeOf, sameShape } from './model/shape.ts';
import { Program } from './program/program.ts';
import type { SourceFile, SourceState } from './program/sources.ts';
import { Touched } from './program/touched.ts';
import type { Args, Finding } from './rules/rule.ts';
import { ruleNamed } from './rules/rules.ts';
import { fingerprintOf } from './rules/running/fingerprint.ts';
import { Judge, judgeDocument, judgeSilencings } from './rules/running/judge.ts';
import { longestQuote, messageOf } from './rules/running/message.ts';
import { RuleSettings } from './rules/running/settings.ts';
import { silence } from './rules/running/silence.ts';
import type { SetSeverity, Severity } from './rules/severity.ts';
import type { TextRange } from './text/range.ts';

/** What one document yields by itself: it depends on its text, its role and the catalog only, so it can be kept. */
export interface Analysis {
  readonly summary: DocumentSummary;
  readonly findings: readonly Finding[];
  /** What its comments silence. */
  readonly silencings: readonly Silencing[];
}

/** A finding as it is shown. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: TextRange;
  readonly related: readonly { readonly path: string; readonly range: TextRange; readonly words: string }[];
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
  /** Which of the rule's messages, and what it names. */
  readonly messageKey: string;
  readonly args: Args;
  /** Equal for the same finding in another version of the document: it does not depend on the line. */
  readonly fingerprint: string;
}

/** A finding that a comment silences, with the reason it gives. */
export interface SuppressedFinding extends ShownFinding {
  readonly reason: string;
}

/** A finding of any rule, one that is off too. */
interface JudgedFinding extends Omit<ShownFinding, 'severity'> {
  readonly severity: SetSeverity;
}

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

/**
 * Reads and judges one document by itself.
 * @param text without a byte order mark
 */
export function analyze(path: string, text: string, role: Role, catalog: Catalog): Analysis {
  return analysisOf(path, readDocument(text, role, catalog), catalog);
}

/** Judges one document, as it was read with the same catalog, by itself. */
export function analysisOf(path: string, facts: DocumentFacts, catalog: Catalog): Analysis {
  const { summary, silencings } = facts;
  return { summary, findings: judgeDocument(path, facts, catalog), silencings };
}

/** One program with its findings, kept up to date: text in, findings and coverage out. */
export class Engine {
  readonly #catalog: Catalog;
  readonly #paranoid: boolean;
  readonly #isTimeUp: () => boolean;
  readonly #shelf = new CatalogFiles();
  /** What the manifest names, as it was last followed. */
  #named: NamedFiles = namedFiles(undefined);
  readonly #program: Program;
  readonly #judge: Judge;
  readonly #findings = new Map<string, readonly Finding[]>();
  /** Of documents that silence anything. */
  readonly #silencings = new Map<string, readonly Silencing[]>();
  #settings = new RuleSettings();
  #tellsIdle = false;
  readonly #work: Work = { documentsRead: 0, unitsParsed: 0, keysTouched: 0, rulesRun: 0 };

  constructor({ catalog, today, isTimeUp = () => false, paranoid = false }: EngineOptions) {
    this.#catalog = catalog;
    this.#isTimeUp = isTimeUp;
    this.#paranoid = paranoid;
    this.#program = new Program({ catalogs: this.#shelf.read(this.#named), today });
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
      if (analysis) this.#findings.set(path, analysis.findings);
      else this.#findings.delete(path);
      if (analysis && analysis.silencings.length > 0) this.#silencings.set(path, analysis.silencings);
      else this.#silencings.delete(path);
      changed.add(path);
      for (const naming of this.#judge.naming(path)) changed.add(naming);
    }
    if (complete && !this.#program.complete)
      for (const path of this.#judge.retractAbsences()) changed.add(path);
    this.#followRules(rules, touched, changed);
    this.#followNames(touched, changed);
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
    return [...this.catalogFiles].filter(path => !this.#shelf.texts.has(path));
  }

  /**
   * Takes up the texts, without a byte order mark, of files of catalogs; undefined for one that cannot be read.
   * @returns the paths whose findings may have changed
   */
  setCatalogFiles(texts: Iterable<readonly [path: string, text: string | undefined]>): Set<string> {
    const changed = new Set<string>();
    const before = this.catalogFiles;
    for (const [path, text] of texts) {
      this.#shelf.setText(path, text);
      this.#forget(path);
      // Of a catalog only its comments can be found wrong by document rules, and few have any.
      if (text?.includes(silencingWord)) {
        const facts = catalogFacts(text);
        this.#silencings.set(path, facts.silencings);
        this.#findings.set(path, judgeDocument(path, facts, this.#catalog));
      }
      changed.add(path);
    }
    const touched = this.#program.setCatalogs(this.#shelf.read(this.#named));
    this.#forgetOthers(before, changed);
    return this.#touch(touched, changed);
  }

  /** Whether files that evidence names or documents link to are to be looked for. */
  get wantsSources(): boolean {
    return this.#program.sources.areWanted;
  }

  /** Those that are to be looked for, each once: what is found is told with `setSources`. */
  takeWantedSources(): readonly SourceFile[] {
    return this.#program.sources.takeWanted();
  }

  /** A file or folder was made, changed or deleted: what is named there is to be looked for again. */
  lookAgain(path: string): void {
    this.#program.sources.lookAgain(path);
  }

  /**
   * Takes up what was found of the files that are named.
   * @returns the paths whose findings may have changed
   */
  setSources(found: Iterable<readonly [file: SourceFile, state: SourceState]>): Set<string> {
    return this.#touch(this.#program.setSources(found));
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
    return this.#judged(path).shown;
  }

  /** The findings in a document that its comments silence, by their place, each with the reason. */
  suppressed(path: string): SuppressedFinding[] {
    return this.#silencings.has(path) ? this.#judged(path).suppressed : [];
  }

  /**
   * A sentence that helps with a finding and depends on the rest of the program. It is no part of the finding, whose
   * words must not change when something far away does. Of a text longer than a message quotes nothing is guessed.
   */
  hint({ rule, args }: ShownFinding): string | undefined {
    if (Object.values(args).some(text => text.length > longestQuote)) return undefined;
    return ruleNamed(rule)?.hint?.(args, this.#program);
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
  #followRules(before: ManifestShape['rules'] | undefined, touched: Touched, changed: Set<string>): void {
    const now = this.#program.manifest?.shape.rules;
    if (sameShape(before, now)) return;
    const { optionsKey } = this.#settings;
    this.#settings = new RuleSettings(now);
    if (this.#settings.optionsKey !== optionsKey) touched.add(this.#program.everything());
    for (const path of this.paths()) changed.add(path);
  }

  /** The files of catalogs that the manifest names, where that has changed. */
  #followNames(touched: Touched, changed: Set<string>): void {
    const named = namedFiles(this.#program.manifest?.shape);
    if (sameShape(named, this.#named)) return;
    this.#named = named;
    const before = this.catalogFiles;
    touched.add(this.#program.setCatalogs(this.#shelf.read(named)));
    this.#forgetOthers(before, changed);
  }

  /** Forgets files of catalogs that are such no more. */
  #forgetOthers(before: ReadonlySet<string>, changed: Set<string>): void {
    for (const path of before) {
      if (this.catalogFiles.has(path)) continue;
      if (!this.#program.summary(path)) this.#forget(path);
      changed.add(path);
    }
  }

  #forget(path: string): void {
    this.#findings.delete(path);
    this.#silencings.delete(path);
  }

  #touch(touched: Touched, changed = new Set<string>()): Set<string> {
    this.#work.keysTouched += touched.size;
    this.#judge.touch(touched);
    for (const path of this.settle()) changed.add(path);
    return changed;
  }

  #judged(path: string): { readonly shown: ShownFinding[]; readonly suppressed: SuppressedFinding[] } {
    const found = [...(this.#findings.get(path) ?? []), ...this.#judgedIn(path)];
    const silencings = this.#silencings.get(path);
    if (!silencings) {
      const on = found.filter(one => this.#severityOf(one) !== 'off');
      return { shown: this.#inOrder(on).filter(isShown), suppressed: [] };
    }
    const { shown, suppressed, unused } = silence(this.#inOrder(found), silencings);
    const idle = this.#canTellIdle ? judgeSilencings(path, unused) : [];
    const all = [...shown, ...this.#inOrder(idle)].sort(byPlace);
    return {
      shown: all.filter(isShown),
      suppressed: suppressed.flatMap(({ finding, reason }) =>
        isShown(finding) ? [{ ...finding, reason }] : [],
      ),
    };
  }

  /** What the program rules found in a document; of one that is gone it waits to be taken back, and has no place. */
  #judgedIn(path: string): readonly Finding[] {
    const isThere = this.#program.summary(path) || this.catalogFiles.has(path);
    return isThere ? this.#judge.of(path) : [];
  }

  /** Findings as they are shown, by their place. */
  #inOrder(findings: readonly Finding[]): JudgedFinding[] {
    return numbered(findings.map(finding => this.#show(finding)).sort(byPlace));
  }

  /** Adds the documents in which idle comments may be told of now, or may be no more. */
  #withIdle(changed: Set<string>): Set<string> {
    if (this.#tellsIdle !== this.#canTellIdle) for (const path of this.#silencings.keys()) changed.add(path);
    this.#tellsIdle = this.#canTellIdle;
    return changed;
  }

  /** Whether it is known of each comment that it is idle: what is absent is found last, and another report has other findings. */
  get #canTellIdle(): boolean {
    const { complete, chosenReport } = this.#program;
    return complete && this.settled && chosenReport === undefined;
  }

  #severityOf({ rule: name, path }: Finding): SetSeverity {
    const rule = ruleNamed(name);
    return rule ? this.#settings.severity(rule, path) : 'off';
  }

  #show(finding: Finding): JudgedFinding {
    const { rule: name, message, args, path, where, related } = finding;
    const rule = ruleNamed(name);
    const template = rule?.messages[message] ?? rule?.messages.default ?? message;
    return {
      rule: name,
      severity: this.#severityOf(finding),
      message: messageOf(template, args),
      path,
      range: 'at' in where ? this.#rangeOf(path, where.record, where.at) : where,
      related: related.map(place => ({
        path: place.path,
        range:
          'at' in place
            ? this.#rangeOf(place.path, place.record, place.at)
            : { start: place.start, end: place.end },
        words: place.words,
      })),
      tag: rule?.tag,
      messageKey: message,
      args,
      fingerprint: fingerprintOf(path, name, args),
    };
  }

  #rangeOf(path: string, record: number, at: number): TextRange {
    const summary = this.#program.summary(path);
    return summary ? rangeOf(summary, record, at) : { start: 0, end: 0 };
  }

  /** The paranoid mode: incremental equals batch. */
  #compareWithBatch(): void {
    const { complete, today } = this.#program;
    const fresh = new Engine({ catalog: this.#catalog, today });
    const analyses = [...this.#program.paths()].sort().flatMap(path => {
      const summary = this.#program.summary(path);
      const [findings, silencings] = [this.#findings.get(path) ?? [], this.#silencings.get(path) ?? []];
      return summary ? [[path, { summary, findings, silencings }] as const] : [];
    });
    fresh.put(analyses);
    fresh.setCatalogFiles(this.#shelf.texts);
    const { sources } = this.#program;
    const known = (file: SourceFile) => sources.stateAt(file) ?? 'unknown';
    fresh.setSources(fresh.takeWantedSources().map(file => [file, known(file)]));
    fresh.chooseReport(this.#program.chosenReport);
    fresh.setComplete(complete);
    const [now, then] = [this.#picture(), fresh.#picture()];
    if (!sameShape(now, then)) {
      throw new Error(`incremental differs from batch:\n${JSON.stringify(now)}\n${JSON.stringify(then)}`);
    }
  }

  /** Everything that shows: the findings, the coverage of every report, and what each index of the program answers. */
  #picture(): unknown {
    const { reports } = this.#program;
    return {
      indexes: this.#program.picture(),
      findings: [...this.allFindings()],
      suppressed: this.paths().flatMap(path => this.suppressed(path)),
      coverage: reports.map(report =>
        [...report.criteria].map(id => ({
          ...this.#program.coverage(report, id),
          records: this.#program
            .covering(report, id)
            .map(({ entry, as, aside }) => `${entry.path} ${entry.index} ${as} ${aside}`),
          first: this.#program.firstCovering(report, id)?.entry.path,
        })),
      ),
    };
  }
}

/** The files that a manifest names, without their places. */
function namedFiles(manifest: ManifestShape | undefined): NamedFiles {
  return {
    catalogs: (manifest?.catalogs ?? []).map(({ file, name }) => ({ file: file.text, name: name?.text })),
    mappings: (manifest?.mappings ?? []).map(({ text }) => text),
  };
}

/** The fingerprint that a finding would have in a document of another path. */
export function fingerprintAt({ rule, args, fingerprint }: ShownFinding, path: string): string {
  const [, number = ''] = /(-\d+)$/.exec(fingerprint) ?? [];
  return fingerprintOf(path, rule, args) + number;
}

function isShown(finding: JudgedFinding): finding is ShownFinding {
  return finding.severity !== 'off';
}

function byPlace(a: JudgedFinding, b: JudgedFinding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    order(a.rule, b.rule) ||
    order(a.message, b.message)
  );
}

/** Tells equal fingerprints of one document apart by their order. */
function numbered(findings: readonly JudgedFinding[]): JudgedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count + 1}` };
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
