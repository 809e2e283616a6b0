import type { Random } from '../../bench/generator/random.ts';
import { kinds } from '../../server/src/core/model/kinds.ts';
import { manifestText } from '../fuzz/grammars/manifest.ts';
import { markdownText } from '../fuzz/grammars/markdown.ts';
import { recordKinds, recordsText } from '../fuzz/grammars/records.ts';
import { sentence, signs } from '../fuzz/grammars/words.ts';
import { mutated } from '../fuzz/mutators.ts';
import { changingTexts } from '../workspace/changingTexts.ts';

/** One thing that happens to a workspace: plain data, so that it can be done again. A key is the path of a file below `/w`. */
export type Step =
  | { readonly does: 'write' | 'type'; readonly key: string; readonly text: string }
  | { readonly does: 'remove' | 'close'; readonly key: string }
  /** A file or a folder, with all that is in it, gets another name. */
  | { readonly does: 'move'; readonly from: string; readonly to: string }
  /** A file, or a folder (with `/` at the end), comes to be such that it cannot be read, or can be again. */
  | { readonly does: 'lock'; readonly key: string; readonly isLocked: boolean }
  /** The client tells of the files that have changed. */
  | { readonly does: 'tell' }
  | { readonly does: 'look'; readonly folders: readonly string[] }
  | { readonly does: 'report'; readonly root: string; readonly id: string }
  | { readonly does: 'day'; readonly today: string }
  /** From now on files answer at once, or when their turn comes. */
  | { readonly does: 'pace'; readonly isSlow: boolean }
  /** So many of what waits has its turn. */
  | { readonly does: 'turns'; readonly count: number };

/** What a step is chosen by. */
export interface World {
  readonly files: ReadonlyMap<string, string>;
  readonly buffers: ReadonlyMap<string, string>;
  /** The paths that may come and go, below `/w`. */
  readonly paths: readonly string[];
}

const folders = [
  'controls',
  'policies',
  'sub',
  'sub/controls',
  'other',
  'other/controls',
  'evidence',
  'evidence/files',
  'docs',
];
const targets = [...folders, 'new.d', 'deep/er/sub', 'archive/policies'];
const openable = ['/w', '/w/sub', '/w/other', '/w/policies', '/w/sub/controls', '/w/deep/er', '/w/docs'];
const days = ['2026-06-30', '2026-01-01', '2027-03-01', '2026-12-31', '2025-06-30'];

/** How often each happens. */
const weights = [
  ['write', 18],
  ['remove', 7],
  ['move', 8],
  ['moveFile', 5],
  ['type', 12],
  ['edit', 16],
  ['close', 6],
  ['lock', 3],
  ['tell', 14],
  ['look', 3],
  ['report', 2],
  ['day', 1],
  ['pace', 1],
  ['turns', 20],
] as const;

/** The paths of a program of so many files: those of `changingTexts`, and more controls beside them. */
export function pathsOf(documents: number): readonly string[] {
  const known = Object.keys(changingTexts);
  const more = Array.from({ length: Math.max(0, documents - known.length) }, (_, i) => {
    const kind = recordKinds[i % recordKinds.length];
    const folder = kind === undefined ? 'docs' : (kinds[kind].folder ?? 'docs');
    return `${i % 5 === 0 ? 'sub/' : ''}${folder}/m${i}.${i % 3 === 0 ? 'yaml' : 'md'}`;
  });
  return [...known, ...more];
}

/** What happens next. */
export function stepOf(random: Random, world: World): Step {
  const does = random.weighted(weights);
  switch (does) {
    case 'write': {
      const path = random.pick(world.paths);
      return { does, key: `/w/${path}`, text: textFor(random, path) };
    }
    case 'remove':
      return { does, key: random.pick([...world.files.keys(), '/w/gone.md']) };
    case 'move':
      return { does, from: `/w/${random.pick(folders)}`, to: `/w/${random.pick(targets)}` };
    case 'moveFile': {
      const from = random.pick([...world.files.keys(), '/w/gone.md']);
      return { does: 'move', from, to: `/w/${random.pick(world.paths)}` };
    }
    case 'type': {
      const path = random.pick(world.paths.filter(isDocument));
      return { does, key: `/w/${path}`, text: textFor(random, path) };
    }
    case 'edit': {
      const key = random.pick([...world.buffers.keys(), '/w/controls/a.md']);
      return { does: 'type', key, text: edited(random, world.buffers.get(key) ?? '') };
    }
    case 'close':
      return { does, key: random.pick([...world.buffers.keys(), '/w/gone.md']) };
    case 'lock': {
      const key = random.chance(0.7)
        ? random.pick([...world.files.keys(), '/w/gone.md'])
        : `/w/${random.pick(folders)}/`;
      return { does, key, isLocked: random.chance(0.4) };
    }
    case 'tell':
      return { does };
    case 'look':
      return { does, folders: random.shuffled(openable).slice(0, random.pick([1, 1, 1, 2, 3])) };
    case 'report':
      return { does, root: random.pick(['/w', '/w/sub', '/w/other']), id: random.pick(['a', 's', 'x']) };
    case 'day':
      return { does, today: random.pick(days) };
    case 'pace':
      return { does, isSlow: random.chance(0.7) };
    case 'turns':
      return { does, count: random.pick([1, 1, 2, 3, 5, 10, 40]) };
  }
}

function isDocument(path: string): boolean {
  return /\.(?:md|ya?ml|json)$/.test(path);
}

/** What may stand in a file. */
function textFor(random: Random, path: string): string {
  const known = changingTexts[path];
  if (known && random.chance(0.8)) return random.pick(known);
  const kind = random.pick(recordKinds);
  const made = () =>
    path.endsWith('tickmark.yaml')
      ? manifestText(random)
      : path.endsWith('.md')
        ? markdownText(random, kind)
        : recordsText(random, kind);
  return (random.chance(0.5) ? made() : mutated(random, made(), made)).slice(0, 1500);
}

/** A buffer after a keystroke, or after something was put there. */
function edited(random: Random, text: string): string {
  const start = random.whole(0, text.length);
  const end = random.chance(0.6) ? start : Math.min(text.length, start + random.whole(1, 12));
  const put = random.pick(['a', '\n', ' ', '', random.pick(signs), sentence(random, 3)]);
  return (text.slice(0, start) + put + text.slice(end)).slice(0, 4000);
}
