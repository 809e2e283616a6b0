import { type Block, paragraph, prose } from '../pages/page.ts';
import { severityWords } from '../pages/severityWords.ts';
import { ruleNamed } from '../rules/rules.ts';
import type { TextRange } from '../text/range.ts';
import { scalarAt } from './at/scalarAt.ts';
import type { Editing } from './editing.ts';

/**
 * What there is to tell about the name of a rule, in a comment that silences it or as a key of the manifest: what it finds, and
 * how severe that is. The name leads to the rule's page. Undefined where no rule is named.
 */
export function ruleHover(
  editing: Editing,
  offset: number,
): { readonly blocks: readonly Block[]; readonly range: TextRange } | undefined {
  const found = silencedAt(editing, offset) ?? settingAt(editing, offset);
  const rule = found && ruleNamed(found.name);
  if (!rule) return undefined;
  const { name, summary } = rule;
  return {
    blocks: [
      paragraph({ text: name, style: 'strong', target: { page: name } }, ' · ', ...prose(summary)),
      paragraph('Severity: ', severityWords(rule)),
    ],
    range: { start: found.start, end: found.end },
  };
}

interface Named extends TextRange {
  readonly name: string;
}

function silencedAt({ facts }: Editing, offset: number): Named | undefined {
  return facts.silencings
    .flatMap(({ rules }) => rules)
    .find(({ start, end }) => start <= offset && offset <= end);
}

/** A key right below `rules`, or below one of its `folders`. */
function settingAt({ facts }: Editing, offset: number): Named | undefined {
  if (!facts.role.manifest) return undefined;
  const found = scalarAt(facts.yaml[0]?.root, offset);
  if (!found?.isKey) return undefined;
  const { path, scalar } = found;
  const name = path.at(-1) ?? '';
  const depth = path[1] === 'folders' ? 4 : 2;
  return path[0] === 'rules' && path.length === depth
    ? { name, start: scalar.start, end: scalar.end }
    : undefined;
}
