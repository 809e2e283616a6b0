import type { OptionShape, PlaceBuilder, RuleSettingShape, RulesShape } from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { entriesOf, items, resolved } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../yaml/node.ts';
import { statedIn } from './stated.ts';

/** Reads what the manifest says under `rules`: of the whole program, and under `folders` of each folder. */
export function readRules(node: YamlNode | undefined, places: PlaceBuilder): readonly RulesShape[] {
  const mapping = asMapping(node);
  if (!mapping) return [];
  const folders = entriesOf(mapping)
    .filter(isFolders)
    .flatMap(({ value }) => entriesIn(value));
  return [
    readFolder('', mapping, places),
    ...folders.flatMap(({ key, value }) => {
      const own = asMapping(value);
      if (!own) return [];
      const at = places.add(key.start, key.end);
      return [{ ...readFolder(detach(withoutSlashes(key.value)), own, places), at }];
    }),
  ];
}

function readFolder(folder: string, mapping: YamlMapping, places: PlaceBuilder): RulesShape {
  const preset = entriesOf(mapping).find(({ key }) => key.value === 'preset');
  return {
    folder,
    preset: statedIn(preset?.value, places),
    rules: mapping.entries
      .filter(entry => entry !== preset && !(folder === '' && isFolders(entry)))
      .flatMap(entry => readRule(entry, places)),
  };
}

/** A rule is set to a severity alone, or to a mapping of that and its options. */
function readRule({ key, value }: YamlEntry, places: PlaceBuilder): RuleSettingShape[] {
  const name = statedIn(key, places);
  if (!name) return [];
  const mapping = asMapping(value);
  if (!mapping) return [{ name, severity: statedIn(value, places), options: [] }];
  const severity = entriesOf(mapping).find(entry => entry.key.value === 'severity');
  const options = entriesOf(mapping).filter(entry => entry !== severity);
  return [
    {
      name,
      severity: statedIn(severity?.value, places),
      options: options.flatMap(entry => readOption(entry, places)),
    },
  ];
}

function readOption({ key, value }: YamlEntry, places: PlaceBuilder): OptionShape[] {
  const name = statedIn(key, places);
  return name ? [{ name, values: items(value).flatMap(item => statedIn(item, places) ?? []) }] : [];
}

function isFolders({ key }: YamlEntry): boolean {
  return key.value === 'folders';
}

function withoutSlashes(folder: string): string {
  return folder.trim().replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, '');
}

function asMapping(node: YamlNode | undefined): YamlMapping | undefined {
  const said = resolved(node);
  return said?.type === 'mapping' ? said : undefined;
}

function entriesIn(node: YamlNode | undefined): readonly YamlEntry[] {
  const mapping = asMapping(node);
  return mapping ? entriesOf(mapping) : [];
}
