import type { DocumentFacts } from '../formats/facts.ts';

/** Has something that many rules ask of a document worked out once for each. */
export function oncePerDocument<Result>(
  workOut: (facts: DocumentFacts) => Result,
): (facts: DocumentFacts) => Result {
  const known = new WeakMap<DocumentFacts, { readonly result: Result }>();
  return facts => {
    let kept = known.get(facts);
    if (!kept) known.set(facts, (kept = { result: workOut(facts) }));
    return kept.result;
  };
}
