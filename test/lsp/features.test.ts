// Completion, hover and quick fixes over the wire, as each kind of client takes them, and positions as each counts them.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  CodeAction,
  CodeActionRequest,
  Command,
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  HoverRequest,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { readExample } from '../../server/src/core/rules/example.ts';
import { actionKinds } from '../../server/src/lsp/codeActions.ts';
import { folderOf } from '../workspace/folder.ts';
import { type Client, connected, uriOf } from './client.ts';
import { type Count, inBytes, inUnits } from './counting.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const program = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
=== controls/sso.md
---
id: AC-02
title: Single sign-on
satisfies: [CC6.2]
---
`;

interface Opened {
  readonly client: Client;
  readonly uri: string;
  readonly text: string;
  readonly cursor: Position;
  readonly folder: string;
}

/** Opens the file of a fixture in which `$0` stands, in a client that has introduced itself so. */
async function openedAt(
  t: TestContext,
  example: string,
  capabilities: ClientCapabilities,
  change: (text: string) => string = text => text,
): Promise<Opened> {
  const fixture = program + example;
  const folder = folderOf(t, fixture);
  const file = readExample(fixture).find(({ cursor }) => cursor !== undefined);
  assert.ok(file?.cursor !== undefined);
  const [before, after] = [file.text.slice(0, file.cursor), file.text.slice(file.cursor)].map(change);
  const text = `${before}${after}`;
  const { client } = await connected(t, [folder], { capabilities });
  const uri = uriOf(`${folder}/${file.path}`);
  await client.open(uri, text);
  const count = capabilities === countsBytes ? inBytes : inUnits;
  return { client, uri, text, folder, cursor: count(text, before?.length ?? 0) };
}

async function completions({ client, uri, cursor }: Opened): Promise<CompletionItem[]> {
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: cursor,
  });
  return (Array.isArray(answer) ? answer : (answer?.items ?? [])).toSorted((a, b) =>
    (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
  );
}

/** A text once edits that do not overlap have been made, by a client that counts so. */
function edited(text: string, edits: readonly TextEdit[], count: Count): string {
  const offsets = new Map(
    Array.from({ length: text.length + 1 }, (_, offset) => [JSON.stringify(count(text, offset)), offset]),
  );
  const at = (position: Position) => {
    const offset = offsets.get(JSON.stringify(position));
    assert.ok(offset !== undefined, `no character begins at ${JSON.stringify(position)}`);
    return offset;
  };
  return edits
    .toSorted((a, b) => at(b.range.start) - at(a.range.start))
    .reduce(
      (so, { range, newText }) => so.slice(0, at(range.start)) + newText + so.slice(at(range.end)),
      text,
    );
}

function editOf(item: CompletionItem | undefined): TextEdit[] {
  const edit = item?.textEdit;
  assert.ok(edit && 'range' in edit);
  return [edit];
}

describe('completion', () => {
  const control = '=== controls/a.md\n---\nid: AC-01\nsatisfies: [CC6.2, $0]\n---\n';

  it('is offered in the order in which it should be shown, and says what it replaces', async t => {
    const opened = await openedAt(t, control, nothing);
    const items = await completions(opened);
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ['CC1.1', 'CC1.2'],
    );
    assert.equal(items.at(-1)?.label, 'CC6.2');
    assert.equal(
      edited(opened.text, editOf(items.find(({ label }) => label === 'CC6.1')), inUnits),
      opened.text.replace('CC6.2, ', 'CC6.2, CC6.1'),
    );
  });

  it('is written as the client takes it', async t => {
    const plain = (await completions(await openedAt(t, control, nothing)))[0];
    assert.equal(typeof plain?.documentation, 'string');
    assert.equal(plain?.kind, CompletionItemKind.Reference);
    assert.equal(plain?.labelDetails, undefined);
    const words = await completions(
      await openedAt(t, '=== controls/a.md\n---\nid: A\nstatus: $0\n---\n', nothing),
    );
    assert.deepEqual(new Set(words.map(({ kind }) => kind)), new Set([CompletionItemKind.Value]));
    const rich = (await completions(await openedAt(t, control, likeVsCode)))[0];
    assert.deepEqual(typeof rich?.documentation === 'object' && rich.documentation.kind, 'markdown');
    assert.equal(rich?.labelDetails?.description, rich?.detail);
  });

  it('is nothing in a document that is not open, or belongs to no program', async t => {
    const opened = await openedAt(t, control, nothing);
    for (const uri of [uriOf(`${opened.folder}/controls/sso.md`), 'untitled:1', uriOf('/nowhere.md')]) {
      assert.deepEqual(await completions({ ...opened, uri }), []);
    }
  });
});

describe('hover', () => {
  const example = '=== policies/a.md\nSee CC6.$01 and AC-02.\n';
  const hoverOf = ({ client, uri, cursor }: Opened) =>
    client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: cursor });

  it('explains the words under the cursor, as the client takes it', async t => {
    const rich = await hoverOf(await openedAt(t, example, likeVsCode));
    assert.deepEqual(rich?.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } });
    assert.match(JSON.stringify(rich?.contents), /"kind":"markdown","value":"\*\*CC6\.1 /);
    const plain = await hoverOf(await openedAt(t, example, nothing));
    assert.equal(typeof plain?.contents, 'string');
    assert.doesNotMatch(JSON.stringify(plain?.contents), /\*|`/);
    const text: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
    assert.match(JSON.stringify(await hoverOf(await openedAt(t, example, text))), /"kind":"plaintext"/);
  });

  it('is nothing elsewhere', async t => {
    assert.equal(await hoverOf(await openedAt(t, '=== policies/a.md\nSee CC6.1 $0there.\n', nothing)), null);
  });
});

describe('quick fixes', () => {
  const example = '=== policies/a.md\n---\nid: a\nsatisfies: [cc6.$01, A1.2]\n---\nText.\n';
  const ask = ({ client, uri, cursor }: Opened, only?: string[]) =>
    client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: cursor, end: cursor },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  /** Opens a document and waits for its findings: the server reads the program while it is asked. */
  const withFindings = async (...args: Parameters<typeof openedAt>) => {
    const opened = await openedAt(...args);
    const { client, uri } = opened;
    for (let tries = 0; tries < 1000; tries++) {
      const asked = { textDocument: { uri } };
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, asked);
      if (report.kind === 'full' && report.items.length > 0) return opened;
    }
    return assert.fail('nothing is found');
  };
  /** Asks until something is offered: what is missing is known only once the server has read every document. */
  const askFor = async (wanted: string, opened: Opened) => {
    for (let tries = 0; tries < 1000; tries++) {
      const actions = (await ask(opened)) ?? [];
      if (actions.some(({ title }) => title === wanted)) return actions;
    }
    return assert.fail(`${wanted} is not offered`);
  };
  const changed = ({ uri, text }: Opened, { changes, documentChanges = [] }: WorkspaceEdit) => {
    const own = documentChanges.flatMap(one =>
      'edits' in one && one.textDocument.uri === uri ? one.edits : [],
    );
    return edited(text, changes?.[uri] ?? own.filter(edit => 'newText' in edit), inUnits);
  };

  it('are offered where their finding is, with it', async t => {
    const opened = await withFindings(t, example, likeVsCode);
    const [action, ...others] = (await ask(opened)) ?? [];
    assert.ok(CodeAction.is(action) && action.edit);
    assert.deepEqual(
      others.map(({ title }) => title),
      [
        ...['here', 'in this file'].map(where => `Silence criteria/spelling ${where}, with a reason`),
        'Why is this here? (criteria/spelling)',
        'Apply all safe fixes of Tickmark',
      ],
    );
    assert.deepEqual([action.title, action.kind, action.isPreferred], ['Write CC6.1', 'quickfix', true]);
    assert.equal(action.diagnostics?.[0]?.code, 'criteria/spelling');
    assert.equal(changed(opened, action.edit), opened.text.replace('cc6.1', 'CC6.1'));
  });

  it('may change another document, open or not', async t => {
    const opened = await withFindings(t, example.replace('cc6.$01, A1.2', 'cc6.1, A1$0.2'), likeVsCode);
    const manifest = uriOf(`${opened.folder}/tickmark.yaml`);
    const [action] = (await ask(opened)) ?? [];
    assert.ok(CodeAction.is(action));
    const at = { line: 1, character: 29 };
    const edits = [{ range: { start: at, end: at }, newText: ', availability' }];
    assert.deepEqual(action.edit?.documentChanges, [
      { textDocument: { uri: manifest, version: null }, edits },
    ]);
    await opened.client.open(manifest, '# More.\nscope: {categories: [security]}\n');
    const [again] = (await ask(opened)) ?? [];
    assert.ok(CodeAction.is(again));
    assert.deepEqual(again.edit?.documentChanges, [{ textDocument: { uri: manifest, version: 2 }, edits }]);
  });

  it('are of the kind that is asked for', async t => {
    const opened = await withFindings(t, example, likeVsCode);
    for (const [kind, count] of [
      ['quickfix', 4],
      ['', 5],
      ['source', 1],
      ['source.fixAll', 1],
      ['source.fixAll.tickmark', 1],
      ['source.fix', 0],
      ['refactor', 0],
      ['source.organizeImports', 0],
    ] as const) {
      assert.equal((await ask(opened, [kind]))?.length, count, kind);
    }
  });

  it('mend all that is safe, of one rule or of every', async t => {
    const twice = '=== policies/a.md\n---\nid: a\nsatisfies: [cc6.$01, cc6.2, CC9.9]\n---\nText.\n';
    const opened = await withFindings(t, twice, likeVsCode);
    const mended = opened.text.replaceAll('cc6', 'CC6');
    for (const [only, title] of [
      [['quickfix'], 'Fix all criteria/spelling in this document'],
      [['source.fixAll'], 'Apply all safe fixes of Tickmark'],
    ] as const) {
      const action = (await ask(opened, [...only]))?.find(one => one.title === title);
      assert.ok(CodeAction.is(action) && action.edit, title);
      assert.equal(changed(opened, action.edit), mended);
    }
    const single = await withFindings(t, example, likeVsCode);
    assert.ok(!(await ask(single, ['quickfix']))?.some(({ title }) => title.startsWith('Fix all')));
  });

  it('make a document where the client can make one, and place the caret where it can', async t => {
    const missing = '=== controls/a.md\n---\nid: A\nsatisfies: [CC6.1]\npolicies: [go$0ne]\n---\nText.\n';
    const opened = await withFindings(t, missing, likeVsCode);
    const actions = await askFor('Create policy gone', opened);
    const create = actions.find(({ title }) => title === 'Create policy gone');
    assert.ok(CodeAction.is(create));
    const uri = uriOf(`${opened.folder}/policies/gone.md`);
    const start = { line: 0, character: 0 };
    const [file, document] = create.edit?.documentChanges ?? [];
    assert.deepEqual(file, { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    assert.ok(document && 'edits' in document);
    const [edit] = document.edits;
    assert.ok(edit && 'newText' in edit);
    assert.deepEqual([document.textDocument.uri, edit.range], [uri, { start, end: start }]);
    assert.match(edit.newText, /^---\nid: gone\ntitle: Gone\nowner: \nversion: 0\.1\nstatus: draft\n/);
    const silence = actions.find(({ title }) => title.startsWith('Silence') && title.includes('here'));
    assert.ok(CodeAction.is(silence));
    assert.match(
      JSON.stringify(silence.edit?.documentChanges),
      /"snippet":\{"kind":"snippet","value":" # tickmark-ignore documents\/unknown-reference: \$0"\}/,
    );
    const { workspaceEdit, ...workspace } = likeVsCode.workspace ?? {};
    assert.ok(workspaceEdit);
    const withoutFiles = await withFindings(t, missing, { ...likeVsCode, workspace });
    const plain = await askFor('Silence documents/unknown-reference here, with a reason', withoutFiles);
    assert.ok(!plain.some(({ title }) => title.startsWith('Create')));
    assert.ok(plain.some(one => CodeAction.is(one) && one.edit?.changes && one.title.startsWith('Silence')));
  });

  it('are commands for a client that takes no others, and applied by them', async t => {
    const opened = await withFindings(t, example, { workspace: { applyEdit: true } });
    const applied: WorkspaceEdit[] = [];
    opened.client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      applied.push(edit);
      return { applied: true };
    });
    const [command] = (await ask(opened)) ?? [];
    assert.ok(Command.is(command));
    assert.equal(command.title, 'Write CC6.1');
    const { title: _, ...params } = command;
    await opened.client.connection.sendRequest(ExecuteCommandRequest.type, params);
    const [edit] = applied;
    assert.ok(edit);
    assert.equal(changed(opened, edit), opened.text.replace('cc6.1', 'CC6.1'));
    await opened.client.connection.sendRequest(ExecuteCommandRequest.type, { ...params, arguments: [7] });
    await opened.client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'other' });
    assert.equal(applied.length, 1);
  });

  it('are none for a client that can neither take nor apply them', async t => {
    assert.deepEqual(await ask(await withFindings(t, example, nothing)), []);
  });

  it('are promised by the server only where the client can apply them', async t => {
    const promised = async (capabilities: ClientCapabilities) => {
      const { codeActionProvider, executeCommandProvider } = (await connected(t, [], { capabilities })).result
        .capabilities;
      return [codeActionProvider, executeCommandProvider?.commands];
    };
    assert.deepEqual(await promised(nothing), [undefined, undefined]);
    assert.deepEqual(await promised({ workspace: { applyEdit: true } }), [
      true,
      ['tickmark.applyEdit', 'tickmark.whyHere'],
    ]);
    assert.deepEqual(await promised(likeVsCode), [
      { codeActionKinds: actionKinds },
      ['tickmark.createRecord', 'tickmark.whyHere'],
    ]);
  });
});

describe('positions', () => {
  const hard = '𝒜 é e\u0301 👩‍👩‍👧\t';

  for (const [name, capabilities, count] of [
    ['UTF-16', nothing, inUnits],
    ['UTF-8', countsBytes, inBytes],
  ] as const) {
    it(`are counted in ${name}, over astral and combining characters, tabs and long line ends`, async t => {
      const example = `=== policies/a.md\n---\nid: a\ntitle: ${hard}\nsatisfies: [CC6.1]\n---\n${hard}see CC6.$01 and ${hard}CC9.9\n`;
      const opened = await openedAt(t, example, capabilities, text => text.replaceAll('\n', '\r\n'));
      const { client, uri, cursor, text } = opened;
      const position = (words: string) => count(text, text.indexOf(words));
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: cursor,
      });
      assert.deepEqual(hover?.range?.start, position('CC6.1 and'));
      const items = await completions(opened);
      const after = edited(text, editOf(items.find(({ label }) => label === 'CC6.3')), count);
      assert.equal(after, text.replace('CC6.1 and', 'CC6.3 and'));
      await client.eventually(() => assert.equal(client.published.get(uri)?.length, 1));
      assert.deepEqual(client.published.get(uri)?.[0]?.range, range(text, 'CC9.9', count));
    });

    it(`are counted in ${name} of documents that are not open, byte order mark left out`, async t => {
      const folder = folderOf(t, `${program}=== policies/a.md\n\ufeff${hard}see CC9.9\n`);
      const { client, result } = await connected(t, [folder], { capabilities });
      assert.equal(result.capabilities.positionEncoding, name.toLowerCase());
      const uri = uriOf(`${folder}/policies/a.md`);
      const text = `${hard}see CC9.9\n`;
      await client.eventually(() =>
        assert.deepEqual(client.published.get(uri)?.[0]?.range, range(text, 'CC9.9', count)),
      );
    });

    it(`are counted in ${name} with the byte order mark, where the client has it in its text`, async t => {
      const example = '=== policies/a.md\n---\nid: a\n---\nsee CC9.9 and CC6.$0\n';
      const marked = await openedAt(t, example, capabilities);
      const { client, uri } = marked;
      const text = `\ufeff${marked.text}`;
      await client.change(uri, { text });
      await client.eventually(() =>
        assert.deepEqual(client.published.get(uri)?.[0]?.range, range(text, 'CC9.9', count)),
      );
      // In the line of the mark itself.
      await client.change(uri, { text: '\ufeffsee CC9.9\n' });
      await client.eventually(() =>
        assert.deepEqual(client.published.get(uri)?.[0]?.range, range('\ufeffsee CC9.9\n', 'CC9.9', count)),
      );
      const start = count('\ufeffsee', 1);
      await client.change(uri, { range: { start, end: count('\ufeffsee', 4) }, text: 'read' });
      await client.eventually(() =>
        assert.deepEqual(client.published.get(uri)?.[0]?.range, range('\ufeffread CC9.9\n', 'CC9.9', count)),
      );
    });
  }

  it('are UTF-16 wherever that is offered or nothing is said', async t => {
    for (const positionEncodings of [undefined, ['utf-32'], ['utf-8', 'utf-16'], []]) {
      const capabilities = positionEncodings ? { general: { positionEncodings } } : {};
      assert.equal((await connected(t, [], { capabilities })).result.capabilities.positionEncoding, 'utf-16');
    }
  });
});

function range(text: string, words: string, count: Count): Range {
  const at = text.indexOf(words);
  return { start: count(text, at), end: count(text, at + words.length) };
}
