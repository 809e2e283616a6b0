/** What comes of something, if that takes no longer than so many milliseconds and does not fail; else undefined. */
export async function inTime<Result>(
  result: PromiseLike<Result>,
  milliseconds: number,
): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([result, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
