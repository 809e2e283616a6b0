// Folds, selections, tokens, new lines, formatting, and refactorings over the wire, as each client counts.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  CodeAction,
  CodeActionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  TokenFormat,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { edited } from './editedTokens.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const policy = '\ufeff---\r\nid: POL-1\r\n---\r\n# Access\r\n\r\n𝒜 é\tSee CC6.1.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const textDocument = { uri };

async function editing(t: TestContext, capabilities: ClientCapabilities, options: object = {}) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts
    .set('/w/policies/access.md', policy)
    .set('/w/controls/all.yaml', 'id: AC-01\n')
    .set('/w/controls/other.yaml', 'id: X\n');
  const { client } = serveInMemory(t, files);
  const { capabilities: announced } = await client.introduce([], {
    capabilities,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    initializationOptions: options,
  });
  await client.open(uri, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client, announced };
}

describe('folds', () => {
  const folds = { textDocument: { foldingRange: {} } };

  it('are announced to clients that ask for them', async t => {
    const { announced } = await editing(t, folds);
    assert.equal(announced.foldingRangeProvider, true);
    const { announced: toNobody } = await editing(t, nothing);
    assert.equal(toNobody.foldingRangeProvider, undefined);
  });

  it('are lines', async t => {
    const { client } = await editing(t, folds);
    assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
      { startLine: 0, endLine: 2 },
      { startLine: 3, endLine: 5 },
    ]);
  });

  it('leave to the editor what it folds in Markdown', async t => {
    const { client } = await editing(t, folds, { markdown: true });
    assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
      { startLine: 0, endLine: 2 },
    ]);
  });

  it('are none of a document of no program: the editor may then fold by indentation', async t => {
    const { client } = await editing(t, folds);
    const other = uriInMemory('/w/notes/other.yaml');
    await client.open(other, 'a:\n  b: 1\n');
    const found = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: other },
    });
    assert.equal(found, null);
  });
});

describe('selections', () => {
  for (const [name, capabilities, count] of [
    ['UTF-16', nothing, inUnits],
    ['bytes', countsBytes, inBytes],
  ] as const)
    it(`are nested, for a client that counts ${name}`, async t => {
      const { client } = await editing(t, capabilities);
      const at = (words: string) => count(policy, policy.indexOf(words));
      const found = await client.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument,
        positions: [at('6.1'), at('POL-1')],
      });
      const steps = (one: SelectionRange | undefined): SelectionRange['range'][] =>
        one ? [one.range, ...steps(one.parent)] : [];
      const range = (words: string) => {
        const start = policy.indexOf(words);
        return { start: count(policy, start), end: count(policy, start + words.length) };
      };
      const [prose, id] = found ?? [];
      assert.deepEqual(steps(prose).slice(0, 2), [range('CC6'), range('CC6.1')]);
      assert.deepEqual(steps(id).slice(0, 3), [range('POL'), range('POL-1'), range('id: POL-1')]);
    });
});

describe('tokens', () => {
  const tokens = {
    workspace: { semanticTokens: { refreshSupport: true } },
    textDocument: {
      semanticTokens: {
        requests: { full: true, range: true },
        tokenTypes: ['variable', 'class'],
        tokenModifiers: [],
        formats: [TokenFormat.Relative],
      },
    },
  };

  for (const [name, encoding, count] of [
    ['UTF-16', {}, inUnits],
    ['bytes', countsBytes, inBytes],
  ] as const)
    it(`say what words are, for a client that counts ${name}`, async t => {
      const { client, announced } = await editing(t, { ...encoding, ...tokens });
      const { legend } = announced.semanticTokensProvider ?? {};
      const shownOf = (data: readonly number[] = []) => {
        const shown: string[] = [];
        let [line, character] = [0, 0];
        for (let i = 0; i < data.length; i += 5) {
          const [lines = 0, characters = 0, length = 0, type = 0, flags = 0] = data.slice(i, i + 5);
          character = lines === 0 ? character + characters : characters;
          line += lines;
          const modifiers = legend?.tokenModifiers.filter((_, bit) => flags & (1 << bit));
          shown.push(
            `${line}:${character}+${length} ${[legend?.tokenTypes[type], ...(modifiers ?? [])].join(' ')}`,
          );
        }
        return shown;
      };
      const at = (words: string) => {
        const { line, character } = count(policy, policy.indexOf(words));
        return `${line}:${character}+${words.length}`;
      };
      const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      const citation = `${at('CC6.1')} variable readonly`;
      assert.deepEqual(shownOf(full?.data), [`${at('POL-1')} class declaration`, citation]);
      const range = { start: { line: 4, character: 0 }, end: { line: 6, character: 0 } };
      const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
        textDocument,
        range,
      });
      assert.deepEqual(shownOf(part?.data), [citation]);
    });

  it('are what has changed since, for a client that asks for that', async t => {
    const requests = { full: { delta: true }, range: true };
    const semanticTokens = { ...tokens.textDocument.semanticTokens, requests };
    const { client, announced } = await editing(t, { ...tokens, textDocument: { semanticTokens } });
    assert.deepEqual(announced.semanticTokensProvider?.full, { delta: true });
    const all = () => client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const since = (previousResultId: string) =>
      client.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId });
    const first = await all();
    await client.change(uri, { text: policy.replace('# Access', '# Access\n\nSee CC6.2.') });
    const changes = await since(first?.resultId ?? '');
    const then = await all();
    assert.ok(changes && 'edits' in changes);
    assert.deepEqual(changes.edits.length, 1);
    assert.deepEqual(edited(first?.data, changes.edits), then?.data);
    assert.deepEqual(await since(then?.resultId ?? ''), { resultId: '4', edits: [] });
    // Of a result that is not the last one, nothing is known any more.
    assert.deepEqual(await since(first?.resultId ?? ''), { resultId: '5', data: then?.data });
  });

  it('are all of them for any other client', async t => {
    const { announced } = await editing(t, tokens);
    assert.equal(announced.semanticTokensProvider?.full, true);
  });

  it('are asked for again once the records are known that running text names, and when others are', async t => {
    const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
    files.texts.set('/w/policies/access.md', policy).set('/w/controls/all.yaml', 'title: Access\n');
    let release: () => void = () => undefined;
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    files.read = async file => {
      await released;
      return files.textOf(file);
    };
    const { client } = serveInMemory(t, files);
    let refreshed = 0;
    client.connection.onRequest(SemanticTokensRefreshRequest.type, () => {
      refreshed++;
      client.heard(SemanticTokensRefreshRequest.method);
    });
    await client.introduce([], {
      capabilities: tokens,
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    });
    const text = policy.replace('CC6.1', 'AC-07');
    await client.open(uri, text);
    const ask = async () =>
      (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.data.length;
    await ask();
    release();
    await client.eventually(() => assert.equal(refreshed, 1));
    const before = await ask();
    await client.change(uri, { text: `${text}More words.` });
    assert.equal(await ask(), before);
    assert.equal(refreshed, 1);
    await client.open(uriInMemory('/w/controls/all.yaml'), 'id: AC-07\n');
    await client.eventually(() => assert.equal(refreshed, 2));
    assert.equal(await ask(), (before ?? 0) + 5);
  });
});

describe('a new line', () => {
  it('in a list of criteria starts the next item', async t => {
    const { client, announced } = await editing(t, nothing);
    assert.deepEqual(announced.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
    const text = '\ufeff---\r\nsatisfies:\r\n  - CC6.1\r\n\r\n---\r\n';
    await client.change(uri, { text });
    const ask = (ch: string) =>
      client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
        textDocument,
        position: { line: 3, character: 0 },
        ch,
        options: { tabSize: 2, insertSpaces: true },
      });
    const at = { line: 3, character: 0 };
    assert.deepEqual(await ask('\n'), [{ range: { start: at, end: at }, newText: '  - ' }]);
    assert.equal(await ask('-'), null);
  });

  it('is left to others in an editor that asks one extension only', async t => {
    const { announced } = await editing(t, nothing, { otherFormatters: true });
    assert.equal(announced.documentOnTypeFormattingProvider, undefined);
  });
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const register = '\ufeff- title: 𝒜\r\n  id: AC-01\r\n- title: B\r\n  id: AC-02\r\n';
  const controls = { uri: uriInMemory('/w/controls/all.yaml') };
  const formattedLines = (line: number, id: string, title: string, character: number) => ({
    range: { start: { line, character }, end: { line: line + 1, character: 11 } },
    newText: `id: ${id}\r\n  title: ${title}`,
  });
  const first = formattedLines(0, 'AC-01', '𝒜', 3);
  const second = formattedLines(2, 'AC-02', 'B', 2);

  it('is that of the records of a YAML document, or of those of a range', async t => {
    const { client, announced } = await editing(t, nothing);
    assert.deepEqual(
      [announced.documentFormattingProvider, announced.documentRangeFormattingProvider],
      [true, true],
    );
    await client.open(controls.uri, register);
    const whole = { textDocument: controls, options };
    assert.deepEqual(await client.connection.sendRequest(DocumentFormattingRequest.type, whole), [
      first,
      second,
    ]);
    const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 5 } };
    assert.deepEqual(
      await client.connection.sendRequest(DocumentRangeFormattingRequest.type, { ...whole, range }),
      [second],
    );
    assert.equal(
      await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
      null,
    );
  });

  it('is a source action for front matter, and in an editor that asks only one formatter', async t => {
    const { client, announced } = await editing(t, likeVsCode, { otherFormatters: true });
    assert.equal(announced.documentFormattingProvider, undefined);
    await client.change(uri, { text: '---\ntitle: A\nid: POL-1\n---\n# A\n' });
    const at = { line: 0, character: 0 };
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['source'] },
    });
    const action = found?.find(one => 'kind' in one && one.kind === 'source.format.tickmark');
    assert.ok(action && 'edit' in action);
    assert.equal(action.title, 'Format front matter');
    const [changed] = action.edit?.documentChanges ?? [];
    assert.ok(changed && 'edits' in changed);
    assert.equal(changed.textDocument.uri, uri);
    assert.deepEqual(changed.edits, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 9 } },
        newText: 'id: POL-1\ntitle: A',
      },
    ]);
  });
});

describe('refactorings', () => {
  const asked = async (t: TestContext, capabilities: ClientCapabilities, text: string, words: string) => {
    const { client, announced } = await editing(t, capabilities);
    await client.change(uri, { text });
    const at = inUnits(text, text.indexOf(words));
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor'] },
    });
    return { found: (found ?? []).filter(one => CodeAction.is(one)), announced };
  };
  const section = '---\nid: POL-1\n---\n# Access\n\n## Reviews\n\nManagers review access.\n';

  it('that make a file are offered to a client that makes it', async t => {
    const { found, announced } = await asked(t, likeVsCode, section, 'Reviews');
    const kinds = announced.codeActionProvider;
    assert.ok(typeof kinds === 'object' && kinds.codeActionKinds?.includes('refactor.extract'));
    const [action] = found;
    assert.equal(action?.kind, 'refactor.extract');
    const [created, filled, edited] = action?.edit?.documentChanges ?? [];
    assert.ok(created && 'kind' in created && created.kind === 'create');
    assert.equal(created.uri, uriInMemory('/w/controls/reviews.yaml'));
    assert.ok(filled && 'edits' in filled && edited && 'edits' in edited);
    assert.equal(edited.textDocument.uri, uri);
  });

  it('that make a file are offered to no other', async t => {
    const { workspace, ...others } = likeVsCode;
    const { found } = await asked(t, { ...others, workspace: { applyEdit: true } }, section, 'Reviews');
    assert.deepEqual(found, []);
  });

  it('that change two documents do so in one edit', async t => {
    const { client } = await editing(t, likeVsCode);
    const controls = uriInMemory('/w/controls/all.yaml');
    const other = uriInMemory('/w/controls/other.yaml');
    const text = 'id: AC-01\nsatisfies: [CC6.1, CC6.2]\n';
    await client.open(controls, text);
    await client.open(other, 'id: AC-02\nsatisfies: [CC6.3]\n');
    const at = inUnits(text, text.indexOf('CC6.2'));
    const ask = async () => {
      const found = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: controls },
        range: { start: at, end: at },
        context: { diagnostics: [], only: ['refactor.move'] },
      });
      const [action] = (found ?? []).filter(one => CodeAction.is(one));
      return (action?.edit?.documentChanges ?? []).map(
        one => 'edits' in one && [one.textDocument, one.edits],
      );
    };
    const insertion = (character: number, end: number, newText: string) => ({
      range: { start: { line: 1, character }, end: { line: 1, character: end } },
      newText,
    });
    assert.deepEqual(await ask(), [
      [{ uri: controls, version: 2 }, [insertion(17, 24, '')]],
      [{ uri: other, version: 3 }, [insertion(17, 17, ', CC6.2')]],
    ]);
  });
});
