import type { YamlMapping } from '../../yaml/node.ts';
import type { NodeReader } from './nodeReader.ts';

/** A blank in a control, which whoever applies the control fills in. */
export interface Parameter {
  readonly label: string | undefined;
  /** What has been filled in. */
  readonly values: readonly string[];
  readonly choices: readonly string[];
  /** Whether several of the choices may be taken. */
  readonly several: boolean;
  /** What is asked of whatever is filled in: `at least annually`. */
  readonly constraints: readonly string[];
  /** What a profile says about filling it in. A catalog's own guidelines only say again what the blank is. */
  readonly guidelines: readonly string[];
  /** The parameters that are shown as this one (NIST SP 800-53 revision 5): what is set of them is set of it. */
  readonly aggregates: readonly string[];
}

/** Reads a parameter, or what a profile sets of one. */
export function readParameter(node: YamlMapping, reader: NodeReader): Parameter {
  const select = reader.mappingAt(node, 'select');
  return {
    label: reader.text(node, 'label'),
    values: reader.texts(node, 'values'),
    choices: select ? reader.texts(select, 'choice') : [],
    several: select !== undefined && reader.text(select, 'how-many') === 'one-or-more',
    constraints: textsIn(node, 'constraints', 'description', reader),
    guidelines: [],
    aggregates: reader
      .mappings(node, 'props')
      .filter(prop => reader.text(prop, 'name') === 'aggregates')
      .map(prop => reader.text(prop, 'value'))
      .filter(id => id !== undefined),
  };
}

/**
 * A parameter as a profile's `set-parameters` sets it: its label, values, and choices are replaced, constraints and guidelines
 * are added (OSCAL's specification of profile resolution, "Setting Parameters").
 */
export function parameterSet(
  before: Parameter | undefined,
  node: YamlMapping,
  reader: NodeReader,
): Parameter {
  const set = readParameter(node, reader);
  const chooses = set.choices.length > 0;
  return {
    label: set.label ?? before?.label,
    values: set.values.length > 0 ? set.values : (before?.values ?? []),
    choices: chooses ? set.choices : (before?.choices ?? []),
    several: chooses ? set.several : (before?.several ?? false),
    constraints: [...(before?.constraints ?? []), ...set.constraints],
    guidelines: [...(before?.guidelines ?? []), ...textsIn(node, 'guidelines', 'prose', reader)],
    aggregates: before?.aggregates ?? [],
  };
}

function textsIn(node: YamlMapping, key: string, textKey: string, reader: NodeReader): string[] {
  return reader
    .mappings(node, key)
    .map(one => reader.text(one, textKey))
    .filter(text => text !== undefined)
    .map(text => text.replace(/\s+/g, ' '));
}
