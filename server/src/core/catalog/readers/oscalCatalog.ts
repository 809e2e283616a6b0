import type { YamlMapping } from '../../yaml/node.ts';
import type { Criterion, Group } from '../catalog.ts';
import { described } from './described.ts';
import type { Found } from './found.ts';
import type { NodeReader } from './nodeReader.ts';
import { linked, type OscalControl, type OscalControls, oscalControls } from './oscalControls.ts';
import { OscalProse, property } from './oscalProse.ts';

/**
 * Reads an OSCAL catalog (the catalog model of OSCAL 1.x). Every control is a criterion, an enhancement too: it shares the
 * group of the control that it enhances, and the two are related. Withdrawn controls are none, but remembered.
 */
export function readOscalCatalog(catalog: YamlMapping, reader: NodeReader): Found {
  return foundOf(oscalControls(catalog, reader));
}

/** Makes criteria of controls. */
export function foundOf({ title, controls, withdrawn, parameters }: OscalControls): Found {
  const prose = new OscalProse(parameters);
  const ids = new Set(controls.map(({ id }) => id));
  const enhancements = enhancementsIn(controls);
  const groups = new Map<string, Group>();
  for (const { group } of controls) if (group) groups.set(group.id, group);
  return {
    parts: {
      name: title,
      title,
      categories: [],
      groups: [...groups.values()],
      criteria: controls.map(control => criterion(control, prose, related(control))),
    },
    aliases: new Map(
      controls.flatMap(({ id, labels }) => labels.map(label => [label.toLowerCase(), id] as const)),
    ),
    withdrawn,
  };

  /** What it enhances, what enhances it, and what it names as related. */
  function related({ id, parent, node, parts, reader }: OscalControl): string[] {
    const named = [{ node, reader }, ...parts].flatMap(one =>
      linked(one.node, ['related', 'required'], one.reader),
    );
    const all = [...(parent === undefined ? [] : [parent]), ...(enhancements.get(id) ?? []), ...named];
    return [...new Set(all)].filter(other => other !== id && ids.has(other));
  }
}

/** The ids of each control's enhancements. */
function enhancementsIn(controls: readonly OscalControl[]): ReadonlyMap<string, readonly string[]> {
  const enhancements = new Map<string, string[]>();
  for (const { id, parent } of controls) {
    if (parent === undefined) continue;
    const inner = enhancements.get(parent);
    if (inner) inner.push(id);
    else enhancements.set(parent, [id]);
  }
  return enhancements;
}

function criterion(control: OscalControl, prose: OscalProse, related: readonly string[]): Criterion {
  const { id, title, group } = control;
  return described({
    ...{ id, title, description: description(control, prose), related },
    ...(group ? { group: group.id } : {}),
    evidence: evidence(control),
  });
}

/** What a control says of itself, guidance last; how it is assessed is left to assessors. */
function description({ parts }: OscalControl, prose: OscalProse): string {
  const said: string[] = [];
  const guidance: string[] = [];
  for (const { node, reader } of parts) {
    const name = reader.text(node, 'name') ?? '';
    if (/^(?:objective|assessment)/.test(name)) continue;
    const text = prose.part(node, reader);
    if (text === '') continue;
    if (name === 'guidance') guidance.push(`**Guidance**\n\n${text}`);
    else said.push(text);
  }
  return [...said, ...guidance].join('\n\n');
}

/** What an assessor is told to examine: a paragraph each. */
function evidence({ parts }: OscalControl): string[] {
  return parts.flatMap(({ node, reader }) => {
    if (!/^assessment(?:-method)?$/.test(reader.text(node, 'name') ?? '')) return [];
    if (property(node, 'method', reader) !== 'EXAMINE') return [];
    return reader
      .mappings(node, 'parts')
      .flatMap(objects => (reader.text(objects, 'prose') ?? '').split(/\n\s*\n/))
      .map(paragraph => paragraph.trim())
      .filter(paragraph => paragraph !== '');
  });
}
