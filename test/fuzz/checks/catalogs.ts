import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../../bench/generator/random.ts';
import { readMappings } from '../../../server/src/core/catalogue/mapping.ts';
import { readCatalogue } from '../../../server/src/core/catalogue/readers/readCatalogue.ts';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { pageOf, subjectOf } from '../../../server/src/core/pages/subject.ts';
import { sourceOf } from '../../../server/src/core/text/source.ts';
import { holds } from '../fault.ts';
import type { Input } from '../input.ts';
import { surroundingsOf, surroundingTexts } from '../surroundings.ts';
import { checkFindings } from './findings.ts';
import { checkRange } from './ranges.ts';

/** Reads a file of catalogues by itself and in a programme that names it as a catalogue and as a mapping. @throws Fault */
export function checkCatalog({ layout, path, text: content }: Input): void {
  const { text } = sourceOf(content);
  const resolve = () => surroundingTexts.get('catalogues/oscal.json');
  const read = readCatalogue(text, { resolve });
  const called = () => ({ catalogue: read.catalogue, aliases: read.aliases });
  const mapped = readMappings(text, { catalogueNamed: called });
  for (const { start, end, message } of [...read.problems, ...mapped.problems]) {
    checkRange('a problem of a catalog', { start, end }, text);
    holds(
      !/undefined|\[object/.test(message) || /undefined|\[object/.test(text),
      'words of a problem',
      () => message,
    );
  }
  for (const { id } of read.catalogue.criteria) {
    holds(read.catalogue.criterion(id) !== undefined, 'a criterion is not found by its id', () => id);
    const place = read.place('criterion', id);
    if (place) checkRange('a criterion of a catalog', place, text);
  }
  // In a programme it is read several times more.
  if (!new Random(text.length, text.codePointAt(text.length / 2) ?? 0).chance(0.2)) return;
  const again = readCatalogue(text, { resolve });
  holds(
    isDeepStrictEqual(again.problems, read.problems),
    'a catalog reads otherwise the second time',
    () => path,
  );
  checkInProgramme(layout, path, content, read.catalogue.criteria[0]?.id);
}

function checkInProgramme(
  layout: Input['layout'],
  path: string,
  content: string,
  id: string | undefined,
): void {
  const around = surroundingsOf(layout, 'catalogs');
  around.set(path, content);
  checkFindings(around, path, sourceOf(content).text);
  const subject =
    id === undefined ? undefined : subjectOf(`More ${id}`, around.host.engine.programme.catalogues);
  if (subject) markdownOf(pageOf(subject));
}
