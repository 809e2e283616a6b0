import type { FolderEntry } from '../../../server/src/workspace/disk/folderEntries.ts';
import { documentsIn, type Tree } from '../../../server/src/workspace/listing.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { holds } from '../fault.ts';
import type { Input } from '../input.ts';
import { surroundingsOf, surroundingTexts } from '../surroundings.ts';

const paths = [
  ...surroundingTexts.keys(),
  ...[
    'docs/a.md',
    'docs/deep/b.md',
    'docs/.hidden.md',
    'a',
    'a/b/c/d/e/f/g.md',
    `${'a'.repeat(60)}.md`,
    'é.md',
    '[a].md',
    'x{y}.md',
    '!a.md',
  ],
];

/** Lets a manifest include and exclude by globs, and asks which paths those name. */
export function checkGlobs({ text, layout }: Input): void {
  const globs = text.split(/\r\n|[\r\n]/).filter(line => line !== '');
  const around = surroundingsOf(layout, 'globs');
  around.set(
    'tickmark.yaml',
    `include: ${JSON.stringify(globs)}\nexclude: ${JSON.stringify(globs.slice(1))}\n`,
  );
  const [once, again] = [1, 2].map(() => `${paths.map(path => around.host.roleOf(path)?.included)}`);
  holds(once === again, 'globs name others the second time', () => text);
}

/** Lists a tree with an ignore file at its root, in a folder, and above what is listed. */
export function checkIgnores({ text }: Input): void {
  const all = list('', '');
  for (const [where, base] of [
    ['', ''],
    ['docs/', ''],
    ['', 'docs/'],
  ] as const) {
    const listed = list(text, base, where);
    holds(`${[...listed].sort()}` === `${listed}`, 'a listing is not sorted', () => `${listed}`);
    for (const path of listed)
      holds(all.includes(base + path), 'a listing has what is not there', () => path);
  }
}

function list(ignoring: string, base: string, where = ''): readonly string[] {
  const tree: Tree = {
    *entries(folder) {
      yield* entriesOf(folder, ignoring === '' ? undefined : where);
      return undefined;
    },
    ignoreFile: folder => (folder === where ? ignoring : undefined),
  };
  return atOnce(documentsIn(tree, base)).documents;
}

function entriesOf(folder: string, where: string | undefined): readonly FolderEntry[] {
  const found = new Map<string, FolderEntry>();
  for (const path of paths) {
    if (!path.startsWith(folder)) continue;
    const [name = '', ...rest] = path.slice(folder.length).split('/');
    found.set(name, { name, is: rest.length > 0 ? 'folder' : 'file' });
  }
  if (folder === where) found.set('.gitignore', { name: '.gitignore', is: 'file' });
  return [...found.values()];
}
