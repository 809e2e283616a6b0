import { entry } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { NodeReader } from './nodeReader.ts';
import type { OscalControl } from './oscalControls.ts';
import { type Parameter, readParameter } from './oscalParameter.ts';
import { type Part, type Property, readParts, readProperties, readRelated } from './oscalPart.ts';

/** What a profile adds at one place, and what it can be added to: a control, or a part of one. */
interface Addition {
  readonly title: string | undefined;
  readonly props: readonly Property[];
  readonly related: readonly string[];
  readonly parts: readonly Part[];
}

/** Whether an addition stands before what is there, and whether beside its target or in it. */
interface Position {
  readonly isFirst: boolean;
  readonly isBeside: boolean;
}

/** How a profile may say what to remove, and Tickmark does not follow; no published baseline that we know says it so. */
const UNFOLLOWED = ['by-class', 'by-item-name', 'by-ns'];

/**
 * Alters controls as the `alters` of a profile say (OSCAL's specification of profile resolution, "Altering controls"): of
 * each control what is to be removed goes first, so that it can be added again with changes. Parameters that are added go to
 * `parameters`. What has no effect is reported.
 */
export function alterControls(
  modify: YamlMapping,
  controls: Map<string, OscalControl>,
  parameters: Map<string, Parameter>,
  reader: NodeReader,
): void {
  for (const alter of reader.mappings(modify, 'alters')) {
    const given = reader.placed(alter, 'control-id');
    if (!given) continue;
    const control = controls.get(given.id);
    if (!control) {
      const message = `Found changes to "${given.id}", which this profile does not select; expected a selected control. They have no effect.`;
      reader.report(given.place, 'not-followed', message);
      continue;
    }
    let altered = control;
    for (const one of reader.mappings(alter, 'removes')) altered = without(altered, one, parameters, reader);
    for (const one of reader.mappings(alter, 'adds')) {
      for (const parameter of reader.mappings(one, 'params')) {
        const id = reader.text(parameter, 'id');
        if (id !== undefined) parameters.set(id, readParameter(parameter, reader));
      }
      altered = withAddition(altered, one, parameters, reader);
    }
    controls.set(given.id, altered);
  }
}

function without(
  control: OscalControl,
  remove: YamlMapping,
  parameters: ReadonlyMap<string, Parameter>,
  reader: NodeReader,
): OscalControl {
  const unfollowed = UNFOLLOWED.map(key => entry(remove, key)).find(found => found !== undefined);
  if (unfollowed) {
    const key = unfollowed.key.value;
    const message = `Found a removal "${key}", which Tickmark does not follow; expected "by-id" or "by-name". Nothing is removed.`;
    reader.report(unfollowed.key, 'not-followed', message);
    return control;
  }
  const [id, name] = [reader.placed(remove, 'by-id'), reader.text(remove, 'by-name')];
  if (!id && name === undefined) return control;
  const parts = partsWithout(control.parts, id?.id, name);
  // A parameter is removed where nothing shows it any longer, or another takes its place.
  if (id && parts === control.parts && !parameters.has(id.id)) {
    const message = `Found "${id.id}", which is not a part of ${control.id}; expected the id of a part. Nothing is removed.`;
    reader.report(id.place, 'not-followed', message);
  }
  const props = id ? control.props : control.props.filter(prop => prop.name !== name);
  return { ...control, parts, props };
}

/** The parts, at any depth, that are not of this id and this name; the very same list where all stay. */
function partsWithout(
  parts: readonly Part[],
  id: string | undefined,
  name: string | undefined,
): readonly Part[] {
  let hasChanged = false;
  const left: Part[] = [];
  for (const part of parts) {
    if ((id === undefined || part.id === id) && (name === undefined || part.name === name)) {
      hasChanged = true;
      continue;
    }
    const inner = partsWithout(part.parts, id, name);
    const props = id === undefined ? part.props.filter(prop => prop.name !== name) : part.props;
    const isSame = inner === part.parts && props.length === part.props.length;
    if (!isSame) hasChanged = true;
    left.push(isSame ? part : { ...part, props, parts: inner });
  }
  return hasChanged ? left : parts;
}

function withAddition(
  control: OscalControl,
  add: YamlMapping,
  parameters: ReadonlyMap<string, Parameter>,
  reader: NodeReader,
): OscalControl {
  const addition = {
    title: reader.line(add, 'title'),
    props: readProperties(add, reader),
    related: readRelated(add, reader),
    parts: readParts(add, reader),
  };
  const said = reader.text(add, 'position');
  const position = {
    isFirst: said === 'before' || said === 'starting',
    isBeside: said === 'before' || said === 'after',
  };
  const target = reader.placed(add, 'by-id');
  if (!target || target.id === control.id || parameters.has(target.id)) {
    const isOfParameter = target && target.id !== control.id && !position.isBeside;
    return isOfParameter ? control : joined(control, addition, position);
  }
  const parts = partsWith(control.parts, target.id, addition, position);
  if (parts === control.parts) {
    const message = `Found "${target.id}", which is not a part of ${control.id}; expected the id of a part. Nothing is added.`;
    reader.report(target.place, 'not-followed', message);
    return control;
  }
  return { ...control, parts };
}

/** Parts with an addition at the first of this id; the very same list where there is none. */
function partsWith(
  parts: readonly Part[],
  id: string,
  addition: Addition,
  position: Position,
): readonly Part[] {
  for (const [i, part] of parts.entries()) {
    if (part.id === id) {
      if (!position.isBeside) return parts.with(i, joined(part, addition, position));
      return parts.toSpliced(position.isFirst ? i : i + 1, 0, ...addition.parts);
    }
    const inner = partsWith(part.parts, id, addition, position);
    if (inner !== part.parts) return parts.with(i, { ...part, parts: inner });
  }
  return parts;
}

/** A control or part with an addition in it. */
function joined<Altered extends Addition>(
  whole: Altered,
  addition: Addition,
  { isFirst }: Position,
): Altered {
  const both = <Item>(own: readonly Item[], added: readonly Item[]) =>
    isFirst ? [...added, ...own] : [...own, ...added];
  return {
    ...whole,
    title: addition.title ?? whole.title,
    props: both(whole.props, addition.props),
    related: both(whole.related, addition.related),
    parts: both(whole.parts, addition.parts),
  };
}
