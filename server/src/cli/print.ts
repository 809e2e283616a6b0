import { once } from 'node:events';
import type { TerminalText } from './terminalText.ts';

/** How much is written at once, in UTF-16 code units. */
const handful = 1 << 16;

/**
 * Writes text to standard output, no faster than it is read. Where it cannot be written any more the rest is not even made;
 * `onWriteError` tells of that.
 * @param most how many bytes may be kept
 * @returns what was written; undefined where that is more than may be kept, or was not written whole
 */
export async function print(pieces: Iterable<TerminalText>, most: number): Promise<Uint8Array | undefined> {
  const { stdout } = process;
  const kept: Buffer[] = [];
  let size = 0;
  let isBroken = false;
  const stop = () => {
    isBroken = true;
  };
  stdout.on('error', stop);
  for (const text of inHandfuls(pieces)) {
    const bytes = Buffer.from(text);
    size += bytes.length;
    if (size <= most) kept.push(bytes);
    else kept.length = 0;
    if (!stdout.write(bytes)) await once(stdout, 'drain').catch(stop);
    if (isBroken) break;
  }
  stdout.off('error', stop);
  return isBroken || size > most ? undefined : Buffer.concat(kept);
}

/** Writes once more what was written by `print` in an earlier run, as it was kept. */
export function printAgain(printed: Uint8Array): void {
  process.stdout.write(printed);
}

function* inHandfuls(pieces: Iterable<TerminalText>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < handful) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
