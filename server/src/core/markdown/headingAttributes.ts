/**
 * What Pandoc 2.17, python-markdown 3.4 with `attr_list`, Hugo 0.111 and VitePress 1.6 read as attributes at the end of a
 * heading, and Docusaurus 3.10 as its id: `{#x}`, `{: #x }`, `{.c #x}`, `{key="value"}`, `{-}`, and `#x` in a comment of MDX.
 */
const attributes =
  /\{(?::[ \t]*|[ \t]*)(?:[#.][^\s{}]|[\w:-]+[ \t]*=|-[ \t]*\})[^{}]*\}?$|\{\/\*[ \t]*#[^{}]*\}$/y;

/** What stands in braces at the end of a heading; undefined without any. */
export function bracesAtEnd(heading: string): string | undefined {
  return heading.endsWith('}') ? heading.slice(heading.lastIndexOf('{')) : undefined;
}

const attribute = /^(?:[#.][\w:-]+|[\w-]+=(?:"[^"]*"|[^"\s]+))$/;

/**
 * Whether such braces hold nothing but attributes, an id among them, as Hugo, VitePress, and `attr_list` of python-markdown read
 * them.
 */
export function setsId(braces: string): boolean {
  const all = braces
    .slice(1, -1)
    .trim()
    .split(/[ \t]+/);
  return all.every(one => attribute.test(one)) && all.some(one => /^(?:#|id=)/.test(one));
}

/** The words of a heading without the attributes in braces at its end, which are for the generator of a site. */
export function withoutAttributes(heading: string): string {
  if (!heading.endsWith('}')) return heading;
  const start = heading.lastIndexOf('{');
  attributes.lastIndex = start;
  return attributes.test(heading) ? heading.slice(0, start).trimEnd() : heading;
}
