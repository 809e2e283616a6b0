// A reporter for Node's test runner: says only how many tests there were, as JSON.

/** @param {AsyncIterable<{ type: string, data: { file?: string, nesting?: number, message?: string, counts?: object } }>} events */
export default async function* countTests(events) {
  let counts = {};
  for await (const { type, data } of events) {
    // One summary comes for each file, and one without a file for all of them.
    if (type === 'test:summary' && data.file === undefined) counts = data.counts;
    // Node 20 has none: it says the numbers of all of them one by one, in the end.
    const [, what, number] = /^(pass|skipped) (\d+)$/.exec(data.message ?? '') ?? [];
    if (type === 'test:diagnostic' && data.nesting === 0 && what !== undefined)
      counts = { ...counts, [what === 'pass' ? 'passed' : what]: Number(number) };
  }
  yield JSON.stringify(counts);
}
