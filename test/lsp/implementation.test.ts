// What carries something out, over the wire: places in documents that are not open, and the files of evidence.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type ClientCapabilities, ImplementationRequest, LocationLink } from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const text = '\ufeff# 𝒜ccess\r\n\r\n𝒜 é\tSee CC6.1, AC-01, and EV-1.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const controls = '- {id: AC-01, title: 𝒜, satisfies: [CC6.1]}\n';
const evidence = '- {id: EV-1, controls: AC-01, source: files/list.csv}\n';

async function asking(t: TestContext, capabilities: ClientCapabilities) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n=== evidence/files/list.csv\na\n');
  files.texts.set('/w/policies/access.md', text).set('/w/controls/all.yaml', controls);
  files.texts.set('/w/evidence/all.yaml', evidence);
  const { client } = serveInMemory(t, files);
  await client.introduce([], { capabilities, workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] });
  await client.open(uri, text);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const count = capabilities === countsBytes ? inBytes : inUnits;
  const rangeOf = (source: string, words: string) => ({
    start: count(source, source.indexOf(words)),
    end: count(source, source.indexOf(words) + words.length),
  });
  const implementationOf = (words: string) =>
    client.connection.sendRequest(ImplementationRequest.type, {
      textDocument: { uri },
      position: rangeOf(text, words).start,
    });
  return { client, files, rangeOf, implementationOf };
}

describe('the implementation', () => {
  for (const [name, capabilities] of [
    ['UTF-16', nothing],
    ['bytes', countsBytes],
  ] as const)
    it(`is in documents that are not open, for a client that counts ${name}`, async t => {
      const { rangeOf, implementationOf } = await asking(t, capabilities);
      assert.deepEqual(await implementationOf('CC6.1'), [
        { uri: uriInMemory('/w/controls/all.yaml'), range: rangeOf(controls, 'AC-01') },
      ]);
      assert.deepEqual(await implementationOf('AC-01'), [
        { uri: uriInMemory('/w/evidence/all.yaml'), range: rangeOf(evidence, 'EV-1') },
      ]);
    });

  it('of evidence is its file, while that is there', async t => {
    const { files, implementationOf } = await asking(t, nothing);
    const start = { line: 0, character: 0 };
    assert.deepEqual(await implementationOf('EV-1'), [
      { uri: uriInMemory('/w/evidence/files/list.csv'), range: { start, end: start } },
    ]);
    files.texts.delete('/w/evidence/files/list.csv');
    assert.deepEqual(await implementationOf('EV-1'), []);
  });

  it('comes with the words that it is of, for a client that takes links', async t => {
    const { rangeOf, implementationOf } = await asking(t, {
      ...likeVsCode,
      textDocument: { ...likeVsCode.textDocument, implementation: { linkSupport: true } },
    });
    const [link] = [(await implementationOf('CC6.1')) ?? []].flat();
    assert.ok(LocationLink.is(link));
    assert.deepEqual(link.originSelectionRange, rangeOf(text, 'CC6.1'));
  });

  it('is that of the latest text', async t => {
    const { client, implementationOf } = await asking(t, nothing);
    const own = uriInMemory('/w/controls/all.yaml');
    await client.open(own, controls);
    await client.change(own, { text: '- {id: AC-01}\n' });
    assert.deepEqual(await implementationOf('CC6.1'), []);
    await client.change(own, { text: '- {id: AC-01}\n- {id: AC-02, satisfies: [CC6.1]}\n' });
    const found = [(await implementationOf('CC6.1')) ?? []].flat();
    assert.deepEqual(
      found.map(one => 'range' in one && one.range.start.line),
      [1],
    );
    await client.close(own);
    assert.equal([(await implementationOf('CC6.1')) ?? []].flat().length, 1);
  });
});
