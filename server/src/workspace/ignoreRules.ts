import { PathPatterns } from '../core/text/pathPatterns.ts';
import { patternSteps } from '../core/text/patternSteps.ts';
import { sourceOf } from '../core/text/source.ts';

/** A line of a `.gitignore`; of those that fit a path the last decides. */
interface Line {
  readonly order: number;
  /** Whether it takes back what lines before it name. */
  readonly not: boolean;
  readonly folderOnly: boolean;
}

/**
 * What is ignored in a folder: by the lines of its `.gitignore`, and where none of them fits by those of the folders above
 * (gitignore(5)). As in git on most machines, small and capital letters are alike.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules('', new PathPatterns(true), undefined);

  readonly #base: string;
  readonly #lines: PathPatterns<Line>;
  readonly #above: IgnoreRules | undefined;

  private constructor(base: string, lines: PathPatterns<Line>, above: IgnoreRules | undefined) {
    this.#base = base;
    this.#lines = lines;
    this.#above = above;
  }

  /**
   * The rules in a folder with a `.gitignore`.
   * @param base the folder's path from the root, which ends in `/` but for the root, ''
   * @param content what the file says
   */
  within(base: string, content: string): IgnoreRules {
    const lines = new PathPatterns<Line>(true);
    for (const [order, line] of sourceOf(content).text.split('\n').entries()) addLine(lines, line, order);
    return lines.size > 0 ? new IgnoreRules(base, lines, this) : this;
  }

  /** Whether a file or folder below the folder of these rules is named by them itself; its path is from the root. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let rules: IgnoreRules | undefined = this; rules; rules = rules.#above) {
      const decided = rules.#decide(path.slice(rules.#base.length), isFolder);
      if (decided !== undefined) return decided;
    }
    return false;
  }

  #decide(path: string, isFolder: boolean): boolean | undefined {
    if (this.#lines.size === 0) return undefined;
    let last: Line | undefined;
    for (const line of this.#lines.fitting(path.toLowerCase())) {
      if ((isFolder || !line.folderOnly) && line.order >= (last?.order ?? 0)) last = line;
    }
    return last && !last.not;
  }
}

function addLine(lines: PathPatterns<Line>, written: string, order: number): void {
  const line = written.endsWith('\r') ? written.slice(0, -1) : written;
  if (line.startsWith('#')) return;
  const not = line.startsWith('!');
  const said = withoutBlanks(not ? line.slice(1) : line);
  const folderOnly = said.endsWith('/');
  const pattern = folderOnly ? said.slice(0, -1) : said;
  const isAnchored = pattern.includes('/');
  const text = pattern.startsWith('/') ? pattern.slice(1) : pattern;
  if (text === '') return;
  const parts = patternSteps(text, { hidden: true, folded: true, unclosed: 'nothing' });
  if (parts)
    lines.add(isAnchored ? parts.steps : ['any', ...parts.steps], parts.last, { order, not, folderOnly });
}

/** A line without the blanks at its end, but for one behind a backslash. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(line: string, at: number): boolean {
  let start = at;
  while (line.charAt(start - 1) === '\\') start--;
  return (at - start) % 2 === 1;
}
