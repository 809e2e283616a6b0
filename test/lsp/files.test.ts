// What changes on disk while the server runs: told by the client, or seen by the server itself.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import picomatch from 'picomatch';
import { FileChangeType, WatchKind } from 'vscode-languageserver/node';
import { startFolderRequest } from '../../protocol/startFolder.ts';
import { probedForSites } from '../../server/src/core/formats/sites/sites.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { checked } from './checked.ts';
import { type Client, connected, uriOf } from './client.ts';
import { Editor } from './editor.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode, nothing } from './presets.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  === controls/a.md
  ---
  id: AC-01
  satisfies: [CC6.1]
  owner: it
  frequency: daily
  ---
`;
const wrong = '---\nid: AC-09\nsatisfies: [CC9.9]\nowner: it\nfrequency: daily\n---\n';

/** Settles once just the documents in which something is found are published. */
async function publishesWhatCheckFinds(client: Client, folder: string): Promise<void> {
  const expected = [...(await checked(diskFiles, [folder])).keys()].map(uriOf).sort();
  await client.eventually(() => assert.deepEqual([...client.published.keys()].sort(), expected));
}

const evidence = `  === evidence/q1.yaml
  - {id: EV-1, controls: [AC-01], performed: 2026-03-01, source: files/a.csv, sha256: ${hash('sha256', 'a', 'hex')}}
  === evidence/files/b.csv
  b
`;

/** Has the file that the evidence names come, change and go. */
async function evidenceIsFollowed(
  folder: string,
  client: Client,
  tell: (path: string, type: FileChangeType) => void,
): Promise<void> {
  const file = 'evidence/files/a.csv';
  const finds = (...expected: readonly string[]) =>
    client.eventually(() => {
      const rules = client.rulesAt(uriOf(`${folder}/evidence/q1.yaml`)).map(line => line.split(' ')[1]);
      assert.deepEqual(rules, expected);
    });
  await finds('evidence/missing-source');
  write(folder, file, 'b');
  tell(file, FileChangeType.Created);
  await finds('evidence/hash-differs');
  write(folder, file, 'a');
  tell(file, FileChangeType.Changed);
  await finds();
  rmSync(`${folder}/evidence/files`, { recursive: true });
  tell('evidence/files', FileChangeType.Deleted);
  write(folder, 'evidence/files/c.csv', 'c');
  tell('evidence/files/c.csv', FileChangeType.Created);
  await finds('evidence/missing-source');
}

describe('a client that watches nothing', () => {
  it('has the server see files come, change and go', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: nothing });
    const uri = uriOf(`${folder}/controls/b.md`);
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'controls/b.md', wrong);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/unknown']));
    write(folder, 'controls/b.md', wrong.replace('CC9.9', 'cc6.1'));
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/spelling']));
    rmSync(`${folder}/controls/b.md`);
    await publishesWhatCheckFinds(client, folder);
  });

  it('has it see folders come with what is in them, move and go', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder]);
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'policies/v1.2/new/deep/p.md', 'Of [Company].\n');
    await publishesWhatCheckFinds(client, folder);
    renameSync(`${folder}/policies/v1.2`, `${folder}/policies/v1.3`);
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'policies/v1.3/new/deep/p.md', 'By [Company] and CC9.9 of SOC 2.\n');
    const uri = uriOf(`${folder}/policies/v1.3/new/deep/p.md`);
    await client.eventually(() =>
      assert.ok(client.rulesAt(uri).some(line => line.endsWith('criteria/unknown'))),
    );
    rmSync(`${folder}/policies`, { recursive: true });
    mkdirSync(`${folder}/policies`);
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'policies/again.md', 'Of [Company].\n');
    await publishesWhatCheckFinds(client, folder);
  });

  it('has it see files that make a program, and those that end it', async t => {
    const folder = emptyFolder(t);
    write(folder, 'controls/a.md', wrong);
    const { client } = await connected(t, [folder]);
    await client.connection.sendRequest('tickmark/status', {});
    assert.deepEqual(client.told, []);
    write(folder, 'tickmark.yaml', '');
    await client.eventually(() => assert.equal(client.rulesAt(uriOf(`${folder}/controls/a.md`)).length, 1));
    rmSync(`${folder}/tickmark.yaml`);
    await client.eventually(() => assert.equal(client.published.size, 0));
    write(folder, 'policies/p.md', '---\nid: p\nsatisfies: [CC9.9]\n---\n');
    await client.eventually(() => assert.equal(client.rulesAt(uriOf(`${folder}/policies/p.md`)).length, 1));
  });

  it('has it see the files that evidence names', async t => {
    const folder = folderOf(t, program + evidence);
    const { client } = await connected(t, [folder]);
    await evidenceIsFollowed(folder, client, () => {});
  });

  it('has it follow what is ignored', async t => {
    const folder = folderOf(t, program);
    write(folder, 'controls/b.md', wrong);
    const { client } = await connected(t, [folder]);
    await client.eventually(() => assert.ok(client.published.has(uriOf(`${folder}/controls/b.md`))));
    write(folder, '.gitignore', 'b.md\n');
    await client.eventually(() => assert.ok(!client.published.has(uriOf(`${folder}/controls/b.md`))));
    rmSync(`${folder}/.gitignore`);
    await client.eventually(() => assert.ok(client.published.has(uriOf(`${folder}/controls/b.md`))));
  });

  it('has it follow what is ignored by files above the folder that is open', async t => {
    const folder = folderOf(t, program.replaceAll('=== ', '=== docs/soc2/'));
    const root = `${folder}/docs/soc2`;
    write(root, 'controls/b.md', wrong);
    const { client } = await connected(t, [root]);
    const shows = (shown: boolean) =>
      client.eventually(() => assert.equal(client.published.has(uriOf(`${root}/controls/b.md`)), shown));
    await shows(true);
    for (const at of ['docs/.gitignore', '.gitignore']) {
      write(folder, at, 'b.md\n');
      await shows(false);
      rmSync(`${folder}/${at}`);
      await shows(true);
    }
  });

  it('has it see what is above the folder that is open, where the program begins there', async t => {
    const folder = folderOf(t, program);
    mkdirSync(`${folder}/policies`);
    const { client } = await connected(t, [`${folder}/policies`]);
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'controls/b.md', wrong);
    await publishesWhatCheckFinds(client, folder);
  });

  it('has it take up a document that is saved for the first time while it is open', async t => {
    const folder = folderOf(t, program);
    const uri = uriOf(`${folder}/controls/new.md`);
    const { client } = await connected(t, [folder]);
    await publishesWhatCheckFinds(client, folder);
    await client.open(uri, wrong);
    write(folder, 'controls/new.md', wrong);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/unknown']));
  });
});

describe('a client that watches files', () => {
  it('is asked to, and what it tells is enough', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: likeVsCode });
    const shown = new Editor(client);
    await publishesWhatCheckFinds(client, folder);
    assert.deepEqual(
      client.registrations.map(({ method }) => method),
      ['workspace/didChangeWatchedFiles'],
    );
    const event = (path: string, type: FileChangeType) => ({ path, uri: uriOf(`${folder}/${path}`), type });

    write(folder, 'controls/b.md', wrong);
    shown.tell([event('controls/b.md', FileChangeType.Created)]);
    await publishesWhatCheckFinds(client, folder);
    write(folder, '.gitignore', 'b.md\n');
    shown.tell([event('.gitignore', FileChangeType.Created)]);
    await publishesWhatCheckFinds(client, folder);
    write(folder, '.gitignore', '\n');
    shown.tell([event('.gitignore', FileChangeType.Changed)]);
    await publishesWhatCheckFinds(client, folder);
    // Of a folder that goes or comes an editor tells only that.
    renameSync(`${folder}/controls`, `${folder}/moved`);
    shown.tell([event('controls', FileChangeType.Deleted), event('moved', FileChangeType.Created)]);
    await publishesWhatCheckFinds(client, folder);
    rmSync(`${folder}/tickmark.yaml`);
    shown.tell([event('tickmark.yaml', FileChangeType.Deleted)]);
    await publishesWhatCheckFinds(client, folder);
  });

  it('is asked to tell of the settings of every site', async t => {
    const { client } = await connected(t, [folderOf(t, program)], { capabilities: likeVsCode });
    await client.eventually(() => assert.notDeepEqual(client.registrations, []));
    const watched = client.registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
    // Changed, not only made or deleted.
    const changes = watched.filter(({ kind = 7 }) => (kind & WatchKind.Change) !== 0);
    const isTold = picomatch(
      changes.map(({ globPattern }) => globPattern),
      { dot: true },
    );
    assert.deepEqual(
      probedForSites.filter(path => !isTold(`site/${path}`)),
      [],
    );
  });

  it('tells of the files that evidence names', async t => {
    const folder = folderOf(t, program + evidence);
    const { client } = await connected(t, [folder], { capabilities: likeVsCode });
    const shown = new Editor(client);
    await evidenceIsFollowed(folder, client, (path, type) =>
      shown.tell([{ path, uri: uriOf(`${folder}/${path}`), type }]),
    );
  });

  it('is relied on inside its folders, and what is above them the server sees itself', async t => {
    const folder = folderOf(t, program);
    mkdirSync(`${folder}/policies`);
    const { client } = await connected(t, [`${folder}/policies`], { capabilities: likeVsCode });
    await publishesWhatCheckFinds(client, folder);
    write(folder, 'controls/b.md', wrong);
    await publishesWhatCheckFinds(client, folder);
  });
});

/** All files are the client's, and their keys are their URIs. */
const onlyClients: Parameters<typeof serveInMemory>[2] = {
  filesWith: others => others,
  keyOf: uri => uri,
  uriOf: key => key,
};

describe('files that only the client can reach', () => {
  it('are asked for where it says that it reads them, and only there', async t => {
    const folders = { workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] };
    const texts = new Map([
      ['tickmark.yaml', ''],
      ['controls/a.md', wrong],
    ]);
    const { client } = serveInMemory(t, undefined, onlyClients);
    client.connection.onRequest('tickmark/listFiles', ({ folder }: { folder: string }) => {
      assert.equal(folder, uriInMemory('/w'));
      return { files: [...texts.keys()], unlisted: [] };
    });
    client.connection.onRequest(
      'tickmark/readFile',
      ({ uri }: { uri: string }) => texts.get(uri.slice(uriInMemory('/w/').length)) ?? null,
    );
    await client.introduce([], { ...folders, initializationOptions: { files: true } });
    const uri = uriInMemory('/w/controls/a.md');
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/unknown']));
    texts.delete('controls/a.md');
    await client.tellOfFiles([{ uri, type: FileChangeType.Deleted }]);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), []));

    const other = serveInMemory(t, undefined, onlyClients);
    await other.client.introduce([], folders);
    await other.client.connection.sendRequest('tickmark/status', {});
    assert.deepEqual(other.client.told, []);
  });

  it('include what tells the generator of a site', async t => {
    const { client } = serveInMemory(t, undefined, onlyClients);
    const texts = new Map([
      ['tickmark.yaml', 'rules: {preset: strict}\n'],
      ['docs/policies/access.md', '# Access\n\n[a](procedures/grant.md) [b](./nowhere.md)\n'],
      ['docs/procedures/grant.md', '# Grant\n'],
      ['docusaurus.config.js', 'module.exports = {};\n'],
    ]);
    client.connection.onRequest('tickmark/listFiles', () => ({
      files: [...texts.keys()].filter(path => !path.endsWith('.js')),
      unlisted: [],
      sites: ['docusaurus.config.js'],
    }));
    client.connection.onRequest(
      'tickmark/readFile',
      ({ uri }: { uri: string }) => texts.get(uri.slice(uriInMemory('/w/').length)) ?? null,
    );
    await client.introduce([], {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { files: true },
    });
    const uri = uriInMemory('/w/docs/policies/access.md');
    const links = () => client.rulesAt(uri).filter(line => line.endsWith('broken-link'));
    // Docusaurus looks for the first from its content.
    await client.eventually(() => assert.deepEqual(links(), ['2:29-2:41 documents/broken-link']));
  });

  it('may be there where the client could not list all: nothing is then said to be missing', async t => {
    const { client } = serveInMemory(t, undefined, onlyClients);
    const evidence = '- {id: EV-1, controls: [AC-02], performed: 2026-03-01}\n';
    const texts = new Map([
      ['tickmark.yaml', 'preset: strict\nreport: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}\n'],
      ['controls/a.md', `${wrong}[Policy](../policies/access.md)\n`],
      ['evidence/q1.yaml', evidence],
    ]);
    let unlisted = [''];
    client.connection.onRequest('tickmark/listFiles', () => ({ files: [...texts.keys()], unlisted }));
    client.connection.onRequest(
      'tickmark/readFile',
      ({ uri }: { uri: string }) => texts.get(uri.slice(uriInMemory('/w/').length)) ?? null,
    );
    const shown: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    await client.introduce([], {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { files: true },
    });
    const finds = (rule: string) =>
      [...client.published.values()].flat().some(({ code }) => `${code}` === rule);
    await client.eventually(() => assert.ok(finds('criteria/unknown')));
    await client.eventually(() =>
      assert.match(shown.join('\n'), /could not list all files of w\. .*not be shown/),
    );
    const status = JSON.stringify(await client.connection.sendRequest('tickmark/status', {}));
    assert.match(status, /"unreadable":\[""\]/);
    for (const rule of ['coverage/missing', 'documents/unknown-reference', 'documents/broken-link']) {
      assert.ok(!finds(rule), rule);
    }
    texts.set('rules.md', '# Access policy\n\nStaff sign in.\n');
    const { found } = await client.ask(startFolderRequest, { folder: uriInMemory('/w') });
    assert.match(found ?? '', /of the files that could be listed\)$/);
    unlisted = [];
    await client.tellOfFiles([{ uri: uriInMemory('/w/policies'), type: FileChangeType.Created }]);
    await client.eventually(() =>
      assert.ok(finds('coverage/missing') && finds('documents/unknown-reference')),
    );
  });

  it('are not there where the client cannot say what they hold', async t => {
    const { client } = serveInMemory(t, undefined, onlyClients);
    client.connection.onRequest('tickmark/listFiles', () => {
      throw new Error('no such thing');
    });
    client.connection.onRequest('tickmark/readFile', () => {
      throw new Error('no such thing');
    });
    await client.introduce([], {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { files: true },
    });
    assert.deepEqual(await client.connection.sendRequest('tickmark/status', {}), {
      indexing: false,
      programs: [],
    });
  });
});

describe('a day', () => {
  it('that begins is followed', async t => {
    let today = '2026-06-30';
    const calls: (() => void)[] = [];
    const { client, files } = serveInMemory(t, undefined, {
      today: () => today,
      after(milliseconds, call) {
        if (milliseconds > 1000) calls.push(call);
        else setImmediate(call);
        return () => undefined;
      },
    });
    files.texts.set('/w/tickmark.yaml', '');
    files.texts.set(
      '/w/controls/a.md',
      '---\nid: A\nsatisfies: [CC6.1]\nstatus: implemented\nimplementedOn: 2026-07-01\n---\n',
    );
    await client.introduce([], {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { status: true },
    });
    const standing = async () => JSON.stringify(await client.connection.sendRequest('tickmark/status', {}));
    await client.eventually(() => assert.ok(client.told.includes('tickmark/statusChanged')));
    assert.match(await standing(), /"1 designed, 32 missing"/);
    today = '2026-07-01';
    calls.shift()?.();
    assert.match(await standing(), /"1 implemented, 32 missing"/);
    assert.equal(calls.length, 1);
  });
});
