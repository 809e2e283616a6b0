import type { Settings } from './settings.ts';

/**
 * What a client can do beyond the language server protocol, in `initializationOptions`. A client that says nothing gets what
 * every client understands. The settings count until others are told.
 */
export interface InitializationOptions extends Settings {
  /** It draws trees: `tickmark/treeChanged` is sent. */
  readonly trees?: boolean;
  /** It shows the report and the scope: `tickmark/statusChanged` is sent. */
  readonly status?: boolean;
  /** It shows pages: hovers link to them by the command `tickmark.showCriterion`, with `PageParams` as its argument. */
  readonly pages?: boolean;
  /**
   * It asks what is to be known of a new record, and opens it: fixes that create one run its commands `tickmark.newRecord`, with
   * `NewRecordCommand`, and `tickmark.openRecord`, with `CreatedRecord` as the argument.
   */
  readonly newRecords?: boolean;
  /** It asks which documents address which criteria: fixes run its command `tickmark.proposeCriteria`, with `ProposeCriteriaCommand`. */
  readonly proposals?: boolean;
  /**
   * It shows what lenses lead to: those run its commands `tickmark.showCriterion`, with `PageParams` or `ClaimsCommand`, and
   * `tickmark.showReferences`, with `ReferencesCommand`. They are to be resolved.
   */
  readonly lenses?: boolean;
  /** It reads files for the server: schemes other than `file:` are asked for by `tickmark/listFiles` and `tickmark/readFile`. */
  readonly files?: boolean;
  /** Its own Markdown support folds headings, lists, tables, and code, and completes links: only front matter is folded for it, and no link is offered. */
  readonly markdown?: boolean;
  /**
   * It has a rename of its own for Markdown, which gets whatever is answered with an error or null: what cannot be renamed is
   * answered with an edit that changes nothing, and the reason sent as `window/showMessage`.
   */
  readonly markdownRename?: boolean;
  /**
   * Other extensions format documents too, and it asks only one of them: it is told of no formatter. What formatting does can still
   * be asked for as a code action.
   */
  readonly otherFormatters?: boolean;
  /**
   * Where it opens the page of a rule: a URI in which `{rule}` stands for its name, and `{root}` for the URI of the root of the
   * program, encoded. Diagnostics then link there.
   */
  readonly rulePages?: string;
}
