import type { Program } from '../program/program.ts';
import type { Gathered } from '../rules/rule.ts';
import { ruleNamed } from '../rules/rules.ts';
import { messageOf } from '../rules/running/message.ts';
import { groupedBy, largest } from '../text/lists.ts';
import type { SeenFinding, ShownFinding } from './shownFinding.ts';

/** How many of the things that a finding stands for it leads to. */
const mostRelated = 50;

/**
 * Findings of one document as people see them: what a rule finds many times at one place is gathered as the rule says.
 * @param findings by place, as the engine gives them
 * @param partial the rules of which not every finding of the document is among these
 */
export function gathered(
  findings: readonly ShownFinding[],
  program: Program,
  partial: ReadonlySet<string> = new Set(),
): readonly SeenFinding[] {
  /** What is seen in place of each finding: undefined for those that another stands for. */
  const instead = new Map<ShownFinding, SeenFinding | undefined>();
  const gathering = findings.filter(({ rule }) => ruleNamed(rule)?.gather);
  // What is graver than the rest is not seen as one with it.
  for (const ofRule of groupedBy(gathering, ({ rule, severity }) => `${rule} ${severity}`).values()) {
    const [{ rule: name }] = ofRule;
    const rule = ruleNamed(name);
    for (const place of placesOf(ofRule)) {
      const said = place.map(({ messageKey: message, args }) => ({ message, args }));
      for (const group of rule?.gather?.(said, program, !partial.has(name)) ?? []) {
        const [first, ...others] = group.members.flatMap(member => place[member] ?? []);
        if (!first) continue;
        for (const other of others) instead.set(other, undefined);
        instead.set(first, asOne(group, [first, ...others], rule?.messages));
      }
    }
  }
  if (instead.size === 0) return findings;
  return findings.flatMap(finding => (instead.has(finding) ? (instead.get(finding) ?? []) : finding));
}

/** Findings of one rule, parted where their words do not touch: a range of criteria is found by its ends and as a whole. */
function placesOf(findings: readonly ShownFinding[]): readonly (readonly ShownFinding[])[] {
  const places: ShownFinding[][] = [];
  let end = -1;
  for (const finding of findings) {
    const last = places.at(-1);
    if (last && finding.range.start < end) last.push(finding);
    else places.push([finding]);
    end = Math.max(end, finding.range.end);
  }
  return places;
}

function asOne(
  { message: messageKey, args, about }: Gathered,
  members: readonly [ShownFinding, ...ShownFinding[]],
  messages: Readonly<Record<string, string>> = {},
): SeenFinding {
  const [first] = members;
  const { path, related, range } = first;
  const end = largest(
    range.end,
    members.map(member => member.range.end),
  );
  const whole = { start: range.start, end };
  const places = about.slice(0, mostRelated).map(({ page, words }) => ({ path, range: whole, words, page }));
  return {
    ...first,
    message: messageOf(messages[messageKey] ?? messageKey, args),
    messageKey,
    args,
    range: whole,
    related: [...related, ...places],
    members,
  };
}
