/**
 * What a person wants to see: the section `tickmark` of the settings of a client, and a part of `initializationOptions`. All of
 * it is shown where nothing is said.
 */
export interface Settings {
  readonly codeLens?: {
    /** Above a record, how far along the criteria are that it addresses. */
    readonly coverage?: boolean;
    /** Above a record, how many places refer to it. */
    readonly references?: boolean;
    /** Above a control, for which window evidence is lacking. */
    readonly evidence?: boolean;
  };
  readonly inlayHints?: {
    /** The titles of criteria behind their ids. */
    readonly criteria?: boolean;
    /** The titles of records behind their ids, under keys that refer to them. */
    readonly records?: boolean;
  };
}
