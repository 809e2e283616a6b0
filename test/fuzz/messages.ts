import type { Input, InputKind } from './input.ts';

/** What a worker is to try: inputs of a seed by their numbers, or one input. */
export type Task =
  | {
      readonly seed: number;
      readonly only: readonly InputKind[];
      readonly from: number;
      readonly step: number;
      /** The first number that is not tried. */
      readonly end: number;
    }
  | { readonly input: Input };

/** What a worker tells. */
export type Told =
  | { readonly begun: number; readonly kind: InputKind }
  /** The input has failed, and is being made smaller. */
  | { readonly isShrinking: true }
  | { readonly found: Found }
  | { readonly isDone: true };

/** Something that went wrong: the input as small as it could be made. */
export interface Found {
  readonly number: number;
  readonly input: Input;
  /** Equal where the same went wrong. */
  readonly signature: string;
  readonly details: string;
}
