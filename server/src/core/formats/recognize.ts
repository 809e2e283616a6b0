import { envelopeOf } from './envelope.ts';
import { type Layout, manifestName, roleOf } from './role.ts';

/** What a folder is found to be. */
export type Recognized =
  | { readonly is: 'program'; readonly layout: Layout }
  /** Documentation measured against something other than the Trust Services Criteria, in one sentence. */
  | { readonly is: 'foreign'; readonly notice: string };

/** So many documents show whether the layout is Comply's. */
const mostLookedAt = 100;
const conventional = ['controls', 'narratives', 'policies', 'procedures', 'standards'];

/**
 * Tells what a folder is, by its manifest, else its layout: `comply.yml`, `opencontrol.yaml`, or two of the conventional
 * folders with a `satisfies` in them. A folder named by the user is also a program when most of its Markdown are policies.
 * @param paths the files below the folder, relative to it, with `/`
 * @param read gives a file's text; undefined where it cannot be read
 * @param named whether the user named this very folder
 */
export function recognize(
  paths: readonly string[],
  read: (path: string) => string | undefined,
  named: boolean,
): Recognized | undefined {
  const have = new Set(paths);
  if (have.has(manifestName)) return { is: 'program', layout: 'native' };
  if (have.has('comply.yml') || have.has('comply.yaml')) return { is: 'program', layout: 'comply' };
  const openControl = paths.find(path => path === 'opencontrol.yaml' || path === 'opencontrol.yml');
  if (openControl !== undefined) return { is: 'foreign', notice: openControlNotice(paths, read) };
  return byFolders(paths, read) ?? (named ? byPolicies(paths, read) : undefined);
}

/** The folders that could hold a layout: those above the conventional folders and marker files in a listing. */
export function candidateFolders(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const marker = /^(?:(.*)\/)?(?:tickmark\.yaml|comply\.ya?ml|opencontrol\.ya?ml)$/.exec(path);
    if (marker) folders.add(marker[1] ?? '');
    const folder = /^((?:[^/]+\/)*?)(?:controls|narratives|policies|procedures|standards)\//.exec(path);
    if (folder) folders.add(folder[1]?.slice(0, -1) ?? '');
  }
  return [...folders].sort();
}

function byFolders(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): Recognized | undefined {
  const inside = paths.filter(path => conventional.includes(path.slice(0, path.indexOf('/'))));
  const folders = new Set(inside.map(path => path.slice(0, path.indexOf('/'))));
  if (folders.size < 2) return undefined;
  // Comply has no folder of controls.
  const mayBeComply = !folders.has('controls');
  let satisfying = 0;
  for (const path of inside) {
    if (!/\.(?:md|markdown|ya?ml)$/i.test(path)) continue;
    const text = read(path);
    if (text === undefined || !/^[ \t-]*(?:satisfies|tsc_criteria)[ \t]*:/m.test(text)) continue;
    if (mayBeComply && path.endsWith('.md') && envelopeOf(text, false).style === 'bare')
      return { is: 'program', layout: 'comply' };
    satisfying++;
    if (!mayBeComply || satisfying === mostLookedAt) break;
  }
  return satisfying > 0 ? { is: 'program', layout: 'native' } : undefined;
}

/** Policies without any convention: by far the most Markdown files are called so by their name, title or front matter. */
function byPolicies(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): Recognized | undefined {
  const pages = paths.filter(path => roleOf(path, 'plain', false) !== undefined);
  const policies = pages.filter(path => {
    const text = read(path) ?? '';
    const { metaStart, metaEnd, bodyStart } = envelopeOf(text, false);
    const meta = text.slice(metaStart, metaEnd);
    if (/^policy:\s*true\s*$/m.test(meta) || /^(?:satisfies|tsc_criteria)\s*:/m.test(meta)) return true;
    const title = /^title:(.*)$/m.exec(meta)?.[1] ?? /^#+ (.*)$/m.exec(text.slice(bodyStart))?.[1] ?? '';
    return /\b(?:polic(?:y|ies)|procedure)\b/i.test(`${title} ${path.replace(/[-_/]/g, ' ')}`);
  });
  return policies.length > 1 && policies.length * 2 > pages.length
    ? { is: 'program', layout: 'plain' }
    : undefined;
}

function openControlNotice(paths: readonly string[], read: (path: string) => string | undefined): string {
  const components = paths.filter(path => /(?:^|\/)component\.ya?ml$/.test(path));
  const standards = new Set<string>();
  for (const path of components) {
    for (const [, value = ''] of (read(path) ?? '').matchAll(/^[ \t-]*standard_key:([^\r\n]*)/gm)) {
      const standard = value.trim().replace(/^["']|["']$/g, '');
      if (standard !== '') standards.add(standard);
    }
  }
  const what = `OpenControl project with ${components.length === 1 ? '1 component' : `${components.length} components`}`;
  if (standards.size === 0) return `${what} that name no standard: there is nothing to check.`;
  const names = [...standards].sort().join(', ');
  const ours = [...standards].some(name => /tsc|soc ?2|trust services/i.test(name));
  return ours
    ? `${what}, measured against ${names}: components are not read yet, so nothing is checked.`
    : `${what}, measured against ${names}, another catalog than the Trust Services Criteria: there is nothing to check.`;
}
