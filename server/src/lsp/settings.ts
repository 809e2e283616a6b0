import type { Settings } from '../../../protocol/settings.ts';
import { fieldsOf } from './fieldsOf.ts';

/** The section of a client's settings that is ours. */
export const section = 'tickmark';

/** The settings in what a client says; what is no setting is as good as not said. */
export function settingsIn(said: unknown): Settings {
  const { codeLens, inlayHints } = fieldsOf(said);
  const [lens, hints] = [fieldsOf(codeLens), fieldsOf(inlayHints)];
  return {
    codeLens: {
      coverage: isWanted(lens, 'coverage'),
      references: isWanted(lens, 'references'),
      evidence: isWanted(lens, 'evidence'),
    },
    inlayHints: { criteria: isWanted(hints, 'criteria'), records: isWanted(hints, 'records') },
  };
}

/** The section of Tickmark in the settings that a client pushes; undefined where it is not in them. */
export function sectionIn(settings: unknown): unknown {
  return fieldsOf(settings)[section] ?? undefined;
}

function isWanted(fields: Readonly<Record<string, unknown>>, name: string): boolean {
  return fields[name] !== false;
}
