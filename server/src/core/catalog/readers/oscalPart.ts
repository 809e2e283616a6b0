import type { YamlMapping } from '../../yaml/node.ts';
import type { NodeReader } from './nodeReader.ts';

/** A property of a control or of a part; of those that OSCAL knows, only what Tickmark shows or goes by is kept. */
export interface Property {
  readonly name: string;
  readonly value: string;
  readonly class: string | undefined;
}

/** A part of a control: a statement, an item of it, guidance, or what assessors do. */
export interface Part {
  readonly id: string | undefined;
  /** What kind of part it is: `statement`, `item`, `guidance`. Empty where it does not say. */
  readonly name: string;
  readonly title: string | undefined;
  readonly prose: string;
  readonly props: readonly Property[];
  /** The ids of the controls that it names as related. */
  readonly related: readonly string[];
  readonly parts: readonly Part[];
}

/** How deep parts are followed into each other: far deeper than anybody nests them. */
const MOST_LEVELS = 20;
const KEPT_PROPERTIES: ReadonlySet<string> = new Set(['label', 'method', 'status']);

/** Reads the parts of a control, of a part, or of what a profile adds. */
export function readParts(node: YamlMapping, reader: NodeReader, level = 0): Part[] {
  if (level > MOST_LEVELS) return [];
  return reader.mappings(node, 'parts').map(part => ({
    id: reader.text(part, 'id'),
    name: reader.text(part, 'name') ?? '',
    title: reader.line(part, 'title'),
    prose: proseOf(part, reader),
    props: readProperties(part, reader),
    related: readRelated(part, reader),
    parts: readParts(part, reader, level + 1),
  }));
}

/** The prose of a part, which is Markdown: quotation marks are often escaped in it. */
function proseOf(part: YamlMapping, reader: NodeReader): string {
  return (reader.text(part, 'prose') ?? '').replace(/\\(["'])/g, '$1');
}

/** Reads the properties that are kept. */
export function readProperties(node: YamlMapping, reader: NodeReader): Property[] {
  return reader.mappings(node, 'props').flatMap(prop => {
    const [name, value] = [reader.text(prop, 'name'), reader.text(prop, 'value')];
    const isKept = name !== undefined && value !== undefined && KEPT_PROPERTIES.has(name);
    return isKept ? [{ name, value, class: reader.text(prop, 'class') }] : [];
  });
}

/** The value of the property of this name; of several the one without a class. */
export function property(props: readonly Property[], name: string): string | undefined {
  const named = props.filter(prop => prop.name === name);
  return (named.find(prop => prop.class === undefined) ?? named[0])?.value;
}

/** The controls that a node's links name as related. */
export function readRelated(node: YamlMapping, reader: NodeReader): string[] {
  return linked(node, ['related', 'required'], reader);
}

/** The ids in its own document that a node's links of these relations point to. */
export function linked(node: YamlMapping, relations: readonly string[], reader: NodeReader): string[] {
  return reader.mappings(node, 'links').flatMap(link => {
    const href = reader.text(link, 'href') ?? '';
    return href.startsWith('#') && relations.includes(reader.text(link, 'rel') ?? '') ? [href.slice(1)] : [];
  });
}
