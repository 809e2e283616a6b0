import type { Silencing } from '../../formats/silencings.ts';
import type { TextRange } from '../../text/range.ts';

/** What is found in a document, parted by its silencings. */
export interface Silenced<Found> {
  readonly shown: readonly Found[];
  readonly suppressed: readonly { readonly finding: Found; readonly reason: string }[];
  /** The names of rules of which a silencing silences nothing. */
  readonly unused: readonly (TextRange & { readonly name: string })[];
}

/** Whether a comment begins with a word that silences; another one is a slip. */
export function isWord({ word }: Silencing): boolean {
  return word === 'tickmark-ignore' || word === 'tickmark-ignore-file';
}

/**
 * Parts what is found by what silences it: the rule is named, the finding begins where the comment says, and there is a
 * reason.
 */
export function silence<Found extends { readonly rule: string; readonly range: TextRange }>(
  findings: readonly Found[],
  silencings: readonly Silencing[],
): Silenced<Found> {
  const effective = silencings.filter(one => isWord(one) && one.reason !== '');
  const used = new Set<object>();
  const shown: Found[] = [];
  const suppressed: { finding: Found; reason: string }[] = [];
  for (const finding of findings) {
    const { rule, range } = finding;
    const silencing = effective.find(
      ({ from, to, rules }) =>
        from <= range.start && range.start <= to && rules.some(({ name }) => name === rule),
    );
    if (!silencing) shown.push(finding);
    else suppressed.push({ finding, reason: silencing.reason });
    for (const named of silencing?.rules ?? []) if (named.name === rule) used.add(named);
  }
  const unused = effective.flatMap(({ rules }) => rules.filter(named => !used.has(named)));
  return { shown, suppressed, unused };
}
