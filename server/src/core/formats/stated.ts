import type { PlaceBuilder, Stated } from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { resolved } from '../yaml/lookup.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';

const nulls = new Set(['~', 'null', 'Null', 'NULL']);

/** A scalar's words without the blanks around them; undefined for anything else, for nothing, and for YAML's `~` and `null`. */
export function textIn(node: YamlNode | undefined): string | undefined {
  const said = resolved(node);
  if (said?.type !== 'scalar') return undefined;
  if (node?.type !== 'alias') return textOf(said);
  const told = aliased.get(said) ?? { text: textOf(said) };
  aliased.set(said, told);
  return told.text;
}

/** What aliases say: any number of them may name one long text, of which one copy is enough. */
const aliased = new WeakMap<YamlScalar, { readonly text: string | undefined }>();

function textOf(said: YamlScalar): string | undefined {
  const text = said.value.trim();
  return text === '' || (said.style === 'plain' && nulls.has(text)) ? undefined : detach(text);
}

/** The same with its place. */
export function statedIn(node: YamlNode | undefined, places: PlaceBuilder): Stated | undefined {
  const text = textIn(node);
  return node && text !== undefined ? { text, at: places.add(node.start, node.end) } : undefined;
}
