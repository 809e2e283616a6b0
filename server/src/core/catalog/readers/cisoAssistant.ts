import type { TextRange } from '../../text/range.ts';
import { entry } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { Criterion, Group } from '../catalog.ts';
import { described, titleOf } from './described.ts';
import type { Found } from './found.ts';
import { type NodeReader, type PlacedId, placeOf } from './nodeReader.ts';
import { endOfUrn } from './urn.ts';

/** A node of a framework: a requirement where it can be assessed, else a heading. */
interface Requirement {
  readonly id: string;
  readonly urn: string;
  /** Where its id is written. */
  readonly place: TextRange;
  readonly node: YamlMapping;
  readonly assessable: boolean;
  readonly depth: number;
}

/** The node above each node that has one. */
type Parents = Map<Requirement, Requirement>;

/** Whether a mapping is a library of CISO Assistant. */
export function isCisoAssistant(root: YamlMapping): boolean {
  return entry(root, 'objects') !== undefined && entry(root, 'urn') !== undefined;
}

/**
 * Reads the framework of a CISO Assistant library. What can be assessed is a criterion, and the nearest heading above it its
 * group; a requirement inside another one is related to it. What has no `ref_id` is called by the end of its URN.
 */
export function readCisoAssistant(root: YamlMapping, reader: NodeReader): Found {
  const objects = reader.mappingAt(root, 'objects');
  const framework = objects && reader.mappingAt(objects, 'framework');
  const main = framework ?? root;
  const name = reader.text(main, 'ref_id') ?? '';
  const requirements = framework ? requirementsOf(framework, reader) : [];
  const parents = parentsOf(requirements, reader);
  const headings = headingsOf(requirements, parents);
  return {
    parts: {
      name,
      title: reader.line(main, 'name') ?? name,
      categories: [],
      groups: groupsOf(headings.values(), reader),
      criteria: criteriaOf(requirements, parents, headings, reader),
    },
    alsoCalled: [main, root].map(node => reader.text(node, 'urn')).filter(urn => urn !== undefined),
    aliases: new Map(requirements.map(({ urn, id }) => [urn, id])),
  };
}

function requirementsOf(framework: YamlMapping, reader: NodeReader): Requirement[] {
  return reader.mappings(framework, 'requirement_nodes').flatMap(node => {
    const urn = reader.placed(node, 'urn');
    if (!urn) {
      reader.report(placeOf(node), 'missing-id', 'Found a requirement without a URN; expected "urn".');
      return [];
    }
    // CISO Assistant itself compares URNs in lower case.
    const lower = { id: urn.id.toLowerCase(), place: urn.place };
    if (!reader.first('requirement', lower)) return [];
    const named = reader.placed(node, 'ref_id') ?? { id: endOfUrn(urn.id), place: urn.place };
    const assessable = reader.text(node, 'assessable')?.toLowerCase() === 'true';
    const depth = Number(reader.text(node, 'depth') ?? 1);
    return [{ ...named, urn: lower.id, node, assessable, depth }];
  });
}

/** What `parent_urn` names; where there is none, the last node before that is less deep. */
function parentsOf(requirements: readonly Requirement[], reader: NodeReader): Parents {
  const byUrn = new Map(requirements.map(one => [one.urn, one]));
  const parents: Parents = new Map();
  const written = new Map<Requirement, PlacedId>();
  /** The last node of each depth less than that of the next. */
  const above: Requirement[] = [];
  for (const one of requirements) {
    while (above.length > 0 && !((above.at(-1)?.depth ?? 0) < one.depth)) above.pop();
    const given = reader.placed(one.node, 'parent_urn');
    const parent = given ? byUrn.get(given.id.toLowerCase()) : above.at(-1);
    if (parent) parents.set(one, parent);
    if (given) written.set(one, given);
    if (given && !parent) {
      const message = `Found the parent "${given.id}", which is not defined; expected the URN of a requirement.`;
      reader.report(given.place, 'unknown-parent', message);
    }
    above.push(one);
  }
  cutCircles(requirements, parents, written, reader);
  return parents;
}

/** Reports each circle of parents at one of its members, which loses its parent. */
function cutCircles(
  requirements: readonly Requirement[],
  parents: Parents,
  written: ReadonlyMap<Requirement, PlacedId>,
  reader: NodeReader,
): void {
  const sound = new Set<Requirement>();
  for (const one of requirements) {
    const path = new Set<Requirement>();
    let at: Requirement | undefined = one;
    for (; at && !sound.has(at) && !path.has(at); at = parents.get(at)) path.add(at);
    if (at && path.has(at)) {
      parents.delete(at);
      const place = written.get(at)?.place ?? placeOf(at.node);
      reader.report(
        place,
        'cycle',
        `Found "${at.id}" among its own parents; expected a parent outside itself.`,
      );
    }
    for (const passed of path) sound.add(passed);
  }
}

/** The nearest heading above each requirement, undefined where there is none. */
function headingsOf(
  requirements: readonly Requirement[],
  parents: Parents,
): Map<Requirement, Requirement | undefined> {
  const headings = new Map<Requirement, Requirement | undefined>();
  for (const one of requirements) {
    if (!one.assessable) continue;
    const path: Requirement[] = [];
    let at: Requirement | undefined = one;
    for (; at?.assessable && !headings.has(at); at = parents.get(at)) path.push(at);
    const heading = at?.assessable ? headings.get(at) : at;
    for (const passed of path) headings.set(passed, heading);
  }
  return headings;
}

function groupsOf(headings: Iterable<Requirement | undefined>, reader: NodeReader): Group[] {
  const groups: Group[] = [];
  for (const heading of new Set(headings)) {
    if (!heading || !reader.first('group', heading)) continue;
    const { id, node } = heading;
    groups.push({ id, title: titleOf(reader.line(node, 'name'), reader.text(node, 'description'), id) });
  }
  return groups;
}

function criteriaOf(
  requirements: readonly Requirement[],
  parents: Parents,
  headings: ReadonlyMap<Requirement, Requirement | undefined>,
  reader: NodeReader,
): Criterion[] {
  const related = relatedOf(requirements, parents);
  return requirements.flatMap(one => {
    const { id, node, assessable } = one;
    if (!assessable || !reader.first('criterion', one)) return [];
    const description = reader.text(node, 'description');
    const heading = headings.get(one);
    return described({
      id,
      title: titleOf(reader.line(node, 'name'), description, id),
      description: [description, reader.text(node, 'annotation')].filter(Boolean).join('\n\n'),
      ...(heading ? { group: heading.id } : {}),
      evidence: lines(reader.text(node, 'typical_evidence')),
      related: related.get(one) ?? [],
    });
  });
}

/** The ids of the requirements that each requirement stands in, or that stand in it. */
function relatedOf(requirements: readonly Requirement[], parents: Parents): Map<Requirement, string[]> {
  const related = new Map<Requirement, string[]>();
  const relate = (one: Requirement, { id }: Requirement) => {
    const ids = related.get(one);
    if (ids) ids.push(id);
    else related.set(one, [id]);
  };
  for (const one of requirements) {
    const parent = parents.get(one);
    if (!one.assessable || !parent?.assessable) continue;
    relate(one, parent);
    relate(parent, one);
  }
  return related;
}

/** The lines of a text, without the marks of a list. */
function lines(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map(line => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(line => line !== '');
}
