import { lineEnd } from '../text/lines.ts';
import { ownEntry } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode } from '../yaml/node.ts';
import type { DocumentFacts } from './facts.ts';
import { reportMappings, rootOf } from './manifestEdits.ts';
import { addKey, removeKey, setValue, type TextEdit, writtenLike } from './yamlEdits.ts';

/** Where keys of the manifest have a place of their own: beside all others, in the scope, or in a report. */
export type ManifestHome = 'top' | 'scope' | 'report';

/**
 * The edits that put a key of the manifest where it is read, its value as it is written.
 * @param mapping the mapping in which it stands
 * @returns undefined where comments or lines would be lost, where there are several reports or none, or where the key is
 *   there already
 */
export function moveKey(
  manifest: DocumentFacts,
  mapping: YamlMapping,
  entry: YamlEntry,
  home: ManifestHome,
): readonly TextEdit[] | undefined {
  const { text } = manifest;
  const root = rootOf(manifest);
  if (!root || !entry.value) return undefined;
  const { value: key } = entry.key;
  const scope = ownEntry(root, 'scope');
  if (home === 'scope' && !scope && mapping === root) {
    const written = onOneLine(text, entry.value, true);
    if (written === undefined) return undefined;
    const name = { start: entry.key.start, end: entry.key.end, text: 'scope' };
    return [name, setValue(text, entry, `{${key}: ${written}}`)];
  }
  const target = home === 'top' ? root : home === 'scope' ? scope?.value : onlyOf(reportMappings(manifest));
  if (target?.type !== 'mapping' || ownEntry(target, key)) return undefined;
  const written = onOneLine(text, entry.value, target.flow);
  if (written === undefined) return undefined;
  const removed = !mapping.flow && isCommented(text, entry) ? undefined : removeKey(text, mapping, entry);
  const added = addKey(text, target, key, written);
  // What is removed may reach to where the key would be added.
  const isApart = removed && (added.start <= removed.start || removed.end <= added.start);
  return isApart ? [removed, added] : undefined;
}

function onlyOf<Thing>(things: readonly Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}

/** Whether a comment stands behind a value, which would go with its line. */
function isCommented(text: string, { value, key }: YamlEntry): boolean {
  const { end } = value ?? key;
  return /^[^\r\n]*\s#/.test(text.slice(end, lineEnd(text, end)));
}

/**
 * A value in one line; undefined where it has comments, or words that would have to be written otherwise.
 * @param inFlow whether it is to stand in brackets, which end plain words at a comma
 */
function onOneLine(text: string, node: YamlNode, inFlow: boolean): string | undefined {
  const written = text.slice(node.start, node.end);
  if (node.type === 'alias' || node.type === 'scalar' || node.flow) {
    if (/[\r\n]/.test(written)) return undefined;
    const isEnded = inFlow && node.type === 'scalar' && node.style === 'plain' && /[,[\]{}]/.test(written);
    return isEnded ? writtenLike('', node.value) : written;
  }
  if (/[#&]/.test(written)) return undefined;
  if (node.type === 'sequence') {
    const items = node.items.map(item => plainText(text, item));
    return items.every(item => item !== undefined) ? `[${items.join(', ')}]` : undefined;
  }
  const entries = node.entries.map(({ key, value }) => {
    const said = plainText(text, value);
    return said === undefined ? undefined : `${text.slice(key.start, key.end)}: ${said}`;
  });
  return entries.every(one => one !== undefined) ? `{${entries.join(', ')}}` : undefined;
}

/** A word as it is written, where it can stand in brackets as well. */
function plainText(text: string, node: YamlNode | undefined): string | undefined {
  if (node?.type !== 'scalar') return undefined;
  const written = text.slice(node.start, node.end);
  return /^[\w./ -]+$/.test(written) ? written : undefined;
}
