/** Sends something and lets go of it: a client that has gone, or would not have it, needs no word of that. */
export function unawaited(send: () => Promise<unknown>): void {
  void written(send);
}

/** The same, and settles once it is written, or cannot be. */
export async function written(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // The connection has ended.
  }
}
