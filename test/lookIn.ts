import type { SourceState } from '../server/src/core/program/sources.ts';
import { isKeptLike } from '../server/src/workspace/files.ts';
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
  const name = path.slice(folder.length);
  const beside = paths.filter(other => other.startsWith(folder)).map(other => other.slice(folder.length));
  const isKept = beside.some(other => {
    const [own = '', ...more] = other.split('/');
    return isKeptLike(name, { name: own, isFolder: more.length > 0 });
  });
  return isKept ? 'missing' : 'unknown';
}
