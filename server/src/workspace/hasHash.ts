import { hash } from 'node:crypto';

/** The hash of a larger file is not judged, in bytes. */
export const mostHashed = 1 << 25;
/** No pointer is longer, in bytes. */
const longestPointer = 1024;

/**
 * Whether a content has a hash, in any form in which git may have it: with either line end, and as the pointer of a large file
 * or what that points to. Undefined where it cannot be told, for the content is elsewhere or encrypted.
 * @param sha256 in lower case
 */
export function hasHash(bytes: Buffer, sha256: string): boolean | undefined {
  for (const one of hashesOf(bytes)) {
    if (one === undefined) return undefined;
    if (one === sha256) return true;
  }
  return false;
}

/**
 * The hashes of the forms in which git may have a content, its own first; at the end undefined where there may be others. Two
 * contents that have one in common are the same.
 */
export function* hashesOf(bytes: Buffer): Generator<string | undefined> {
  const own = sha256Of(bytes);
  yield own;
  if (bytes.length <= longestPointer) {
    const text = bytes.toString('latin1');
    // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    if (/^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//.test(text)) {
      const [, named] = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text) ?? [];
      return yield /^ext-/m.test(text) ? undefined : named;
    }
    if (text.startsWith('/annex/objects/')) return yield hashOfKey(text);
  }
  if (bytes.toString('latin1', 0, 10) === '\0GITCRYPT\0') return yield undefined;
  yield sha256Of(`version https://git-lfs.github.com/spec/v1\noid sha256:${own}\nsize ${bytes.length}\n`);
  const unix = bytes.toString('latin1').replace(/\r\n/g, '\n');
  yield sha256Of(unix);
  yield sha256Of(unix.replace(/\n/g, '\r\n'));
}

/**
 * The hash that a path names which ends in a key of git-annex; undefined for another path, and for a key with another hash than
 * SHA-256 (https://git-annex.branchable.com/internals/key_format/).
 */
export function hashOfKey(path: string): string | undefined {
  return /\/SHA256E?(?:-[a-zA-Z]\d+)*--([0-9a-f]{64})(?:\.[^/]*)?$/.exec(path.trimEnd())?.[1];
}

function sha256Of(content: Buffer | string): string {
  return hash('sha256', typeof content === 'string' ? Buffer.from(content, 'latin1') : content, 'hex');
}
