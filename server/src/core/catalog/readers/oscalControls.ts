import type { YamlMapping } from '../../yaml/node.ts';
import type { Group } from '../catalog.ts';
import type { Withdrawn } from './found.ts';
import { type NodeReader, placeOf } from './nodeReader.ts';
import { type Parameter, property, readParameter } from './oscalProse.ts';

/** A mapping with the reader of the text that it stands in: a profile brings controls of other files together. */
export interface Sourced {
  readonly node: YamlMapping;
  readonly reader: NodeReader;
}

/** A control as it stands in its catalog. */
export interface OscalControl extends Sourced {
  readonly id: string;
  readonly title: string;
  /** What people write instead of the id: `AC-2(1)` for `ac-2.1`. */
  readonly labels: readonly string[];
  readonly group: Group | undefined;
  /** The id of the control that it enhances. */
  readonly parent: string | undefined;
  readonly parts: readonly Sourced[];
}

/** What a catalog has or a profile chooses, in the order of the catalog: enhancements behind what they enhance. */
export interface OscalControls {
  readonly title: string;
  readonly controls: readonly OscalControl[];
  readonly withdrawn: readonly Withdrawn[];
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** How deep groups and controls are followed into each other: far deeper than anybody nests them. */
const MOST_LEVELS = 20;

/** Collects the controls of an OSCAL catalog (the catalog model of OSCAL 1.x), at whatever level they stand. */
export function oscalControls(catalog: YamlMapping, reader: NodeReader): OscalControls {
  const controls: OscalControl[] = [];
  const withdrawn: Withdrawn[] = [];
  const parameters = new Map<string, Parameter>();
  visit(catalog, undefined, undefined, 0);
  return { title: titleOfDocument(catalog, reader), controls, withdrawn, parameters };

  /** Takes what is in the catalog itself, in a group, or in a control. */
  function visit(
    node: YamlMapping,
    group: Group | undefined,
    parent: string | undefined,
    level: number,
  ): void {
    for (const parameter of reader.mappings(node, 'params')) {
      const id = reader.ownId(parameter, 'parameter');
      if (id !== undefined) parameters.set(id, readParameter(parameter, reader));
    }
    const groups = reader.mappings(node, 'groups');
    const inner = reader.mappings(node, 'controls');
    if (level === MOST_LEVELS && groups.length + inner.length > 0) {
      const message = `Found more than ${MOST_LEVELS} levels of groups and controls; expected fewer. Deeper levels are not read.`;
      reader.report(placeOf(node), 'too-deep', message);
      return;
    }
    for (const one of groups) visit(one, groupOf(one, reader) ?? group, undefined, level + 1);
    for (const one of inner) {
      const id = reader.ownId(one, 'criterion');
      if (id !== undefined) take(id, one, group, parent);
      visit(one, group, id, level + 1);
    }
  }

  function take(id: string, node: YamlMapping, group: Group | undefined, parent: string | undefined): void {
    const title = reader.text(node, 'title') ?? id;
    if (property(node, 'status', reader)?.toLowerCase() === 'withdrawn') {
      withdrawn.push({ id, title, successors: linked(node, ['incorporated-into', 'moved-to'], reader) });
    } else {
      const parts = reader.mappings(node, 'parts').map(part => ({ node: part, reader }));
      controls.push({ id, title, labels: labelsOf(node, reader), group, parent, parts, node, reader });
    }
  }
}

/** What a document's metadata call it; empty where they do not. */
export function titleOfDocument(document: YamlMapping, reader: NodeReader): string {
  const metadata = reader.mappingAt(document, 'metadata');
  return (metadata && reader.text(metadata, 'title')) ?? '';
}

/** The ids in its own document that a node's links of these relations point to. */
export function linked(node: YamlMapping, relations: readonly string[], reader: NodeReader): string[] {
  return reader.mappings(node, 'links').flatMap(link => {
    const href = reader.text(link, 'href') ?? '';
    return href.startsWith('#') && relations.includes(reader.text(link, 'rel') ?? '') ? [href.slice(1)] : [];
  });
}

function groupOf(node: YamlMapping, reader: NodeReader): Group | undefined {
  const title = reader.text(node, 'title');
  const given = reader.placed(node, 'id') ?? reader.placed(node, 'title');
  if (!given) return undefined;
  reader.first('group', given);
  return { id: given.id, title: title ?? given.id };
}

function labelsOf(node: YamlMapping, reader: NodeReader): string[] {
  return reader
    .mappings(node, 'props')
    .filter(prop => reader.text(prop, 'name') === 'label')
    .map(prop => reader.text(prop, 'value'))
    .filter(label => label !== undefined);
}
