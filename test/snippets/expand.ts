/** What a snippet becomes when each of its stops keeps its default. */
export interface Expanded {
  readonly text: string;
  /** The numbers of its stops, in the order of the text. */
  readonly stops: readonly number[];
}

/**
 * Expands a snippet as an editor does (VS Code, "Snippet syntax"): stops, placeholders (nested ones too), and
 * variables. Throws on a variable that it is not given and on what it cannot read, such as a choice: it would state its first
 * word.
 */
export function expand(snippet: string, variables: Readonly<Record<string, string>>): Expanded {
  const stops: number[] = [];
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const match = sticky.exec(snippet);
    if (match) at = sticky.lastIndex;
    return match ?? undefined;
  }

  function variable(name: string): string {
    const value = variables[name];
    if (value === undefined) throw new Error(`unknown variable ${name}`);
    return value;
  }

  /** The text up to the end, or up to the `}` that closes a placeholder. */
  function read(inPlaceholder: boolean): string {
    let text = '';
    while (at < snippet.length && !(inPlaceholder && snippet[at] === '}')) {
      const stop = take(/\$(\d+)|\$\{(\d+)(?:\}|(?=:))/);
      const named = stop ? undefined : take(/\$([A-Z_]+)|\$\{([A-Z_]+)\}/);
      if (named) text += variable(named[1] ?? named[2] ?? '');
      else if (stop) {
        stops.push(Number(stop[1] ?? stop[2]));
        if (take(/:/)) {
          text += read(true);
          if (!take(/\}/)) throw new Error(`a placeholder of ${JSON.stringify(snippet)} is not closed`);
        }
      } else {
        if (snippet[at] === '$')
          throw new Error(`what follows ${JSON.stringify(snippet.slice(at, at + 9))}?`);
        text += take(/\\([$}\\])/)?.[1] ?? snippet[at++];
      }
    }
    return text;
  }

  return { text: read(false), stops };
}
