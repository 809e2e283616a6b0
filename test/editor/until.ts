/**
 * Waits until a check holds, and gives what it found. How long it may take is the test's own limit.
 * @param check gives undefined or false for as long as there is nothing
 */
export async function until<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
