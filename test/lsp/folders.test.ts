// Which folders are open, how they are named, and what is a program in them.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DidChangeWorkspaceFoldersNotification, HoverRequest } from 'vscode-languageserver/node';
import { newManifestRequest } from '../../protocol/newManifest.ts';
import { statusRequest } from '../../protocol/status.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { type Client, connected, serve, uriOf } from './client.ts';
import { likeVsCode } from './presets.ts';

const control = (id: string) => `---\nid: ${id}\nsatisfies: [CC9.9]\nowner: it\nfrequency: daily\n---\n`;

/** A program with a finding in one control. */
function programIn(folder: string, below = ''): void {
  write(folder, `${below}tickmark.yaml`, '');
  write(folder, `${below}controls/a.md`, control('AC-01'));
}

const isPublished = (client: Client, ...uris: string[]) =>
  client.eventually(() => assert.deepEqual([...client.published.keys()].sort(), [...uris].sort()));

async function rootsOf(client: Client): Promise<string[]> {
  const { programs } = await client.ask(statusRequest, {});
  return programs.map(({ root }) => root).sort();
}

describe('the folders that are open', () => {
  it('may be several, and may come and go', async t => {
    const [one, other] = [emptyFolder(t), emptyFolder(t)];
    programIn(one);
    programIn(other);
    const { client } = await connected(t, [one], { capabilities: likeVsCode });
    await isPublished(client, uriOf(`${one}/controls/a.md`));
    const folder = { uri: uriOf(other), name: 'other' };
    const tell = (event: { added: (typeof folder)[]; removed: (typeof folder)[] }) =>
      client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    await tell({ added: [folder], removed: [] });
    await isPublished(client, uriOf(`${one}/controls/a.md`), uriOf(`${other}/controls/a.md`));
    assert.deepEqual(await rootsOf(client), [uriOf(one), uriOf(other)].sort());
    await tell({ added: [], removed: [{ uri: uriOf(one), name: one }] });
    await isPublished(client, uriOf(`${other}/controls/a.md`));
  });

  it('may hold several programs, one in another, and lie in one another', async t => {
    const folder = emptyFolder(t);
    programIn(folder, 'a/');
    programIn(folder, 'a/inner/');
    programIn(folder, 'b/');
    const all = ['a', 'a/inner', 'b'].map(name => uriOf(`${folder}/${name}/controls/a.md`));
    const { client } = await connected(t, [folder, `${folder}/a/inner`]);
    await isPublished(client, ...all);
    assert.equal((await rootsOf(client)).length, 3);
    const uri = all[1] ?? '';
    await client.open(uri, control('AC-01').replace('CC9.9', 'CC6.1'));
    await isPublished(client, ...all.filter(other => other !== uri));
  });

  it('may be a part of a program, whose other documents are read as well', async t => {
    const folder = folderOf(t, '=== tickmark.yaml\n');
    programIn(folder);
    write(folder, 'policies/p.md', '---\nid: p\nsatisfies: [CC6.1]\n---\nBy AC-01.\n');
    const { client } = await connected(t, [`${folder}/policies`]);
    await isPublished(client, uriOf(`${folder}/controls/a.md`));
    assert.deepEqual(await rootsOf(client), [uriOf(folder)]);
  });

  it('may be none, or not there', async t => {
    const { client } = await connected(t, [], { rootUri: null, workspaceFolders: null });
    assert.deepEqual(await rootsOf(client), []);
    const { client: other } = await connected(t, ['/nowhere/at/all']);
    assert.deepEqual(await rootsOf(other), []);
  });

  it('may be named as older clients do, by a root or its path', async t => {
    const folder = `${emptyFolder(t)}/a #b% ü`;
    mkdirSync(folder);
    programIn(folder);
    const { client } = await connected(t, [], { workspaceFolders: null, rootUri: uriOf(folder) });
    await isPublished(client, uriOf(`${folder}/controls/a.md`));
    const { client: older } = serve(t);
    await older.introduce([], { workspaceFolders: null, rootUri: null, rootPath: folder });
    await older.eventually(() => assert.equal(older.published.size, 1));
    assert.equal(decodeURIComponent([...older.published.keys()][0] ?? ''), `file://${folder}/controls/a.md`);
  });
});

describe('a document is named as its client names it', () => {
  it('with blanks, other letters and signs, however they are written', async t => {
    const folder = `${emptyFolder(t)}/Nachweise & Prüfung (2026)`;
    mkdirSync(folder);
    programIn(folder);
    const name = 'Zugriff #1 100% 𝒜.md';
    write(folder, `controls/${name}`, control('AC-02'));
    const { client } = await connected(t, [folder]);
    await isPublished(client, uriOf(`${folder}/controls/a.md`), uriOf(`${folder}/controls/${name}`));
    // As clients write it that escape whatever they can.
    const escaped =
      `file://${`${folder}/controls/${name}`.split('/').map(encodeURIComponent).join('/')}`.replaceAll(
        '(',
        '%28',
      );
    await client.open(escaped, control('AC-02'));
    await isPublished(client, uriOf(`${folder}/controls/a.md`), escaped);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: escaped },
      position: { line: 1, character: 5 },
    });
    assert.match(JSON.stringify(hover), /AC-02/);
    await client.close(escaped);
    await isPublished(client, uriOf(`${folder}/controls/a.md`), uriOf(`${folder}/controls/${name}`));
  });

  it('by the link through which its folder is open', async t => {
    const [folder, link] = [emptyFolder(t), `${emptyFolder(t)}/link`];
    programIn(folder);
    symlinkSync(folder, link);
    const { client } = await connected(t, [link]);
    const uri = uriOf(`${link}/controls/a.md`);
    await isPublished(client, uri);
    await client.open(uri, control('AC-01'));
    await client.change(uri, { text: control('AC-01').replace('CC9.9', 'cc6.1') });
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/spelling']));
    assert.equal(client.published.size, 1);
    await client.close(uri);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:12-2:17 criteria/unknown']));
    assert.deepEqual(await rootsOf(client), [uriOf(link)]);
    const made = await client.ask(newManifestRequest, {
      folder: uriOf(link),
      organization: 'A',
      kind: 'soc2',
      type: 1,
      categories: ['security'],
    });
    assert.equal(made.uri, uriOf(`${link}/tickmark.yaml`));
  });

  it('though the same file is open by its own name and by a link', async t => {
    const [folder, link] = [emptyFolder(t), `${emptyFolder(t)}/link`];
    programIn(folder);
    symlinkSync(folder, link);
    const { client } = await connected(t, [folder]);
    const [own, linked] = [uriOf(`${folder}/controls/a.md`), uriOf(`${link}/controls/a.md`)];
    await isPublished(client, own);
    await client.open(linked, control('AC-01'));
    await isPublished(client, linked);
    await client.close(linked);
    await isPublished(client, own);
  });

  it('and one that cannot be understood belongs to no program', async t => {
    const folder = emptyFolder(t);
    programIn(folder);
    const { client } = await connected(t, [folder]);
    await isPublished(client, uriOf(`${folder}/controls/a.md`));
    for (const uri of [
      'file://host/share/a.md',
      'file:///a%2Fb.md',
      'file:///%E0%A4%A',
      'untitled:Untitled-1',
      '',
      'x',
    ]) {
      await client.open(uri, control('AC-01'));
      await client.change(uri, { text: '' });
      const position = { line: 1, character: 5 };
      assert.equal(
        await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
        null,
      );
      await client.close(uri);
    }
    await isPublished(client, uriOf(`${folder}/controls/a.md`));
  });
});
