// What an editor shows of the workspace has nothing in it that would be obeyed: no control, no mark of writing direction.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CodeActionRequest, CompletionRequest, HoverRequest } from 'vscode-languageserver/node';
import { pageRequest, pagesRequest } from '../../protocol/page.ts';
import { statusRequest } from '../../protocol/status.ts';
import { treeRequest } from '../../protocol/tree.ts';
import { visible } from '../../server/src/lsp/visible.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { Client } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';

const obeyed = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const root = uriInMemory('/w');
const textDocument = { uri: `${root}/controls/a.md` };
const text = `---
id: AC-01
title: "Review \u202e\u0007of access"
owner: "n\u202eobody"
satisfies: [CC6.1, "CC9\u202e.9"]
policies: ["p\u2066-1", "poliy-one"]
---
See AC-01.
`;

/** A client of a server that has read a program with such marks wherever text may stand, but for the files that are locked. */
async function ready(t: TestContext, ...locked: readonly string[]): Promise<Client> {
  const files = new MemoryFiles(
    `=== tickmark.yaml\norganization: "Bright\u202edesk"\nreport: {id: "s\u202eoc", kind: soc2, type: 1, asOf: 2026-06-30}\n`,
  );
  files.texts.set('/w/controls/a.md', text);
  files.texts.set('/w/policies/p.md', '---\nid: "poli\u202ey-one"\n---\nText.\n');
  for (const path of locked) {
    files.texts.set(path, '');
    files.locked.add(path);
  }
  const { client } = serveInMemory(t, files);
  await client.introduce([], { capabilities: likeVsCode, workspaceFolders: [{ uri: root, name: 'w' }] });
  await client.eventually(() => assert.ok(client.published.size > 0));
  await client.open(textDocument.uri, text);
  return client;
}

/** Asserts that what is shown has marks in it that were made visible, and none that would be obeyed. */
function assertVisible(shown: unknown): void {
  const strings: string[] = [];
  JSON.stringify(shown, (_key, value) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  assert.ok(
    strings.some(one => one.includes('\ufffd')),
    JSON.stringify(shown),
  );
  assert.deepEqual(
    strings.filter(one => obeyed.test(one)),
    [],
  );
}

describe('what an editor shows', () => {
  it('has the same length, and keeps what scripts and emoji need', () => {
    assert.equal(visible('a\u202eb\u0000c\u2069'), 'a\ufffdb\ufffdc\ufffd');
    assert.equal(
      visible('می\u200cخواهم 👩\u200d👩\u200d👧 e\u0301\n\t'),
      'می\u200cخواهم 👩\u200d👩\u200d👧 e\u0301\n\t',
    );
  });

  it('has messages of findings in which nothing is obeyed', async t => {
    const client = await ready(t);
    const found = [...client.published.values()].flat();
    assertVisible(
      found.map(({ message, relatedInformation = [] }) => [
        message,
        relatedInformation.map(one => one.message),
      ]),
    );
  });

  it('has titles of fixes in which nothing is obeyed', async t => {
    const client = await ready(t);
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    const params = { textDocument, range, context: { diagnostics: [] } };
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    assertVisible(actions.map(({ title }) => title));
  });

  it('has a tree in which nothing is obeyed', async t => {
    const client = await ready(t);
    const shown: unknown[] = [];
    const below = async (node?: string): Promise<void> => {
      const { nodes } = await client.ask(treeRequest, {
        view: 'coverage',
        ...(node === undefined ? {} : { node }),
      });
      for (const { id, label, description, tooltip, accessibilityLabel, children } of nodes) {
        assert.ok(accessibilityLabel);
        shown.push([label, description, tooltip, accessibilityLabel]);
        if (children !== 'none' && (node === undefined || /CC6|security/.test(id))) await below(id);
      }
    };
    await below();
    assertVisible(shown);
  });

  it('has a status in which nothing but ids is obeyed', async t => {
    const client = await ready(t);
    const { programs } = await client.ask(statusRequest, {});
    assertVisible(programs.map(({ name, reports }) => [name, reports.map(one => [one.name, one.words])]));
    // It is asked for by this.
    assert.equal(programs[0]?.report, 's\u202eoc');
  });

  it('has names of unreadable files in which nothing is obeyed', async t => {
    const client = await ready(t, '/w/policies/q\u202e\u0007.md');
    const { programs } = await client.ask(statusRequest, {});
    assertVisible(programs.map(({ unreadable }) => unreadable));
  });

  it('has hovers, completions and pages in which nothing is obeyed', async t => {
    const client = await ready(t);
    const hover = { textDocument, position: { line: 7, character: 6 } };
    assertVisible((await client.connection.sendRequest(HoverRequest.type, hover))?.contents);
    const completion = { textDocument, position: { line: 7, character: 9 } };
    const answer = await client.connection.sendRequest(CompletionRequest.type, completion);
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    assertVisible(items.map(({ label, detail, documentation }) => [label, detail, documentation]));
    assertVisible((await client.ask(pageRequest, { root, page: 'CC6.1' }))?.blocks);
    assert.ok((await client.ask(pagesRequest, { root })).pages.every(({ title }) => !obeyed.test(title)));
  });
});
