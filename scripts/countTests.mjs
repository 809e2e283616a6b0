// A reporter for Node's test runner: says only how many tests there were, as JSON.

/** @param {AsyncIterable<{ type: string, data: { file?: string, counts: object } }>} events */
export default async function* countTests(events) {
  for await (const { type, data } of events) {
    // One summary comes for each file, and one without a file for all of them.
    if (type === 'test:summary' && data.file === undefined) yield JSON.stringify(data.counts);
  }
}
