/** A case of a golden file of fixes (test/core/rules/fixes), which is a program in the workspace. */
export interface FixCase {
  readonly rule: string;
  /** Of the fix. */
  readonly title: string;
  /** The folder of the program in the workspace. */
  readonly program: string;
  /** The documents that the fix changes or makes; none where it only asks a person. */
  readonly documents: readonly FixedDocument[];
}

export interface FixedDocument {
  /** In the program. */
  readonly path: string;
  /** Empty where the fix makes the document. */
  readonly before: string;
  readonly after: string;
}
