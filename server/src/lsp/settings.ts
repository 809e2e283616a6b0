import type { Settings } from '../../../protocol/settings.ts';

/** The settings in what a client says; what is no setting is as good as not said. */
export function settingsIn(said: unknown): Settings {
  const lens = fieldsOf(fieldsOf(said).get('codeLens'));
  const hints = fieldsOf(fieldsOf(said).get('inlayHints'));
  return {
    codeLens: { coverage: isWanted(lens, 'coverage'), references: isWanted(lens, 'references') },
    inlayHints: { criteria: isWanted(hints, 'criteria'), records: isWanted(hints, 'records') },
  };
}

/** The section of Tickmark in the settings that a client pushes; undefined where it is not in them. */
export function sectionIn(settings: unknown): unknown {
  return fieldsOf(settings).get('tickmark') ?? undefined;
}

function isWanted(fields: ReadonlyMap<string, unknown>, name: string): boolean {
  return fields.get(name) !== false;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
