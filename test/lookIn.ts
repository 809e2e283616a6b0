import type { SourceState } from '../server/src/core/programme/sources.ts';
import { hasHash } from '../server/src/workspace/hasHash.ts';

/** What `Files.look` says of a file among these, which are all there are. */
export function lookIn(
  texts: ReadonlyMap<string, string>,
  path: string,
  sha256: string | undefined,
): SourceState {
  const text = texts.get(path);
  if (text !== undefined)
    return sha256 !== undefined && hasHash(Buffer.from(text), sha256) === false ? 'differs' : 'there';
  const holds = (folder: string) => [...texts.keys()].some(other => other.startsWith(folder));
  if (texts.has(`${path}.dvc`) || holds(`${path}/`)) return 'there';
  return holds(path.slice(0, path.lastIndexOf('/') + 1)) ? 'missing' : 'unknown';
}
