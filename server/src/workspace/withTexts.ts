import { type Awaitable, below, contentOf, type Files } from './files.ts';

/**
 * What is found out by reading files below a folder: only those that were read before can be, so they are fetched first.
 * @param pauseIfDue called after each file that was read: others may have their turn
 */
export async function withTexts<Result>(
  files: Files,
  folder: string,
  findOut: (read: (path: string) => string | undefined) => Awaitable<Result>,
  pauseIfDue: () => Awaitable<void> = () => undefined,
): Promise<Result> {
  const texts = new Map<string, string>();
  for (;;) {
    const wanted: string[] = [];
    const result = await findOut(path => {
      const text = texts.get(path);
      if (text === undefined && !texts.has(path)) wanted.push(path);
      return text;
    });
    if (wanted.length === 0) return result;
    for (const path of wanted) {
      texts.set(path, contentOf(await files.read(below(folder, path))) ?? '');
      await pauseIfDue();
    }
  }
}
