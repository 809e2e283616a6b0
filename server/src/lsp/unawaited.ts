/** Lets go of something that was sent: a client that has gone, or would not have it, needs no word of that. */
export function unawaited(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}
