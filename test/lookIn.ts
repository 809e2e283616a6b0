import type { SourceState } from '../server/src/core/program/sources.ts';
import { isAttachment } from '../server/src/workspace/files.ts';
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
  const paths = [...texts.keys()];
  if (texts.has(`${path}.dvc`) || paths.some(other => other.startsWith(`${path}/`))) return 'there';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = paths.filter(other => other.startsWith(folder)).map(other => other.slice(folder.length));
  return beside.some(name => !name.includes('/') && isAttachment(name)) ? 'missing' : 'unknown';
}
