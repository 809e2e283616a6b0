/**
 * What a client can do beyond the language server protocol, in `initializationOptions`. A client that says nothing gets what
 * every client understands.
 */
export interface InitializationOptions {
  /** It draws trees: `tickmark/treeChanged` is sent. */
  readonly trees?: boolean;
  /** It shows the report and the scope: `tickmark/statusChanged` is sent. */
  readonly status?: boolean;
  /** It shows pages: hovers link to them by the command `tickmark.showCriterion`, with `PageParams` as its argument. */
  readonly pages?: boolean;
  /** It reads files for the server: schemes other than `file:` are asked for by `tickmark/listFiles` and `tickmark/readFile`. */
  readonly files?: boolean;
  /** Where it opens the page of a rule: a URI in which `{rule}` stands for its name. Diagnostics then link there. */
  readonly rulePages?: string;
}
