import type { YamlMapping } from '../../yaml/node.ts';
import type { Envelope } from '../envelope.ts';
import { comply } from './comply.ts';
import { endingOf } from './endings.ts';
import type { ForeignLayout, Layout, LayoutName } from './layout.ts';
import { native } from './native.ts';
import { openControl } from './openControl.ts';
import { plain } from './plain.ts';

const byName: Readonly<Record<LayoutName, Layout>> = { native, comply, plain };

/** Every layout that is read; where several could be meant, the first is. */
export const layouts: readonly Layout[] = Object.values(byName);

/** Those that are recognized and not read. */
export const foreignLayouts: readonly ForeignLayout[] = [openControl];

/** The names of files that mark the root of a program. */
export const programMarkers: readonly string[] = layouts.flatMap(({ markers }) => markers);

/** The names of files that mark the root of what is recognized, read or not. */
export const markers: readonly string[] = [
  ...programMarkers,
  ...foreignLayouts.flatMap(foreign => foreign.markers),
];

/** The same as alternatives of a regular expression. */
export const markerPattern = markers.map(name => name.replaceAll('.', '\\.')).join('|');

/** The folders by which a layout is recognized where nothing marks it. */
export const tellingFolders: readonly string[] = [...new Set(layouts.flatMap(({ folders }) => folders))];

/** The same as alternatives of a regular expression. */
export const tellingFolderPattern = tellingFolders.join('|');

/** The layout of this name, as a role or a document's format says it; our own for any other. */
export function layoutNamed(name: string | undefined): Layout {
  return name !== undefined && isLayoutName(name) ? byName[name] : native;
}

/** The format that a document is in: its own, wherever it lies, else that of the layout. */
export function formatOf(
  layout: LayoutName,
  style: Envelope['style'],
  mapping: YamlMapping | undefined,
): LayoutName {
  return layouts.find(({ owns }) => owns?.(style, mapping))?.name ?? layout;
}

/** Whether documents of a layout end as this name or path does. */
export function takesEnding({ languages, ending }: Layout, path: string): boolean {
  const language = endingOf(path)?.language;
  return language !== undefined && languages.includes(language) && path.endsWith(ending ?? '');
}

function isLayoutName(name: string): name is LayoutName {
  return Object.hasOwn(byName, name);
}
