import type { YamlMapping } from '../../yaml/node.ts';
import type { Criterion, Group } from '../catalog.ts';
import { described } from './described.ts';
import type { Found } from './found.ts';
import type { NodeReader } from './nodeReader.ts';
import { type OscalControl, type OscalControls, oscalControls } from './oscalControls.ts';
import { type Part, property } from './oscalPart.ts';
import { OscalProse } from './oscalProse.ts';

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
      controls.flatMap(({ id, props }) =>
        props.filter(({ name }) => name === 'label').map(({ value }) => [value.toLowerCase(), id] as const),
      ),
    ),
    withdrawn,
  };

  /** What it enhances, what enhances it, and what it names as related. */
  function related({ id, parent, related, parts }: OscalControl): string[] {
    const named = [...related, ...parts.flatMap(part => part.related)];
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
  for (const part of parts) {
    if (isForAssessors(part)) continue;
    const text = prose.part(part);
    if (text === '') continue;
    if (part.name === 'guidance') guidance.push(`**Guidance**\n\n${text}`);
    else said.push(text);
  }
  return [...said, ...guidance].join('\n\n');
}

/** Whether a part says what is assessed and how: `objective`, `assessment-method`, and FedRAMP's `assess`. */
function isForAssessors({ name }: Part): boolean {
  return /^(?:objective|assess)/.test(name);
}

/** What an assessor is told to examine: a paragraph each. */
function evidence({ parts }: OscalControl): string[] {
  return parts.flatMap(({ name, props, parts }) => {
    if (!/^assess(?:ment(?:-method)?)?$/.test(name) || property(props, 'method') !== 'EXAMINE') return [];
    return parts
      .flatMap(({ prose }) => prose.split(/\n\s*\n/))
      .map(paragraph => paragraph.trim().replace(/\s+/g, ' '))
      .filter(paragraph => paragraph !== '');
  });
}
