/** The endings of the files in which evidence is kept; what ends otherwise may be anything. */
export const sourceEndings = [
  ...['csv', 'tsv', 'xls', 'xlsx', 'ods', 'json', 'jsonl', 'ndjson', 'xml', 'yaml', 'yml'],
  ...['log', 'txt', 'md', 'pdf', 'doc', 'docx', 'odt', 'ppt', 'pptx', 'html', 'htm', 'eml', 'msg'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'mp4', 'zip', 'gz', 'tgz', '7z'],
] as const;

/** No address, no pattern, no template, no root of a site, and no list with commas. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a path with a control character names no file.
const path = /^(?![\s/~])[^\\:;,*?"<>|{}()[\]$%#\u0000-\u001f]+$/;
const file = new RegExp(`\\.(?:${sourceEndings.join('|')})$`, 'i');
const passedOver = /(?:^|\/)(?:\.(?!\.?\/)|node_modules\/)/;

/** What a second download of a file is called, with its number: `Access review (1).pdf`. */
const copy = /^[^()]+\([^()]+\)[^()]*$/;

/**
 * Whether what evidence names as its source is written as the path of a file or folder, with `/`. Where it may be something
 * else (an address without its scheme, a sentence) it is none. A name with blanks is one only in a folder.
 */
export function isSourcePath(source: string): boolean {
  if (source.length > 500 || !path.test(withoutNumber(source)) || passedOver.test(source)) return false;
  if (file.test(source)) return source.includes('/') || !/\s/.test(source);
  return isFolderPath(source) && (source.endsWith('/') || !/\s/.test(source));
}

function withoutNumber(source: string): string {
  const at = source.lastIndexOf('/') + 1;
  const name = source.slice(at);
  return copy.test(name) && file.test(name) ? source.slice(0, at) + name.replace(/[()]/g, '') : source;
}

/** Whether a path is that of a folder: no dot stands in its last name. */
export function isFolderPath(source: string): boolean {
  return /\/[^./]+\/?$|^[^./]+\/$/.test(source);
}

/** The SHA-256 that a record states, as 64 digits in lower case; undefined where it is none. */
export function sha256In(stated: string): string | undefined {
  return /^(?:sha-?256:)?\s*([0-9a-f]{64})$/i.exec(stated)?.[1]?.toLowerCase();
}
