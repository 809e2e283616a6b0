import { entry } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import { matchesGlob } from './glob.ts';
import type { NodeReader, PlacedId } from './nodeReader.ts';
import type { OscalControl, OscalControls } from './oscalControls.ts';

/**
 * The controls that an import of a profile takes of the document that it names, in their order: without `include-controls`
 * all of them (OSCAL's profile model, the remarks on import), less those under `exclude-controls`. An id that is not there is
 * reported.
 */
export function selected(one: YamlMapping, imported: OscalControls, reader: NodeReader): OscalControl[] {
  const chosen = entry(one, 'include-controls') && idsOf(one, 'include-controls', imported, reader);
  const left = idsOf(one, 'exclude-controls', imported, reader);
  return imported.controls.filter(({ id }) => (!chosen || chosen.has(id)) && !left.has(id));
}

function idsOf(one: YamlMapping, key: string, imported: OscalControls, reader: NodeReader): Set<string> {
  const ids = new Set<string>();
  for (const selector of reader.mappings(one, key)) {
    const named = namedBy(selector, imported, reader);
    const withInner = reader.text(selector, 'with-child-controls')?.toLowerCase() === 'yes';
    // A control stands behind its parent, so that what is inside an inner one is met later.
    for (const { id, parent } of imported.controls) {
      if (withInner && parent !== undefined && named.has(parent)) named.add(id);
    }
    for (const id of named) ids.add(id);
  }
  return ids;
}

function namedBy(selector: YamlMapping, imported: OscalControls, reader: NodeReader): Set<string> {
  const named = new Set<string>();
  const known = new Set(imported.controls.map(({ id }) => id));
  for (const given of reader.placedTexts(selector, 'with-ids')) {
    if (known.has(given.id)) {
      reader.keep('criterion', given);
      named.add(given.id);
    } else report(given, imported, reader);
  }
  for (const matching of reader.mappings(selector, 'matching')) {
    const pattern = reader.text(matching, 'pattern');
    if (pattern === undefined) continue;
    for (const id of known) if (matchesGlob(pattern, id)) named.add(id);
  }
  return named;
}

function report({ id, place }: PlacedId, { title, withdrawn }: OscalControls, reader: NodeReader): void {
  const gone = withdrawn.find(one => one.id === id);
  const where = gone && gone.successors.length > 0 ? ` It went into ${gone.successors.join(' and ')}.` : '';
  const message = gone
    ? `Found "${id}", which has been withdrawn; expected a control that is in force.${where}`
    : `Found "${id}", which is no control of "${title}"; expected the id of one.`;
  reader.report(place, gone ? 'withdrawn' : 'unknown-criterion', message);
}
