import { PathPatterns } from './pathPatterns.ts';
import { patternSteps } from './patternSteps.ts';

/** Longer ones nobody writes. */
const longest = 1000;
/** As how many globs one in braces may be read: `{a,b}{c,d}` is read as four. */
const mostAlternatives = 256;

/** Why a glob is not read, with what is to be written instead. */
export type GlobFault = 'long' | 'not' | 'extended' | 'group' | 'range' | 'alternatives' | 'ending';

/**
 * Why a glob is not read; undefined where it is. Read are `*`, `?`, `[...]`, `**` and `{a,b}`, with a backslash before a sign
 * that is meant as it is.
 */
export function globFault(glob: string): GlobFault | undefined {
  const read = readGlob(glob);
  return typeof read === 'string' ? read : undefined;
}

/** Tells whether one of the globs fits a path; a glob that is not read fits none. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const reading = { hidden: false, folded: false, unclosed: 'itself' } as const;
  const patterns = new PathPatterns<true>(reading.hidden);
  for (const glob of new Set(globs)) {
    const alternatives = readGlob(glob);
    if (typeof alternatives === 'string') continue;
    // What `a/**` names it names without what is below it too.
    for (const alternative of alternatives.flatMap(one =>
      /.\/\*\*$/.test(one) ? [one, one.slice(0, -3)] : [one],
    )) {
      const parts = patternSteps(alternative, reading);
      if (parts) patterns.add(parts.steps, parts.last, true);
    }
  }
  return patterns.size === 0 ? () => false : path => patterns.fitting(path).size > 0;
}

const starts = new WeakMap<readonly string[], readonly string[]>();

/** What all paths begin with that a glob fits, of each: the text before its first sign. */
export function globStarts(globs: readonly string[]): readonly string[] {
  let known = starts.get(globs);
  if (!known)
    starts.set(globs, (known = globs.map(glob => /^\/?([^*?[{!(\\]*)/.exec(fromHere(glob))?.[1] ?? '')));
  return known;
}

/** A glob as one or more without braces, or why it is not read. */
function readGlob(glob: string): readonly string[] | GlobFault {
  if (glob.length > longest) return 'long';
  const text = fromHere(glob);
  if (text.startsWith('!')) return 'not';
  let alternatives = [''];
  /** What stands in the braces that are open: the alternatives so far, and those before the brace. */
  const open: { readonly before: readonly string[]; readonly done: string[] }[] = [];
  const close = braceEnds(text);
  const append = (more: string) => (alternatives = alternatives.map(one => one + more));
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const braces = open.at(-1);
    if (sign === '\\') append(text.slice(at, ++at + 1));
    else if (sign === '(' && '?*+@!'.includes(text.charAt(at - 1)) && at > 0) return 'extended';
    else if (sign === '|') return 'group';
    else if (sign === '{' && close.has(at)) {
      open.push({ before: alternatives, done: [] });
      alternatives = [''];
    } else if (sign === ',' && braces) {
      for (const one of alternatives) braces.done.push(one);
      alternatives = [''];
    } else if (sign === '}' && braces) {
      open.pop();
      const inside = [...braces.done, ...alternatives];
      if (inside.length === 1) return 'range';
      if (inside.length * braces.before.length > mostAlternatives) return 'alternatives';
      alternatives = braces.before.flatMap(before => inside.map(one => before + one));
    } else append(sign);
  }
  return text.endsWith('\\') ? 'ending' : alternatives;
}

/** A glob without each `./` in front, which says nothing. */
function fromHere(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '');
}

/** Where the braces begin that end too. */
function braceEnds(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const ended = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') open.push(at);
    else if (sign === '}') {
      const start = open.pop();
      if (start !== undefined) ended.add(start);
    }
  }
  return ended;
}
