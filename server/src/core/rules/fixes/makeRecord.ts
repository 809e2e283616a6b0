import type { DocumentFacts } from '../../formats/facts.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { lineEndOf } from '../../text/source.ts';
import { entry } from '../../yaml/lookup.ts';
import type { Fix, FixTarget } from '../rule.ts';

/** A title that begins with an id: `LC.1.01 - Laptop register`. */
const titled = /^([A-Za-z]{1,10}[-._]?[\d][\w.-]{0,20})(?::| -| –| —|\.)? +(\S.*)$/;
/** What a title may begin with that is the id of a criterion or the name of a framework. */
const ofFramework =
  /^(?:(?:CC|DC|PI|[ACP])\d{1,2}\.\d{1,2}|(?:SOC|TSP|TSC|ISO|IEC|NIST|PCI|CIS|COSO|COBIT)[-._]?\d.*)$/i;

/**
 * The fix that makes a record of a page: with its id and title in front matter, and the criteria that its text cites under
 * `satisfies`. Whether it is in place is for a person to say.
 */
export function makeRecord({ path, facts, program: { catalog } }: FixTarget): readonly Fix[] {
  const { role, text, envelope, markdown } = facts;
  const kind = role.folder;
  if (!kind || !envelope || (envelope.style !== 'none' && envelope.style !== 'fenced')) return [];
  const heading = markdown?.headings[0]?.text ?? '';
  const [, begins = '', behind = heading] = titled.exec(heading) ?? [];
  const isOwn = begins !== '' && !ofFramework.test(begins) && !catalog.group(begins.toUpperCase());
  const [id, title] = isOwn ? [begins, behind] : [role.stem, heading];
  const cited = facts.citations.filter(one => !one.denial && catalog.criterion(one.id));
  const criteria = [...new Set(cited.map(one => one.id))];
  const root = facts.yaml[0]?.root;
  const has = (key: string) => root?.type === 'mapping' && entry(root, key) !== undefined;
  const lines = [
    ...(has('id') ? [] : [`id: ${writtenLike('', id)}`]),
    ...(has('title') || has('name') || title === '' ? [] : [`title: ${writtenLike('', title)}`]),
    ...(criteria.length > 0 || isOtherKind(facts) ? [`satisfies: {TSC: [${criteria.join(', ')}]}`] : []),
  ];
  if (lines.length === 0) return [];
  const lineEnd = lineEndOf(text);
  const written = lines.map(line => line + lineEnd).join('');
  const { metaEnd } = envelope;
  const edit =
    envelope.style === 'fenced'
      ? { start: metaEnd, end: metaEnd, text: written }
      : { start: 0, end: 0, text: `---${lineEnd}${written}---${lineEnd}${lineEnd}` };
  return [{ title: `Write front matter with the id ${id}`, edits: [{ path, ...edit }], preferred: false }];
}

/** Whether its front matter has a `kind` that means something to another tool: an id is no sign of a record then. */
function isOtherKind({ yaml }: DocumentFacts): boolean {
  const root = yaml[0]?.root;
  return root?.type === 'mapping' && entry(root, 'kind') !== undefined;
}
