import { problemsIn } from '../../../formats/facts.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Editing } from '../../editing.ts';
import { staysReadable } from '../staysReadable.ts';
import { extractControl } from './extractControl.ts';
import { frontMatterToTable, tableToFrontMatter } from './mappingTable.ts';
import { moveCriterion } from './moveCriterion.ts';
import type { Refactor, Refactoring } from './refactoring.ts';
import { splitControl } from './splitControl.ts';

const all: readonly Refactor[] = [
  extractControl,
  splitControl,
  moveCriterion,
  tableToFrontMatter,
  frontMatterToTable,
];

/**
 * How what is selected in a document can be refactored; not at all while its YAML cannot be read, and not so that it could be read
 * no more (see `fixesOf`).
 */
export function refactoringsAt(editing: Editing, selected: TextRange): readonly Refactoring[] {
  if (problemsIn(editing.facts) > 0) return [];
  return all
    .flatMap(refactor => refactor(editing, selected))
    .filter(({ edits }) => staysReadable(edits, editing, undefined));
}
