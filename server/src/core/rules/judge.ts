import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import { sameShape } from '../model/shape.ts';
import { drop, put } from '../programme/multimap.ts';
import type { Programme } from '../programme/programme.ts';
import type { Touched } from '../programme/touched.ts';
import { detach } from '../text/detach.ts';
import { optionValues } from './options.ts';
import type { Args, DocumentRule, Finding, ProgrammeKey, ProgrammeRule, Report } from './rule.ts';
import { rules } from './rules.ts';
import type { RuleSettings } from './settings.ts';

const documentRules = rules.filter((rule): rule is DocumentRule => rule.reads === 'document');
const programmeRules = rules.filter((rule): rule is ProgrammeRule => rule.reads !== 'document');
const noFindings: ReadonlyMap<string, readonly Finding[]> = new Map();

/**
 * Runs every document rule on one document, with the options that its role says. What is found keeps no part of its text
 * alive. Rules that are off run too: what is found does not depend on what is shown.
 */
export function judgeDocument(path: string, facts: DocumentFacts, catalogue: Catalogue): Finding[] {
  const findings: Finding[] = [];
  for (const rule of documentRules) {
    const options = optionValues(rule.options, facts.role.options?.[rule.name]);
    rule.check(
      facts,
      (where, args = {}, message = 'default') => {
        findings.push({ rule: rule.name, message, args: detached(args), path, where, related: [] });
      },
      { catalogue, options, rules },
    );
  }
  return findings;
}

function detached(args: Args): Args {
  return Object.fromEntries(Object.entries(args).map(([key, text]) => [key, detach(text)]));
}

/** The findings of the programme rules, kept up to date: what a change has touched is judged again. */
export class Judge {
  readonly #programme: Programme;
  readonly #settings: () => RuleSettings;
  /** By pair of rule and key, then by path. */
  readonly #byPair = new Map<string, ReadonlyMap<string, readonly Finding[]>>();
  /** The pairs with a finding in a document. */
  readonly #byPath = new Map<string, Set<string>>();
  /** The pairs with a finding that names a place in a document. */
  readonly #naming = new Map<string, Set<string>>();
  /** How many pairs of rule and key have been judged. */
  judged = 0;

  /** @param settings gives what is set for the rules now */
  constructor(programme: Programme, settings: () => RuleSettings) {
    this.#programme = programme;
    this.#settings = settings;
  }

  /**
   * Judges the touched keys again.
   * @returns the paths whose findings have changed
   */
  apply(touched: Touched): Set<string> {
    const changed = new Set<string>();
    for (const rule of programmeRules) {
      for (const key of keysFor(rule.reads, touched)) this.#judge(rule, key, changed);
    }
    return changed;
  }

  /** The findings in a document. */
  of(path: string): readonly Finding[] {
    return [...(this.#byPath.get(path) ?? [])].flatMap(pair => this.#byPair.get(pair)?.get(path) ?? []);
  }

  /** The paths of the findings that name a place in a document: they look otherwise when its lines have moved. */
  naming(path: string): Set<string> {
    const paths = new Set<string>();
    for (const pair of this.#naming.get(path) ?? []) {
      for (const [at, findings] of this.#byPair.get(pair) ?? noFindings) {
        if (findings.some(({ related }) => related.some(place => place.path === path))) paths.add(at);
      }
    }
    return paths;
  }

  #judge(rule: ProgrammeRule, key: string, changed: Set<string>): void {
    this.judged++;
    const pair = `${rule.name} ${key}`;
    const before = this.#byPair.get(pair) ?? noFindings;
    const after = this.#found(rule, key);
    for (const [path, findings] of before) {
      if (!sameShape(findings, after.get(path))) changed.add(path);
      drop(this.#byPath, path, pair);
      for (const named of namedIn(findings)) drop(this.#naming, named, pair);
    }
    for (const [path, findings] of after) {
      if (!before.has(path)) changed.add(path);
      put(this.#byPath, path, pair);
      for (const named of namedIn(findings)) put(this.#naming, named, pair);
    }
    if (after.size > 0) this.#byPair.set(pair, after);
    else this.#byPair.delete(pair);
  }

  #found(rule: ProgrammeRule, key: string): ReadonlyMap<string, readonly Finding[]> {
    const found = new Map<string, Finding[]>();
    if (rule.absence && !this.#programme.complete) return found;
    const report: Report = ({ path, record, at }, args = {}, message = 'default', related = []) => {
      const finding = { rule: rule.name, message, args, path, where: { record, at }, related };
      const findings = found.get(path);
      if (findings) findings.push(finding);
      else found.set(path, [finding]);
    };
    rule.check(this.#programme, key, report, path => this.#settings().options(rule, path));
    return found;
  }
}

function namedIn(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(({ related }) => related.map(({ path }) => path)));
}

function keysFor(reads: ProgrammeKey, touched: Touched): Iterable<string> {
  switch (reads) {
    case 'criterion':
      return touched.criteria;
    case 'record':
      return touched.records;
    case 'folder':
      return touched.folders;
    case 'programme':
      return touched.programme ? [''] : [];
  }
}
