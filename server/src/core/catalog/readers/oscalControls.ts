import type { YamlMapping } from '../../yaml/node.ts';
import type { Group } from '../catalog.ts';
import type { Withdrawn } from './found.ts';
import { type NodeReader, placeOf } from './nodeReader.ts';
import { type Parameter, readParameter } from './oscalParameter.ts';
import {
  linked,
  type Part,
  type Property,
  property,
  readParts,
  readProperties,
  readRelated,
} from './oscalPart.ts';

/** A control as it stands in its catalog, or as profiles have altered it. */
export interface OscalControl {
  readonly id: string;
  readonly title: string;
  /** Its labels are what people write instead of the id: `AC-2(1)` for `ac-2.1`. */
  readonly props: readonly Property[];
  readonly group: Group | undefined;
  /** The id of the control that it enhances. */
  readonly parent: string | undefined;
  /** The ids of the controls that it names as related. */
  readonly related: readonly string[];
  readonly parts: readonly Part[];
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
    const title = reader.line(node, 'title') ?? id;
    const props = readProperties(node, reader);
    if (property(props, 'status')?.toLowerCase() === 'withdrawn') {
      withdrawn.push({ id, title, successors: linked(node, ['incorporated-into', 'moved-to'], reader) });
      return;
    }
    controls.push({
      ...{ id, title, props, group, parent },
      related: readRelated(node, reader),
      parts: readParts(node, reader),
    });
  }
}

/** What a document's metadata call it; empty where they do not. */
export function titleOfDocument(document: YamlMapping, reader: NodeReader): string {
  const metadata = reader.mappingAt(document, 'metadata');
  return (metadata && reader.line(metadata, 'title')) ?? '';
}

function groupOf(node: YamlMapping, reader: NodeReader): Group | undefined {
  const title = reader.line(node, 'title');
  const given = reader.placed(node, 'id') ?? reader.placed(node, 'title');
  if (!given) return undefined;
  reader.first('group', given);
  return { id: given.id, title: title ?? given.id };
}
