import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import {
  type ClientCapabilities,
  CodeActionRequest,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
} from 'vscode-languageserver/node';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { tickmarkJson } from '../cli/tickmark.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { checked } from './checked.ts';
import { type Client, connected, serve, uriOf } from './client.ts';
import { Editor } from './editor.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode, nothing } from './presets.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope:
    categories: [security]
  === controls/sso.md
  ---
  id: AC-01
  satisfies: [CC6.1, CC9.9, A1.1]
  owner: it
  frequency: daily
  ---
  === policies/access.md
  ---
  id: access
  ---
  Of [Company].
`;

/** Asserts that just what `tickmark check` finds comes to be shown, each finding once, and stays so for turns of the server. */
async function showsWhatCheckFinds(
  client: Client,
  shown: () => Map<string, string[]>,
  expected: Map<string, string[]>,
): Promise<void> {
  const is = () => assert.deepEqual(new Map([...shown()].sort()), new Map([...expected].sort()));
  for (let turn = 0; turn < 3; turn++) {
    await client.eventually(is);
    await client.connection.sendRequest('tickmark/status', {});
  }
  await client.eventually(is);
}

const byUri = (found: Map<string, string[]>, uriOfKey: (key: string) => string) =>
  new Map([...found].map(([key, lines]) => [uriOfKey(key), lines]));

describe('diagnostics of a client that announces nothing', () => {
  it('are pushed for every document, open or not, and are what `tickmark check` finds', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: nothing });
    const expected = byUri(await checked(diskFiles, [folder]), uriOf);
    await client.eventually(() =>
      assert.equal([...client.published.values()].flat().length, [...expected.values()].flat().length),
    );
    assert.deepEqual([...expected.keys()].sort(), [...client.published.keys()].sort());

    const { findings } = tickmarkJson(folder, 'check');
    const ofCheck = findings.map(
      ({
        file,
        rule,
        range: { start, end },
      }: {
        file: string;
        rule: string;
        range: { start: Place; end: Place };
      }) => `${file} ${start.line - 1}:${start.column - 1}-${end.line - 1}:${end.column - 1} ${rule}`,
    );
    const published = [...client.published].flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start, end }, code }) => {
        const file = decodeURIComponent(uri.slice(uriOf(folder).length + 1));
        return `${file} ${start.line}:${start.character}-${end.line}:${end.character} ${code}`;
      }),
    );
    assert.deepEqual(published.sort(), ofCheck.sort());
    assert.deepEqual(new Set(client.told), new Set(['textDocument/publishDiagnostics']));
  });

  it('follow the buffer, are pushed once, and go back to the file', async t => {
    const folder = folderOf(t, program);
    const uri = uriOf(`${folder}/controls/sso.md`);
    const { client } = await connected(t, [folder]);
    await client.eventually(() => assert.equal(client.published.size, 3));
    assert.deepEqual(client.told.length, 3);
    const text = '---\nid: AC-01\nsatisfies: [cc6.1]\nowner: it\nfrequency: daily\n---\n';
    await client.open(uri, text);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/spelling']));
    const range = { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } };
    await client.change(uri, { range, text: 'CC' });
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), []));
    await client.close(uri);
    await client.eventually(() =>
      assert.ok(client.rulesAt(uri).some(line => line.endsWith('criteria/unknown'))),
    );
  });

  it('are pushed for files of catalogs, whatever their ending, and follow their buffers', async t => {
    const folder = folderOf(
      t,
      `
      === tickmark.yaml
      report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [own.json]
      === own.json
      {"name": "Own", "criteria": [{"id": "A"}, {"id": "A"}]}
      === controls/a.yaml
      {id: C-1, owner: it, frequency: daily, status: implemented, satisfies: {Own: [A, B]}}
      `,
    );
    const [uri, control] = ['own.json', 'controls/a.yaml'].map(path => uriOf(`${folder}/${path}`));
    assert.ok(uri !== undefined && control !== undefined);
    const { client } = await connected(t, [folder]);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['0:49-0:52 catalog/duplicate-id']));
    await client.open(uri, '{"name": "Own", "criteria": [{"id": "A"}, {"id": "B"}]}');
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), []));
    await client.eventually(() => assert.deepEqual(client.rulesAt(control), []));
    await client.close(uri);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['0:49-0:52 catalog/duplicate-id']));
  });

  it('have neither tags nor related information, which it does not know', async t => {
    const folder = folderOf(t, `${program}  === controls/b.yaml\n  id: AC-01\n  satisfies: [A1.2]\n`);
    const { client } = await connected(t, [folder]);
    await client.eventually(() => assert.equal(client.published.size, 4));
    for (const diagnostic of [...client.published.values()].flat()) {
      assert.deepEqual([diagnostic.tags, diagnostic.relatedInformation], [undefined, undefined]);
      assert.equal(diagnostic.source, 'tickmark');
    }
  });
});

describe('a diagnostic links to the page of its rule', () => {
  const linkOf = async (t: TestContext, capabilities: ClientCapabilities, initializationOptions: object) => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities, initializationOptions });
    const uri = uriOf(`${folder}/policies/access.md`);
    await client.eventually(() => assert.ok(client.published.get(uri)));
    return client.published.get(uri)?.find(({ code }) => code === 'documents/placeholder')?.codeDescription;
  };
  const links: ClientCapabilities = {
    textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
  };

  it('where the client opens it, and has said where', async t => {
    assert.deepEqual(await linkOf(t, links, { rulePages: 'x://{rule}.md' }), {
      href: 'x://documents/placeholder.md',
    });
    assert.equal(await linkOf(t, links, { rulePages: 7 }), undefined);
    assert.equal(await linkOf(t, nothing, { rulePages: 'x://{rule}.md' }), undefined);
  });
});

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A client like Visual Studio Code, and what it shows. */
async function editor(t: TestContext, folder: string): Promise<{ client: Client; shown: Editor }> {
  const { client } = serve(t);
  const shown = new Editor(client);
  await client.introduce([folder], { capabilities: likeVsCode });
  return { client, shown };
}

describe('diagnostics of a client that pulls', () => {
  const sso = (folder: string) => uriOf(`${folder}/controls/sso.md`);
  const text = '---\nid: AC-01\nsatisfies: [CC6.1, CC9.9]\nowner: it\nfrequency: daily\n---\n';

  it('are not pushed for what was pulled, and pushed again once it is closed', async t => {
    const folder = folderOf(t, program);
    const { client, shown } = await editor(t, folder);
    const expected = byUri(await checked(diskFiles, [folder]), uriOf);
    await showsWhatCheckFinds(client, () => shown.shown, expected);
    assert.ok(client.published.has(sso(folder)));
    shown.open(sso(folder), text);
    const opened = byUri(
      await checked(diskFiles, [folder], new Map([[`${folder}/controls/sso.md`, text]])),
      uriOf,
    );
    await showsWhatCheckFinds(client, () => shown.shown, opened);
    assert.ok(!client.published.has(sso(folder)));
    shown.close(sso(folder));
    await showsWhatCheckFinds(client, () => shown.shown, expected);
    assert.ok(client.published.has(sso(folder)));
  });

  it('stay pushed while a document is open, but not shown', async t => {
    const folder = folderOf(t, program);
    const { client, shown } = await editor(t, folder);
    shown.peek(sso(folder), text);
    await client.eventually(() =>
      assert.match(client.rulesAt(sso(folder)).join(), /^2:19-2:24 criteria\/unknown$/),
    );
    shown.close(sso(folder));
    await showsWhatCheckFinds(client, () => shown.shown, byUri(await checked(diskFiles, [folder]), uriOf));
  });

  it('are asked for anew when something elsewhere changes them, and answered "unchanged" when nothing did', async t => {
    const folder = folderOf(t, program);
    const { client, shown } = await editor(t, folder);
    const manifest = uriOf(`${folder}/tickmark.yaml`);
    shown.open(
      manifest,
      'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}\nscope:\n  categories: [security]\n',
    );
    // What had been pushed of it before looks the same.
    await client.eventually(() => {
      assert.ok(shown.answers.full > 0 && !shown.isPulling);
      assert.match(`${shown.shown.get(manifest)}`, /CC6\.2/);
    });
    shown.open(sso(folder), text.replace('CC9.9', 'CC6.2'));
    await client.eventually(() => {
      assert.ok(!shown.isPulling);
      assert.doesNotMatch(`${shown.shown.get(manifest)}`, /CC6\.2/);
    });
    assert.ok(shown.refreshes > 0);
    const { full, unchanged } = shown.answers;
    shown.change(sso(folder), { text: `${text.replace('CC9.9', 'CC6.2')}More prose.\n` });
    await client.eventually(() => assert.equal(shown.answers.unchanged, unchanged + 1));
    assert.equal(shown.answers.full, full);
  });

  it('are asked for where a client does not pull what it has edited', async t => {
    const folder = folderOf(t, program);
    const { client, shown } = await editor(t, folder);
    const uri = sso(folder);
    shown.open(uri, text);
    await client.eventually(() => assert.equal(shown.answers.full, 1));
    const { refreshes } = shown;
    void client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: text.replace('CC9.9', 'CC6.1') }],
    });
    await client.eventually(() => assert.ok(shown.refreshes > refreshes));
    await client.eventually(() => assert.doesNotMatch(`${shown.shown.get(uri)}`, /CC9\.9/));
  });

  it('are none for a document that is not open or not known: those are pushed', async t => {
    const folder = folderOf(t, program);
    const { client, shown } = await editor(t, folder);
    const expected = byUri(await checked(diskFiles, [folder]), uriOf);
    for (const uri of [
      sso(folder),
      uriOf(`${folder}/nowhere.md`),
      'untitled:Untitled-1',
      'file://elsewhere/x.md',
      '',
    ]) {
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      assert.deepEqual(report, { kind: 'full', items: [] });
    }
    await showsWhatCheckFinds(client, () => shown.shown, expected);
  });

  it('are tagged, and related to one another', async t => {
    const folder = folderOf(t, `${program}  === controls/b.yaml\n  id: AC-01\n  satisfies: [CC6.2]\n`);
    const { client } = await editor(t, folder);
    await client.eventually(() => assert.ok((client.published.get(sso(folder))?.length ?? 0) > 2));
    const diagnostics = client.published.get(sso(folder)) ?? [];
    assert.deepEqual(diagnostics.find(({ code }) => code === 'criteria/out-of-scope')?.tags, [
      DiagnosticTag.Unnecessary,
    ]);
    const [related] =
      diagnostics.find(({ code }) => code === 'documents/duplicate-id')?.relatedInformation ?? [];
    assert.equal(related?.location.uri, uriOf(`${folder}/controls/b.yaml`));
    assert.deepEqual(related?.location.range, {
      start: { line: 0, character: 4 },
      end: { line: 0, character: 9 },
    });
  });
});

describe('findings of one rule that are very many in one document', () => {
  const ids = Array.from({ length: 250 }, (_, i) => `CC99.${i + 1}`);
  const many = `
    === tickmark.yaml
    rules: {preset: start}
    === controls/a.yaml
    id: A
    satisfies: [CC6.1, ${ids.join(', ')}]
    `;
  const isListedInPart = (diagnostics: readonly Diagnostic[]) => {
    assert.equal(diagnostics.length, 101);
    const [last] = diagnostics.slice(-1);
    const before = `satisfies: [CC6.1, ${ids.slice(0, 100).join(', ')}, `.length;
    assert.deepEqual([last?.code, last?.severity], ['criteria/unknown', DiagnosticSeverity.Error]);
    assert.deepEqual(last?.range.start, { line: 1, character: before });
    assert.match(`${last?.message}`, /150 more `criteria\/unknown` findings/);
  };

  it('are listed in part, and the rest counted where it begins, pushed and pulled', async t => {
    const folder = folderOf(t, many);
    const uri = uriOf(`${folder}/controls/a.yaml`);
    const { client } = await connected(t, [folder], { capabilities: likeVsCode });
    await client.eventually(() => isListedInPart(client.published.get(uri) ?? []));
    await client.open(uri, readFileSync(`${folder}/controls/a.yaml`, 'utf8'));
    const answer = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    assert.ok(answer.kind === 'full');
    isListedInPart(answer.items);
  });

  it('have few fixes offered for the whole document', async t => {
    const folder = folderOf(t, many);
    const uri = uriOf(`${folder}/controls/a.yaml`);
    const { client } = await connected(t, [folder], { capabilities: likeVsCode });
    await client.open(uri, readFileSync(`${folder}/controls/a.yaml`, 'utf8'));
    await client.eventually(() => isListedInPart(client.published.get(uri) ?? []));
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const context = { diagnostics: [] };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    assert.ok(actions && actions.length > 0 && actions.length <= 20 * 5, `${actions?.length} actions`);
  });
});

describe('a folder without control documentation', () => {
  it('is told nothing of, whatever is opened in it', async t => {
    const folder = folderOf(
      t,
      '=== README.md\nCC9.9 of SOC 2, by [Company].\n=== src/deploy.yaml\nid: A\nsatisfies: [CC9.9]\n',
    );
    const { client } = await connected(t, [folder]);
    const uri = uriOf(`${folder}/README.md`);
    await client.open(uri, 'CC9.9 of SOC 2, by [Company].\n');
    await client.change(uri, { text: 'CC9.9 of SOC 2, TBD\n' });
    await client.close(uri);
    await client.connection.sendRequest('tickmark/status', {});
    assert.deepEqual(client.told, []);
  });
});

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
