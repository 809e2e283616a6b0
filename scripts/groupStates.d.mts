/** A criterion in the JSON of `coverage` (docs/json.md). */
export interface CoveredCriterion {
  readonly group: string | null;
  readonly state: string;
  readonly marks: readonly string[];
}

export function groupStates(criteria: readonly CoveredCriterion[]): string[];
