import type { Catalog } from '../catalog/catalog.ts';
import { catalogFacts } from '../formats/catalogFacts.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import { readDocument } from '../formats/readDocument.ts';
import type { Role } from '../formats/role.ts';
import { type Silencing, silencingWord } from '../formats/silencings.ts';
import type { DocumentSummary } from '../model/shape.ts';
import type { Finding } from '../rules/rule.ts';
import { judgeDocument } from '../rules/running/judge.ts';

/** What one document yields by itself: it depends on its text, its role and the catalog only, so it can be kept. */
export interface Analysis {
  readonly summary: DocumentSummary;
  readonly findings: readonly Finding[];
  /** What its comments silence. */
  readonly silencings: readonly Silencing[];
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

/**
 * What a file of a catalog yields by itself. Document rules can find only its comments wrong, and few have any.
 * @param text undefined where it cannot be read
 * @returns undefined where that is nothing
 */
export function analyzeCatalogFile(
  path: string,
  text: string | undefined,
  catalog: Catalog,
): Pick<Analysis, 'findings' | 'silencings'> | undefined {
  if (!text?.includes(silencingWord)) return undefined;
  const facts = catalogFacts(text);
  return { findings: judgeDocument(path, facts, catalog), silencings: facts.silencings };
}
