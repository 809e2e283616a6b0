// The links of a document over the wire, and the definition of the files that it names.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type ClientCapabilities, DefinitionRequest, DocumentLinkRequest } from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const text = '\ufeff---\r\nid: EV-1\r\ncontrols: [AC-01]\r\nsource: files/a.csv\r\n---\r\n𝒜\tSee AC-01.\r\n';
const uri = uriInMemory('/w/evidence/review.md');
const controls = '\n\n- {title: é, id: AC-01}\n';
const file = '/w/evidence/files/a.csv';

async function asking(t: TestContext, capabilities: ClientCapabilities) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/evidence/review.md', text).set('/w/controls/all.yaml', controls).set(file, 'a\n');
  const { client } = serveInMemory(t, files);
  await client.introduce([], { capabilities, workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] });
  await client.open(uri, text);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const count = capabilities === countsBytes ? inBytes : inUnits;
  const rangeOf = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start: count(text, start), end: count(text, start + words.length) };
  };
  const links = () => client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  return { client, files, rangeOf, links };
}

describe('the links of a document', () => {
  for (const [name, capabilities, column] of [
    ['UTF-16', nothing, 18],
    ['bytes', countsBytes, 19],
  ] as const)
    it(`lead to places of records and to files, for a client that counts ${name}`, async t => {
      const { files, rangeOf, links } = await asking(t, capabilities);
      const target = `${uriInMemory('/w/controls/all.yaml')}#3,${column}`;
      const [inKey, inProse] = [rangeOf('AC-01'), rangeOf('AC-01', text.lastIndexOf('AC-01'))];
      assert.deepEqual(await links(), [
        { range: inKey, target },
        { range: rangeOf('files/a.csv'), target: uriInMemory(file) },
        { range: inProse, target },
      ]);
      files.texts.delete(file);
      assert.equal((await links())?.length, 2);
    });

  it('say what they lead to, where the client shows it', async t => {
    const { links } = await asking(t, {
      ...likeVsCode,
      textDocument: { ...likeVsCode.textDocument, documentLink: { tooltipSupport: true } },
    });
    assert.deepEqual(
      (await links())?.map(({ tooltip }) => tooltip),
      ['AC-01 é', undefined, 'AC-01 é'],
    );
  });

  it('are those of the latest text', async t => {
    const { client, links } = await asking(t, nothing);
    await client.change(uri, { text: '---\nid: EV-1\n---\n' });
    assert.deepEqual(await links(), []);
    await client.change(uri, { text: '---\nid: EV-1\ncontrols: [AC-01]\n---\n' });
    assert.equal((await links())?.length, 1);
  });
});

describe('the definition of a file', () => {
  it('is the file, while it is there', async t => {
    const { client, files, rangeOf } = await asking(t, nothing);
    const ask = () =>
      client.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri },
        position: rangeOf('files/a.csv').end,
      });
    const start = { line: 0, character: 0 };
    assert.deepEqual(await ask(), [{ uri: uriInMemory(file), range: { start, end: start } }]);
    files.texts.delete(file);
    assert.deepEqual(await ask(), []);
  });
});
