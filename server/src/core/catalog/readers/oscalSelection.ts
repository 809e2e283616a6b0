import { idPattern } from '../../text/idPattern.ts';
import { SegmentIndex } from '../../text/segmentIndex.ts';
import { entry } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { Withdrawn } from './found.ts';
import type { NodeReader, PlacedId } from './nodeReader.ts';
import type { OscalControl, OscalControls } from './oscalControls.ts';

/** What can be chosen from, by id. */
interface Choice {
  readonly controls: ReadonlyMap<string, OscalControl>;
  readonly withdrawn: ReadonlyMap<string, Withdrawn>;
  readonly title: string;
}

/**
 * The controls that an import of a profile takes of the document that it names, in their order: without `include-controls`
 * all of them (OSCAL's profile model, the remarks on import), less those under `exclude-controls`. The controls around a
 * chosen one are taken too, unless `with-parent-controls` is `no` (OSCAL's specification of profile resolution, "Dealing with
 * Nested Controls and Groups"; NIST's privacy baseline relies on it). An id that is not there is reported.
 */
export function selected(one: YamlMapping, imported: OscalControls, reader: NodeReader): OscalControl[] {
  const choice = {
    controls: new Map(imported.controls.map(control => [control.id, control])),
    withdrawn: new Map(imported.withdrawn.map(gone => [gone.id, gone])),
    title: imported.title,
  };
  const chosen = entry(one, 'include-controls') && idsOf(one, 'include-controls', choice, reader);
  const left = idsOf(one, 'exclude-controls', choice, reader);
  return imported.controls.filter(({ id }) => (!chosen || chosen.has(id)) && !left.has(id));
}

function idsOf(one: YamlMapping, key: string, choice: Choice, reader: NodeReader): Set<string> {
  const ids = new Set<string>();
  for (const selector of reader.mappings(one, key)) {
    const named = namedBy(selector, choice, reader);
    if (reader.text(selector, 'with-child-controls')?.toLowerCase() === 'yes') {
      for (const { id, parent } of choice.controls.values()) {
        if (isInside(parent, named, choice)) named.add(id);
      }
    }
    if (key === 'include-controls' && reader.text(selector, 'with-parent-controls')?.toLowerCase() !== 'no') {
      for (const id of [...named]) addAround(id, named, choice);
    }
    for (const id of named) ids.add(id);
  }
  return ids;
}

/** Adds the controls around one, as far as they are there. */
function addAround(id: string, named: Set<string>, { controls }: Choice): void {
  for (let outer = controls.get(id)?.parent; outer !== undefined; outer = controls.get(outer)?.parent) {
    if (controls.has(outer)) named.add(outer);
  }
}

/** Whether a control's parent, or one further out, is among the named ones. */
function isInside(parent: string | undefined, named: ReadonlySet<string>, { controls }: Choice): boolean {
  while (parent !== undefined && !named.has(parent)) parent = controls.get(parent)?.parent;
  return parent !== undefined;
}

function namedBy(selector: YamlMapping, choice: Choice, reader: NodeReader): Set<string> {
  const named = new Set<string>();
  for (const given of reader.placedTexts(selector, 'with-ids')) {
    if (choice.controls.has(given.id)) {
      reader.keep('criterion', given);
      named.add(given.id);
    } else report(given, choice, reader);
  }
  const patterns = new SegmentIndex<true>();
  for (const matching of reader.mappings(selector, 'matching')) {
    const pattern = reader.text(matching, 'pattern');
    if (pattern !== undefined) patterns.add(idPattern(pattern), true);
  }
  for (const id of choice.controls.keys()) patterns.each(id, () => named.add(id));
  return named;
}

function report({ id, place }: PlacedId, { withdrawn, title }: Choice, reader: NodeReader): void {
  const gone = withdrawn.get(id);
  if (gone) {
    const where = gone.successors.length > 0 ? ` It moved to ${gone.successors.join(' and ')}.` : '';
    const message = `Found "${id}", which was withdrawn; expected a control that is in force.${where}`;
    reader.report(place, 'withdrawn', message);
  } else {
    const message = `Found "${id}", which is not a control of "${title}"; expected the id of a control.`;
    reader.report(place, 'unknown-criterion', message);
  }
}
