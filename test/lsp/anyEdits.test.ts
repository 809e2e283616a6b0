import { rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FileChangeType } from 'vscode-languageserver/node';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { emptyFolder, write } from '../workspace/folder.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { checked } from './checked.ts';
import { type Client, uriOf } from './client.ts';
import { Editor } from './editor.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';
import { byUri, editor, showsWhatCheckFinds } from './shownFindings.ts';

/** What may be written into the files of the model, by path. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'tickmark.yaml': [
    'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {categories: [security]}\n',
    'report: {id: a, kind: soc2, type: 2}\nscope: {categories: [availability]}\n',
    'exclude: [policies/**]\n',
    'scope: {categories: [security',
  ],
  'controls/a.md': [
    '---\nid: AC-01\nsatisfies: [CC6.1, CC9.9]\npolicies: [p]\n---\n',
    '---\nid: AC-01\n---\n𝒜 👩‍👩‍👧 CC1.9\n',
    '',
  ],
  'controls/all b.yaml': [
    '- {id: AC-01, satisfies: [CC6.2]}\n- {id: AC-02}\n',
    '- id: AC-03\n  satisfies: [C',
  ],
  'policies/p.md': ['---\nid: p\nsatisfies: [CC6.1]\n---\nText.\n', '---\nid: p\n---\r\nOf [Company].\r\n'],
  'sub/tickmark.yaml': ['', 'report: {id: s, kind: soc1}\n'],
  'sub/controls/ü.md': ['---\nid: AC-01\nsatisfies: [cc6.1]\n---\n'],
};

/** The world of the model: files, what is open, and the editor. Keys are paths below the root of the files. */
interface World {
  readonly root: string;
  readonly uriOf: (key: string) => string;
  readonly files: Files;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => boolean;
  readonly has: (path: string) => boolean;
  readonly editor: Editor;
  readonly buffers: Map<string, string>;
  readonly events: { readonly path: string; readonly uri: string; readonly type: FileChangeType }[];
}

interface Step {
  readonly does: string;
  readonly to: (world: World) => void;
}

const withText = fc
  .constantFrom(...Object.keys(texts))
  .chain(path => fc.tuple(fc.constant(path), fc.constantFrom(...(texts[path] ?? ['']))));
const changeFile = withText.map<Step>(([path, text]) => ({
  does: `write ${path}: ${text}`,
  to({ has, write: put, events, root, uriOf: uri }) {
    events.push({
      path,
      uri: uri(`${root}/${path}`),
      type: has(path) ? FileChangeType.Changed : FileChangeType.Created,
    });
    put(path, text);
  },
}));
const deleteFile = withText.map<Step>(([path]) => ({
  does: `delete ${path}`,
  to({ remove, events, root, uriOf: uri }) {
    if (remove(path)) events.push({ path, uri: uri(`${root}/${path}`), type: FileChangeType.Deleted });
  },
}));
const type = fc.tuple(withText, fc.boolean()).map<Step>(([[path, text], peeks]) => ({
  does: `${peeks ? 'peek' : 'type'} ${path}: ${text}`,
  to({ editor: shown, buffers, root, uriOf: uri }) {
    const key = `${root}/${path}`;
    if (buffers.has(key)) shown.change(uri(key), { text });
    else if (peeks) shown.peek(uri(key), text);
    else shown.open(uri(key), text);
    buffers.set(key, text);
  },
}));
const close = withText.map<Step>(([path]) => ({
  does: `close ${path}`,
  to({ editor: shown, buffers, root, uriOf: uri }) {
    if (buffers.delete(`${root}/${path}`)) shown.close(uri(`${root}/${path}`));
  },
}));
const tell: fc.Arbitrary<Step> = fc.constant({
  does: 'tell of files',
  to: ({ editor: shown, events }) => shown.tell(events.splice(0)),
});
const steps = fc.array(fc.tuple(fc.oneof(changeFile, deleteFile, type, type, close, tell), fc.boolean()), {
  minLength: 1,
  maxLength: 15,
});

/** Makes the changes; wherever it is said that the client rests, just what is found must be shown. */
async function follows(
  world: World,
  client: Client,
  changes: readonly (readonly [Step, boolean])[],
): Promise<void> {
  const { editor: shown, events, buffers, files, root, uriOf: uri } = world;
  for (const [{ to }, rests] of [...changes, [{ to: () => undefined }, true] as const]) {
    to(world);
    if (!rests) continue;
    shown.tell(events.splice(0));
    await showsWhatCheckFinds(client, () => shown.shown, byUri(await checked(files, [root], buffers), uri));
  }
}

describe('after any opening, typing, closing, writing and deleting', () => {
  it('each finding is shown once, over files in memory, fast and slow', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (changes, isSlow) => {
        const files = new MemoryFiles();
        for (const path of ['tickmark.yaml', 'controls/a.md', 'policies/p.md']) {
          files.texts.set(`/w/${path}`, texts[path]?.[0] ?? '');
        }
        if (isSlow)
          files.read = file => new Promise(resolve => setImmediate(() => resolve(files.texts.get(file))));
        const { client, end } = serveInMemory(undefined, files);
        const shown = new Editor(client);
        await client.introduce([], {
          capabilities: likeVsCode,
          workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
        });
        const world: World = {
          root: '/w',
          uriOf: uriInMemory,
          files,
          write: (path, text) => files.texts.set(`/w/${path}`, text),
          remove: path => files.texts.delete(`/w/${path}`),
          has: path => files.texts.has(`/w/${path}`),
          editor: shown,
          buffers: new Map(),
          events: [],
        };
        await follows(world, client, changes);
        // What the editor still asks is answered first: it would ask anew over a connection that has ended.
        await client.connection.sendRequest('shutdown');
        end();
      }),
      { numRuns: 60 },
    );
  });

  it('each finding is shown once, over standard input and output and files on disk', async t => {
    await fc.assert(
      fc.asyncProperty(steps, async changes => {
        const root = emptyFolder(t);
        write(root, '.git/HEAD', '');
        for (const path of ['tickmark.yaml', 'controls/a.md', 'policies/p.md'])
          write(root, path, texts[path]?.[0] ?? '');
        const has = (path: string) => diskFiles.read(`${root}/${path}`) !== undefined;
        const { client, shown } = await editor(t, root);
        const world: World = {
          root,
          uriOf,
          files: diskFiles,
          write: (path, text) => write(root, path, text),
          remove(path) {
            const had = has(path);
            rmSync(`${root}/${path}`, { force: true });
            return had;
          },
          has,
          editor: shown,
          buffers: new Map(),
          events: [],
        };
        await follows(world, client, changes);
      }),
      { numRuns: 8 },
    );
  });
});
