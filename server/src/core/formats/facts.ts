import type { MarkdownFacts } from '../markdown/facts.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { DocumentSummary } from '../model/shape.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlDocument, YamlMapping, YamlScalar } from '../yaml/node.ts';
import type { Mention } from './denials.ts';
import type { Envelope } from './envelope.ts';
import type { RegisterFacts } from './registerColumns.ts';
import type { Role } from './role.ts';
import type { Silencing } from './silencings.ts';

/** Where a citation stands: under `satisfies`, in another value of the record, or in the body's prose and tables. */
export type CitedIn = 'satisfies' | 'value' | 'prose';

/** A citation of the Trust Services Criteria, with its words in the text. */
export interface CitationFact extends Mention {
  readonly record: number;
  readonly citedIn: CitedIn;
}

/** A record's own part of its document. */
export interface RecordFacts {
  readonly kind: RecordKind;
  /** Its keys; undefined for a Markdown document without metadata. */
  readonly mapping: YamlMapping | undefined;
  /** Its id, where it is the value of that in a mapping of records. */
  readonly keyedBy?: YamlScalar;
  /** The YAML that it was read from. */
  readonly yaml: YamlDocument | undefined;
  /** Of the row of a table, its cell of criteria, if it has one: its keys stand for cells, and none can be added. */
  readonly row?: { readonly criteria: TextRange | undefined };
}

/**
 * Everything that is known of one document by itself, for the document rules and for editing. It is made anew for each
 * text and not kept: only the summary stays.
 */
export interface DocumentFacts {
  readonly text: string;
  readonly role: Role;
  /** The name of the layout whose form it has; a document may be written as another layout's are. */
  readonly format: string;
  /** Markdown only. */
  readonly envelope: Envelope | undefined;
  readonly markdown: MarkdownFacts | undefined;
  readonly yaml: readonly YamlDocument[];
  /** Of a register in comma-separated values, its columns, and what is wrong with its text. */
  readonly register?: RegisterFacts;
  /** One for each record of the summary's shape, in its order. */
  readonly records: readonly RecordFacts[];
  readonly citations: readonly CitationFact[];
  /** What its comments silence. */
  readonly silencings: readonly Silencing[];
  readonly summary: DocumentSummary;
}

/** How much is wrong with the YAML of a document, or with the text of a register. */
export function problemsIn({ yaml, register }: Pick<DocumentFacts, 'yaml' | 'register'>): number {
  return yaml.reduce((sum, { problems }) => sum + problems.length, register?.problems.length ?? 0);
}
