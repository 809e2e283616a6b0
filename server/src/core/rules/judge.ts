import type { DocumentFacts } from '../formats/facts.ts';
import type { Programme } from '../programme/programme.ts';
import type { Touched } from '../programme/touched.ts';
import type { DocumentContext, DocumentRule, Finding, ProgrammeKey, ProgrammeRule } from './rule.ts';
import { rules } from './rules.ts';

const documentRules = rules.filter((rule): rule is DocumentRule => rule.reads === 'document');
const programmeRules = rules.filter((rule): rule is ProgrammeRule => rule.reads !== 'document');
const noFindings: readonly Finding[] = [];

/** Runs every document rule on one document. */
export function judgeDocument(path: string, facts: DocumentFacts, context: DocumentContext): Finding[] {
  const findings: Finding[] = [];
  for (const { name, check } of documentRules) {
    check(
      facts,
      (where, args = {}, message = 'default') => {
        findings.push({ rule: name, message, args, path, where, related: [] });
      },
      context,
    );
  }
  return findings;
}

/** The findings of the programme rules, kept up to date: what a change has touched is judged again. */
export class Judge {
  readonly #programme: Programme;
  /** By pair of rule and key. */
  readonly #byPair = new Map<string, readonly Finding[]>();
  readonly #byPath = new Map<string, Set<string>>();
  /** How many pairs of rule and key have been judged. */
  judged = 0;

  constructor(programme: Programme) {
    this.#programme = programme;
  }

  /**
   * Judges the touched keys again.
   * @returns the paths whose findings may have changed
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
    const pairs = this.#byPath.get(path);
    if (!pairs) return noFindings;
    return [...pairs].flatMap(pair =>
      (this.#byPair.get(pair) ?? []).filter(finding => finding.path === path),
    );
  }

  #judge(rule: ProgrammeRule, key: string, changed: Set<string>): void {
    this.judged++;
    const pair = `${rule.name} ${key}`;
    const findings: Finding[] = [];
    if (this.#programme.complete || !rule.absence) {
      rule.check(
        this.#programme,
        key,
        ({ path, record, at }, args = {}, message = 'default', related = []) => {
          findings.push({ rule: rule.name, message, args, path, where: { record, at }, related });
        },
      );
    }
    for (const { path } of this.#byPair.get(pair) ?? []) {
      changed.add(path);
      const pairs = this.#byPath.get(path);
      pairs?.delete(pair);
      if (pairs?.size === 0) this.#byPath.delete(path);
    }
    if (findings.length === 0) {
      this.#byPair.delete(pair);
      return;
    }
    this.#byPair.set(pair, findings);
    for (const { path } of findings) {
      changed.add(path);
      const pairs = this.#byPath.get(path);
      if (pairs) pairs.add(pair);
      else this.#byPath.set(path, new Set([pair]));
    }
  }
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
