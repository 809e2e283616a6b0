import type { Location, Position } from './place.ts';

/** What the client's command `tickmark.showCriterion` is given by a lens: it has one of these criteria chosen. */
export interface ClaimsCommand {
  readonly root: string;
  readonly among: readonly {
    readonly page: string;
    readonly title: string;
    /** Where it stands, in words. */
    readonly state: string;
  }[];
}

/** What the client's command `tickmark.showReferences` is given by a lens: it lists the places. */
export interface ReferencesCommand {
  readonly uri: string;
  /** Where in that document the list is shown. */
  readonly position: Position;
  readonly locations: readonly Location[];
}
