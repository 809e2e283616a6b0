import type { DocumentEdits } from './documentEdits.ts';
import type { Request } from './message.ts';

export interface PresetEditParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** The preset to move on to: `ProgramStatus.nextPreset`. */
  readonly preset: string;
}

export interface PresetEditResult {
  /** The edit of the manifest. */
  readonly edit: DocumentEdits;
  /** How many findings the preset shows in the program as it is, by severity. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
}

/** Asked by the client: what another preset shows, and the edit that names it; null where the manifest names none. */
export const presetEditRequest: Request<PresetEditParams, PresetEditResult | null> = {
  method: 'tickmark/presetEdit',
};
