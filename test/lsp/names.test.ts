// What is named, over the wire: in documents that are open or not, as each client counts and takes it.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  FileChangeType,
  LocationLink,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const mark = '\ufeff';
const policy = `${mark}---\r\nid: POL-1\r\n---\r\n# Access\r\n\r\n𝒜 é\tSee AC-02 and AC-02.\r\n`;
const controls = `- id: AC-01\n- id: AC-02 # 𝒜\n  title: é\n  policies: [POL-1]\n`;
const policyUri = uriInMemory('/w/policies/access.md');
const controlsUri = uriInMemory('/w/controls/all.yaml');

interface Asking {
  readonly files: MemoryFiles;
  /** The range of the words that come next in a document, as the client counts. */
  readonly rangeOf: (text: string, words: string, from?: number) => Range;
  readonly at: { readonly textDocument: { readonly uri: string }; readonly position: Range['start'] };
  readonly client: ReturnType<typeof serveInMemory>['client'];
}

/** A client with the policy open, and the caret in the first id of its prose. */
async function asking(t: TestContext, capabilities: ClientCapabilities): Promise<Asking> {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', policy).set('/w/controls/all.yaml', controls);
  const { client } = serveInMemory(t, files);
  await client.introduce([], {
    capabilities,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(policyUri, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const count = capabilities === countsBytes ? inBytes : inUnits;
  const rangeOf = (text: string, words: string, from = 0): Range => {
    const start = text.indexOf(words, from);
    assert.ok(start >= 0);
    return { start: count(text, start), end: count(text, start + words.length) };
  };
  const position = count(policy, policy.indexOf('AC-02') + 2);
  return { files, rangeOf, at: { textDocument: { uri: policyUri }, position }, client };
}

for (const [name, capabilities] of [
  ['a client that counts UTF-16', nothing],
  ['a client that counts bytes', countsBytes],
] as const) {
  describe(`names, for ${name}`, () => {
    it('have their definition in a document that is not open', async t => {
      const { rangeOf, at, client } = await asking(t, capabilities);
      const found = await client.connection.sendRequest(DefinitionRequest.type, at);
      assert.deepEqual(found, [{ uri: controlsUri, range: rangeOf(controls, 'AC-02') }]);
    });

    it('are found in every document, open or not', async t => {
      const { rangeOf, client } = await asking(t, capabilities);
      await client.close(policyUri);
      await client.open(controlsUri, controls);
      const ask = (includeDeclaration: boolean) =>
        client.connection.sendRequest(ReferencesRequest.type, {
          textDocument: { uri: controlsUri },
          position: rangeOf(controls, 'AC-02').start,
          context: { includeDeclaration },
        });
      const said = [policy.indexOf('AC-02'), policy.lastIndexOf('AC-02')].map(from => ({
        uri: policyUri,
        range: rangeOf(policy, 'AC-02', from),
      }));
      assert.deepEqual(await ask(false), said);
      assert.deepEqual(await ask(true), [{ uri: controlsUri, range: rangeOf(controls, 'AC-02') }, ...said]);
    });

    it('are highlighted', async t => {
      const { rangeOf, at, client } = await asking(t, capabilities);
      const found = await client.connection.sendRequest(DocumentHighlightRequest.type, at);
      const [first, second] = [policy.indexOf('AC-02'), policy.lastIndexOf('AC-02')];
      const kind = DocumentHighlightKind.Read;
      assert.deepEqual(
        found,
        [first, second].map(from => ({ range: rangeOf(policy, 'AC-02', from), kind })),
      );
    });
  });
}

describe('a definition', () => {
  it('comes with the words that it is of, for a client that takes links', async t => {
    const links = {
      ...likeVsCode,
      textDocument: { ...likeVsCode.textDocument, definition: { linkSupport: true } },
    };
    const { rangeOf, at, client } = await asking(t, links);
    const found = await client.connection.sendRequest(DefinitionRequest.type, at);
    const [link] = [found ?? []].flat();
    assert.ok(LocationLink.is(link));
    assert.deepEqual(link.originSelectionRange, rangeOf(policy, 'AC-02'));
    assert.deepEqual([link.targetUri, link.targetSelectionRange], [controlsUri, rangeOf(controls, 'AC-02')]);
  });

  it('is that of the latest text of an open document', async t => {
    const { at, client } = await asking(t, nothing);
    const text = `\n\n${controls}`;
    await client.open(controlsUri, text);
    const found = [(await client.connection.sendRequest(DefinitionRequest.type, at)) ?? []].flat();
    assert.deepEqual(
      found.map(one => 'range' in one && one.range.start),
      [inUnits(text, text.indexOf('AC-02'))],
    );
  });
});

describe('references', () => {
  it('are those of the latest texts, of files and of buffers', async t => {
    const { files, at, client } = await asking(t, nothing);
    const uris = async () => {
      const found = await client.connection.sendRequest(ReferencesRequest.type, {
        ...at,
        context: { includeDeclaration: false },
      });
      return (found ?? []).map(
        ({ uri, range }) => `${uri.slice(uriInMemory('/w/').length)}:${range.start.line}`,
      );
    };
    const own = ['policies/access.md:5', 'policies/access.md:5'];
    assert.deepEqual(await uris(), own);
    const file = '/w/policies/laptops.md';
    const front = '---\nid: POL-2\nsupersedes: AC-02\n---\n';
    files.texts.set(file, `${front}# Laptops\n\nAC-02 is about laptops.\n`);
    await client.tellOfFiles([{ uri: uriInMemory(file), type: FileChangeType.Created }]);
    assert.deepEqual(await uris(), [...own, 'policies/laptops.md:2', 'policies/laptops.md:6']);
    await client.open(uriInMemory(file), `${front}# Laptops\n\n\nAC-02 is about laptops.\n`);
    assert.deepEqual(await uris(), [...own, 'policies/laptops.md:2', 'policies/laptops.md:7']);
    await client.change(uriInMemory(file), { text: '# Laptops\n' });
    assert.deepEqual(await uris(), own);
    await client.close(uriInMemory(file));
    assert.deepEqual(await uris(), [...own, 'policies/laptops.md:2', 'policies/laptops.md:6']);
  });

  it('are those of a full name or title in prose, with the title or name as it is now', async t => {
    const { files, client } = await asking(t, nothing);
    const title = (words: string) => `---\nid: POL-1\ntitle: ${words}\n---\nText.\n`;
    await client.change(policyUri, { text: title('Access control policy') });
    const file = '/w/policies/laptops.md';
    files.texts.set(file, '# Laptops\n\nSee the Access Control Policy and the Office Access Policy.\n');
    await client.tellOfFiles([{ uri: uriInMemory(file), type: FileChangeType.Created }]);
    const places = async () => {
      const found = await client.connection.sendRequest(ReferencesRequest.type, {
        ...{ textDocument: { uri: policyUri }, position: { line: 1, character: 6 } },
        context: { includeDeclaration: false },
      });
      return (found ?? []).map(
        ({ uri, range: { start, end } }) =>
          `${uri.slice(uriInMemory('/w/').length)}:${start.line}:${start.character}-${end.character}`,
      );
    };
    const under = 'controls/all.yaml:3:13-18';
    assert.deepEqual(await places(), [under, 'policies/laptops.md:2:8-29']);
    await client.change(policyUri, { text: title('Office access policy') });
    assert.deepEqual(await places(), [under, 'policies/laptops.md:2:38-58']);
  });
});
