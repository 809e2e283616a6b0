import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../../bench/generator/random.ts';
import { readMappings } from '../../../server/src/core/catalog/mapping.ts';
import { readCatalog } from '../../../server/src/core/catalog/readers/readCatalog.ts';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { pageOf, subjectOf } from '../../../server/src/core/pages/subject.ts';
import { sourceOf } from '../../../server/src/core/text/source.ts';
import { holds } from '../fault.ts';
import type { Input } from '../input.ts';
import { surroundingsOf, surroundingTexts } from '../surroundings.ts';
import { checkFindings } from './findings.ts';
import { checkRange } from './ranges.ts';

/** Reads a file of catalogs by itself and in a program that names it as a catalog and as a mapping. @throws Fault */
export function checkCatalog({ layout, path, text: content }: Input): void {
  const { text } = sourceOf(content);
  const resolve = () => surroundingTexts.get('catalogs/oscal.json');
  const read = readCatalog(text, { resolve });
  const called = () => ({ catalog: read.catalog, aliases: read.aliases });
  const mapped = readMappings(text, { catalogNamed: called });
  for (const { start, end, message } of [...read.problems, ...mapped.problems]) {
    checkRange('a problem of a catalog', { start, end }, text);
    holds(
      !/undefined|\[object/.test(message) || /undefined|\[object/.test(text),
      'words of a problem',
      () => message,
    );
  }
  for (const { id } of read.catalog.criteria) {
    holds(read.catalog.criterion(id) !== undefined, 'a criterion is not found by its id', () => id);
    const place = read.place('criterion', id);
    if (place) checkRange('a criterion of a catalog', place, text);
  }
  // In a program it is read several times more.
  if (!new Random(text.length, text.codePointAt(text.length / 2) ?? 0).chance(0.2)) return;
  const again = readCatalog(text, { resolve });
  holds(
    isDeepStrictEqual(again.problems, read.problems),
    'a catalog reads otherwise the second time',
    () => path,
  );
  checkInProgram(layout, path, content, read.catalog.criteria[0]?.id);
}

function checkInProgram(
  layout: Input['layout'],
  path: string,
  content: string,
  id: string | undefined,
): void {
  const around = surroundingsOf(layout, 'catalogs');
  around.set(path, content);
  checkFindings(around, path, sourceOf(content).text);
  const subject = id === undefined ? undefined : subjectOf(`More ${id}`, around.host.engine.program.catalogs);
  if (subject) markdownOf(pageOf(subject));
}
