import type { Catalog } from '../../catalog/catalog.ts';
import type { DocumentFacts } from '../../formats/facts.ts';
import { type RecordKind, recordKinds } from '../../model/kinds.ts';
import { sameShape } from '../../model/shape.ts';
import { MultiMap } from '../../program/multiMap.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { type ProgramKey, Touched } from '../../program/touched.ts';
import { detach } from '../../text/detach.ts';
import { groupedBy } from '../../text/lists.ts';
import { optionValues } from '../options.ts';
import type {
  Args,
  DocumentRule,
  Finding,
  ProgramRule,
  Report,
  ReportInDocument,
  SilencingRule,
} from '../rule.ts';
import { ruleNamed, rules } from '../rules.ts';
import type { RuleSettings } from './settings.ts';
import type { Silenced } from './silence.ts';

/** How many other places a finding names. */
const mostRelated = 10;

const documentRules = rules.filter((rule): rule is DocumentRule => rule.reads === 'document');
const silencingRules = rules.filter((rule): rule is SilencingRule => rule.reads === 'silencings');
const programRules = rules.filter(
  (rule): rule is ProgramRule => rule.reads !== 'document' && rule.reads !== 'silencings',
);

/** Rules by the kind of the key by which they read the program: grouped once, for every change asks for them. */
type RulesByKey = ReadonlyMap<ProgramKey, readonly ProgramRule[]>;

const presenceRules = byWhatTheyRead(({ absence }) => !absence);
const absenceRules = byWhatTheyRead(({ absence }) => absence);

function byWhatTheyRead(isMeant: (rule: ProgramRule) => boolean | undefined): RulesByKey {
  return groupedBy(programRules.filter(isMeant), ({ reads }) => reads);
}

/**
 * Runs every document rule on one document, with the options that its role says. What is found keeps no part of its text
 * alive. Rules that are off run too: what is found does not depend on what is shown.
 */
export function judgeDocument(path: string, facts: DocumentFacts, catalog: Catalog): Finding[] {
  const findings: Finding[] = [];
  const kinds = new Set(facts.records.map(({ kind }) => kind));
  let judging = '';
  const detached = detacher();
  const report: ReportInDocument = (where, args = {}, message = 'default', others = []) => {
    const related = others.slice(0, mostRelated).map(other => ({ path, ...other }));
    findings.push({ rule: judging, message, args: detached(args), path, where, related });
  };
  for (const rule of rulesAbout(kinds)) {
    judging = rule.name;
    const options = optionValues(rule.options, facts.role.options?.[rule.name]);
    rule.check(facts, report, { catalog, options, rules });
  }
  return findings;
}

/** The document rules about each kind of record, chosen once: nearly every document holds records of one kind. */
const rulesAboutKind: ReadonlyMap<RecordKind, readonly DocumentRule[]> = new Map(
  recordKinds.map(kind => [kind, rulesAboutAny(new Set([kind]))]),
);

function rulesAbout(kinds: ReadonlySet<RecordKind>): readonly DocumentRule[] {
  const [kind] = kinds;
  const ofOne = kinds.size === 1 && kind !== undefined ? rulesAboutKind.get(kind) : undefined;
  return ofOne ?? rulesAboutAny(kinds);
}

function rulesAboutAny(kinds: ReadonlySet<RecordKind>): readonly DocumentRule[] {
  return documentRules.filter(({ about }) => !about || about.some(kind => kinds.has(kind)));
}

/** Whether the findings of a document say that it holds no record though it should: then it is not to be passed over. */
export function isToldUnread(findings: readonly Finding[]): boolean {
  return findings.some(({ rule }) => rulesAboutUnread.has(rule));
}

const rulesAboutUnread: ReadonlySet<string> = new Set(
  documentRules.filter(({ aboutUnread }) => aboutUnread).map(({ name }) => name),
);

/** Runs the rules that see which names in a document's comments silence nothing. Names of no rule are rules/unknown's. */
export function judgeSilencings(path: string, names: Silenced<unknown>['unused']): Finding[] {
  const findings: Finding[] = [];
  const unused = names.filter(({ name }) => ruleNamed(name));
  if (unused.length === 0) return findings;
  for (const { name, check } of silencingRules) {
    check(unused, (where, args = {}, message = 'default') => {
      findings.push({ rule: name, message, args, path, where, related: [] });
    });
  }
  return findings;
}

/** Detaches arguments. Many findings of a document may name one long text, of which there is then one copy. */
function detacher(): (args: Args) => Args {
  const copies = new Map<string, string>();
  const detached = (text: string): string => {
    const known = copies.get(text);
    if (known !== undefined) return known;
    const copy = detach(text);
    copies.set(copy, copy);
    return copy;
  };
  return args => {
    const copy: Record<string, string> = {};
    for (const key in args) copy[key] = detached(args[key] ?? '');
    return copy;
  };
}

/** What a rule has found for a key, by path. */
type Found = ReadonlyMap<string, readonly Finding[]>;

const nothing: Found = new Map();

/**
 * The findings of the program rules, kept up to date: what a change has touched waits here until it is judged again. Rules
 * about what is absent wait until the program is complete.
 */
export class Judge {
  readonly #program: Program;
  readonly #settings: () => RuleSettings;
  readonly #found = new Map<ProgramRule, Map<string, Found>>(programRules.map(rule => [rule, new Map()]));
  /** What was found in a document. */
  readonly #inPath = new MultiMap<Found>();
  /** What names a place in a document. */
  readonly #naming = new MultiMap<Found>();
  /** The keys to be judged by the rules about what is there, and by those about what is not. */
  #presences = new Touched();
  #absences = new Touched();
  /** Whether every key waits for the rules about what is there: before anything is judged, what is touched is not noted. */
  #allPresences = false;
  /** Whether the rules about what is absent have not judged anything since the program was last incomplete. */
  #allAbsences = true;
  /** How many pairs of rule and key have been judged. */
  judged = 0;

  /** @param settings gives what is set for the rules now */
  constructor(program: Program, settings: () => RuleSettings) {
    this.#program = program;
    this.#settings = settings;
  }

  /** Takes note of keys to be judged again; what notes them is the judge's from now on. */
  touch(touched: Touched): void {
    if (!this.#allAbsences) this.#absences.add(touched);
    if (this.judged === 0) this.#allPresences ||= touched.size > 0;
    else if (this.#presences.size === 0) this.#presences = touched;
    else this.#presences.add(touched);
  }

  /** Whether nothing waits that can be judged. */
  get settled(): boolean {
    if (this.#allPresences || this.#presences.size > 0) return false;
    return !this.#program.complete || (!this.#allAbsences && this.#absences.size === 0);
  }

  /**
   * Judges what waits.
   * @param isTimeUp asked after each key: whether the rest is to wait longer
   * @returns the paths whose findings have changed
   */
  settle(isTimeUp: () => boolean): Set<string> {
    const changed = new Set<string>();
    if (this.#allPresences && !isTimeUp()) {
      this.#presences = this.#program.everything();
      this.#allPresences = false;
    }
    this.#judgeWaiting(presenceRules, this.#presences, isTimeUp, changed);
    if (!this.#program.complete) return changed;
    if (this.#allAbsences) this.#absences = this.#program.everything();
    this.#allAbsences = false;
    this.#judgeWaiting(absenceRules, this.#absences, isTimeUp, changed);
    return changed;
  }

  /**
   * Takes back what is absent, for the program is complete no more.
   * @returns the paths whose findings have changed
   */
  retractAbsences(): Set<string> {
    const changed = new Set<string>();
    for (const rule of [...absenceRules.values()].flat()) {
      for (const key of [...(this.#found.get(rule)?.keys() ?? [])])
        this.#replace(rule, key, nothing, changed);
    }
    this.#allAbsences = true;
    return changed;
  }

  /** The findings in a document. */
  of(path: string): readonly Finding[] {
    return [...this.#inPath.get(path)].flatMap(found => found.get(path) ?? []);
  }

  /** The paths of the findings that name a place in a document: they look otherwise when its lines have moved. */
  naming(path: string): Set<string> {
    const paths = new Set<string>();
    for (const found of this.#naming.get(path)) {
      for (const [at, findings] of found) {
        if (findings.some(({ related }) => related.some(place => place.path === path))) paths.add(at);
      }
    }
    return paths;
  }

  #judgeWaiting(rules: RulesByKey, waiting: Touched, isTimeUp: () => boolean, changed: Set<string>): void {
    for (const [reads, keys] of waiting.byKind()) {
      const reading = rules.get(reads) ?? [];
      for (const key of keys) {
        if (isTimeUp()) return;
        keys.delete(key);
        for (const rule of reading) this.#replace(rule, key, this.#judge(rule, key), changed);
      }
    }
  }

  #judge(rule: ProgramRule, key: string): Found {
    this.judged++;
    if (rule.about && !hasKind(this.#program.defining(key), rule.about)) return nothing;
    let found: Map<string, Finding[]> | undefined;
    const report: Report = (place, args = {}, message = 'default', related = []) => {
      const { path } = place;
      const where =
        'record' in place ? { record: place.record, at: place.at } : { start: place.start, end: place.end };
      const finding = {
        rule: rule.name,
        message,
        args,
        path,
        where,
        related: related.length > mostRelated ? related.slice(0, mostRelated) : related,
      };
      found ??= new Map();
      const findings = found.get(path);
      if (findings) findings.push(finding);
      else found.set(path, [finding]);
    };
    rule.check(this.#program, key, report, path => this.#settings().options(rule, path));
    return found ?? nothing;
  }

  #replace(rule: ProgramRule, key: string, after: Found, changed: Set<string>): void {
    const ofRule = this.#found.get(rule);
    const before = ofRule?.get(key) ?? nothing;
    if (before === nothing && after === nothing) return;
    for (const [path, findings] of before) {
      if (!sameShape(findings, after.get(path))) changed.add(path);
      this.#inPath.delete(path, before);
      for (const named of namedIn(findings)) this.#naming.delete(named, before);
    }
    for (const [path, findings] of after) {
      if (!before.has(path)) changed.add(path);
      this.#inPath.add(path, after);
      for (const named of namedIn(findings)) this.#naming.add(named, after);
    }
    if (after.size > 0) ofRule?.set(key, after);
    else ofRule?.delete(key);
  }
}

function hasKind(entries: Iterable<RecordEntry>, kinds: readonly RecordKind[]): boolean {
  for (const { shape } of entries) if (kinds.includes(shape.kind)) return true;
  return false;
}

function namedIn(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(({ related }) => related.map(({ path }) => path)));
}
