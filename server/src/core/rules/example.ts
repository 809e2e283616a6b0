// The example language: several files in one text, `=== path` before each, and `^^^ note` under the words of the line
// above. A file that was changed stands there several times, `=== path @ 2026-03-18` before what it was as of that commit. It is
// how a rule shows what it finds, and what the tests are written in.

/** A note under some words: their offsets in the file's text, and what it says. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

export interface ExampleFile {
  readonly path: string;
  /** Without the marks and without the cursor. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The day on which this text was committed, where that is said. The last of several is what there is now. */
  readonly committed?: string;
  /** Where `$0` stood, if it did. */
  readonly cursor: number | undefined;
}

/**
 * Reads a text of the example language. A common indentation is taken off; lines before the first `=== path` are passed over.
 */
export function readExample(example: string): readonly ExampleFile[] {
  const lines = outdent(example).split('\n');
  const files: { path: string; committed: string | undefined; lines: string[] }[] = [];
  for (const line of lines) {
    const header = /^=== (\S.*)$/.exec(line)?.[1]?.trim();
    const [, path = header, committed] = /^(.*) @ ([\d-]+)$/.exec(header ?? '') ?? [];
    if (path !== undefined) files.push({ path, committed, lines: [] });
    else files.at(-1)?.lines.push(line);
  }
  return files.map(({ path, committed, lines }) => ({
    ...readFile(path, lines),
    ...(committed === undefined ? {} : { committed }),
  }));
}

/** The example as a reader should see it: without marks. */
export function withoutMarks(example: string): string {
  return readExample(example)
    .map(({ path, text, committed }) => {
      const when = committed === undefined ? '' : `, committed on ${committed}`;
      return `# ${path}${when}\n${text.trimEnd()}`;
    })
    .join('\n\n');
}

function readFile(path: string, lines: readonly string[]): ExampleFile {
  const marks: Mark[] = [];
  let text = '';
  let lineStart = 0;
  let cursor: number | undefined;
  for (const [i, line] of lines.entries()) {
    const mark = /^(\s*)(\^+)(?:\s(.*))?$/.exec(line);
    if (mark) {
      const start = lineStart + (mark[1]?.length ?? 0);
      marks.push({ start, end: start + (mark[2]?.length ?? 0), note: mark[3]?.trim() ?? '' });
      continue;
    }
    lineStart = text.length;
    const at = line.indexOf('$0');
    if (at >= 0) cursor = lineStart + at;
    const plain = at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
    text += i === lines.length - 1 ? plain : `${plain}\n`;
  }
  return { path, text, marks, cursor };
}

function outdent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const depths = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const common = depths.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return Number.isFinite(common) ? lines.map(line => line.slice(common)).join('\n') : text;
}
