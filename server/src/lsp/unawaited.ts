/** Sends something and lets go of it: a client that has gone, or would not have it, needs no word of that. */
export function unawaited(send: () => Promise<unknown>): void {
  try {
    send().catch(() => undefined);
  } catch {
    // The connection has ended.
  }
}
