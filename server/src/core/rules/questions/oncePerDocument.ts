import type { DocumentFacts } from '../../formats/facts.ts';

/** Has something that many rules ask of a document worked out once: they judge one document after the other. */
export function oncePerDocument<Result>(
  workOut: (facts: DocumentFacts) => Result,
): (facts: DocumentFacts) => Result {
  let last: { readonly facts: DocumentFacts; readonly result: Result } | undefined;
  return facts => {
    if (last?.facts !== facts) last = { facts, result: workOut(facts) };
    return last.result;
  };
}
