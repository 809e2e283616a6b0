/** The endings of the files in which evidence is kept; what ends otherwise may be anything. */
export const sourceEndings = [
  ...['csv', 'tsv', 'xls', 'xlsx', 'ods', 'json', 'jsonl', 'ndjson', 'xml', 'yaml', 'yml'],
  ...['log', 'txt', 'md', 'pdf', 'doc', 'docx', 'odt', 'ppt', 'pptx', 'html', 'htm', 'eml', 'msg'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'mp4', 'zip', 'gz', 'tgz', '7z'],
] as const;

/** No address, no pattern, no template, no root of a site, and no list with commas. */
const path = new RegExp(
  `^(?![\\s/~])[^\\\\:;,*?"<>|{}()[\\]$%#\\u0000-\\u001f]+\\.(?:${sourceEndings.join('|')})$`,
  'i',
);
const passedOver = /(?:^|\/)(?:\.(?!\.?\/)|node_modules\/)/;

/**
 * Whether what evidence names as its source is written as the path of a file, with `/`. Where it may be something else (an
 * address without its scheme, a sentence, a folder) it is none. A name with blanks is one only in a folder.
 */
export function isSourceFile(source: string): boolean {
  if (source.length > 500 || !path.test(source) || passedOver.test(source)) return false;
  return source.includes('/') || !/\s/.test(source);
}

/** The SHA-256 that a record states, as 64 digits in lower case; undefined where it is none. */
export function sha256In(stated: string): string | undefined {
  return /^(?:sha-?256:)?\s*([0-9a-f]{64})$/i.exec(stated)?.[1]?.toLowerCase();
}
