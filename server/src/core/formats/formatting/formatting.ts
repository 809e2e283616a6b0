import { append, groupedBy } from '../../text/lists.ts';
import type { TextRange } from '../../text/range.ts';
import type { YamlDocument, YamlMapping } from '../../yaml/node.ts';
import { readYaml } from '../../yaml/read.ts';
import type { DocumentFacts, RecordFacts } from '../facts.ts';
import { layoutNamed } from '../layouts/layouts.ts';
import { applied, type TextEdit } from '../yamlEdits.ts';
import { besideWords, isBare, saidBy } from './bareYaml.ts';
import { orderOfManifest, orderOfRecord } from './keyOrders.ts';
import { allInOrder } from './keysInOrder.ts';
import { type ListStyle, listsOf, styleOf, valueEdits } from './lists.ts';

/**
 * The edits by which the records of a document are written in one way: keys in the order of new records, lists of ids in the style
 * of most, and no quotes around ids that mean nothing; and those by which the keys of the manifest come in the order in which they are
 * defined. What they say, their comments, and everything else stays. A record with something in it whose place may matter, such as an
 * anchor, stays as it is. Done again, nothing changes.
 * @param within only records that share something with this range
 * @returns in the order of the document; none of another tool's document
 */
export function formattingEdits(facts: DocumentFacts, within?: TextRange): readonly TextEdit[] {
  const { text, format, records, role } = facts;
  if (role.manifest) return manifestEdits(facts, within);
  if (!layoutNamed(format).hasKeys) return [];
  const style = styleOf(
    records.flatMap(({ mapping, kind, row }) => (mapping && !row ? listsOf(mapping, kind) : [])),
  );
  const edits: TextEdit[] = [];
  for (const same of groupedBy(records.filter(isAsked), ({ yaml }) => yaml).values()) {
    const ofEach = same.map(record => editsOf(text, record, style)).filter(each => each.length > 0);
    const [{ yaml }] = same;
    if (!yaml || ofEach.length === 0) continue;
    // One that would change what is said is left out, and the others are not.
    const kept = saysTheSame(text, yaml, ofEach.flat())
      ? ofEach
      : ofEach.filter(each => saysTheSame(text, yaml, each));
    for (const each of kept) append(edits, each);
  }
  return edits.sort((a, b) => a.start - b.start);

  function isAsked({ mapping, row }: RecordFacts): boolean {
    return mapping !== undefined && !row && shares(mapping, within);
  }
}

function shares({ start, end }: TextRange, within: TextRange | undefined): boolean {
  return !within || (start <= within.end && within.start <= end);
}

function manifestEdits({ text, yaml: [yaml] }: DocumentFacts, within?: TextRange): readonly TextEdit[] {
  const root = yaml?.root;
  if (root?.type !== 'mapping' || !yaml || !isFormatted(text, root, yaml) || !shares(root, within)) return [];
  const edits = allInOrder(text, root, orderOfManifest, []);
  return saysTheSame(text, yaml, edits) ? edits : [];
}

/** Whether the place of nothing in a mapping may matter. */
function isFormatted(text: string, mapping: YamlMapping, { problems }: YamlDocument): boolean {
  return !mapping.flow && problems.length === 0 && isBare(text, mapping, mapping);
}

function editsOf(text: string, { mapping, kind, yaml }: RecordFacts, style: ListStyle): readonly TextEdit[] {
  if (!mapping || !yaml || !isFormatted(text, mapping, yaml)) return [];
  return allInOrder(text, mapping, orderOfRecord(kind), valueEdits(text, mapping, kind, style));
}

/** Whether a YAML document reads the same after edits, and has the same comments. */
function saysTheSame(text: string, { start, end }: YamlDocument, edits: readonly TextEdit[]): boolean {
  const after = applied(text, edits);
  const [one, other] = [
    { text, range: { start, end } },
    { text: after, range: { start, end: end + after.length - text.length } },
  ].map(each => {
    const read = readYaml(each.text, each.range.start, each.range.end);
    const { comments } = besideWords(each.text, each.range, read.root);
    return JSON.stringify([saidBy(read.root), comments.toSorted(), read.problems.length]);
  });
  return one === other;
}
