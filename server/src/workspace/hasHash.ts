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
  if (hash('sha256', bytes, 'hex') === sha256) return true;
  if (bytes.length <= longestPointer) {
    const text = bytes.toString('latin1');
    // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    if (/^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//.test(text)) {
      const [, named] = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text) ?? [];
      return named === undefined || /^ext-/m.test(text) ? undefined : named === sha256;
    }
    if (text.startsWith('/annex/objects/')) return hasHashOfKey(text, sha256);
  }
  if (bytes.toString('latin1', 0, 10) === '\0GITCRYPT\0') return undefined;
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${hash('sha256', bytes, 'hex')}\nsize ${bytes.length}\n`;
  const text = bytes.toString('latin1');
  const unix = text.replace(/\r\n/g, '\n');
  const forms = [pointer, unix, unix.replace(/\n/g, '\r\n')];
  return forms.some(form => hash('sha256', Buffer.from(form, 'latin1'), 'hex') === sha256);
}

/**
 * Whether a path ends in a key of git-annex whose content has a hash; undefined for another path, and for a key with another hash
 * than SHA-256 (https://git-annex.branchable.com/internals/key_format/).
 */
export function hasHashOfKey(path: string, sha256: string): boolean | undefined {
  const [, named] = /\/SHA256E?(?:-[a-zA-Z]\d+)*--([0-9a-f]{64})(?:\.[^/]*)?$/.exec(path.trimEnd()) ?? [];
  return named === undefined ? undefined : named === sha256;
}
