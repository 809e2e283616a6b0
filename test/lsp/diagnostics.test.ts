import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  CodeActionRequest,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver/node';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { tickmarkJson } from '../cli/tickmark.ts';
import { folderOf } from '../workspace/folder.ts';
import { checked } from './checked.ts';
import { connected, uriOf } from './client.ts';
import { likeVsCode, nothing } from './presets.ts';
import { byUri, editor, showsWhatCheckFinds } from './shownFindings.ts';

interface Seen {
  readonly file: string;
  readonly rule: string;
  readonly range: { readonly start: Place; readonly end: Place };
}
interface Found extends Seen {
  readonly fingerprint: string;
}
interface Gathered extends Seen {
  readonly fingerprints: readonly string[];
}

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

describe('diagnostics of a client that announces nothing', () => {
  it('are pushed for every document, open or not, and are what `tickmark check` finds', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: nothing });
    const expected = byUri(await checked(diskFiles, [folder]), uriOf);
    await client.eventually(() =>
      assert.equal([...client.published.values()].flat().length, [...expected.values()].flat().length),
    );
    assert.deepEqual([...expected.keys()].sort(), [...client.published.keys()].sort());

    const { findings, gathered }: { findings: Found[]; gathered: Gathered[] } = tickmarkJson(folder, 'check');
    const instead = new Set(gathered.flatMap(({ fingerprints }) => fingerprints));
    assert.ok(instead.size > 0);
    const seen = [...findings.filter(({ fingerprint }) => !instead.has(fingerprint)), ...gathered];
    const ofCheck = seen.map(
      ({ file, rule, range: { start, end } }) =>
        `${file} ${start.line - 1}:${start.column - 1}-${end.line - 1}:${end.column - 1} ${rule}`,
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
    const found = client.published.get(uri)?.find(({ code }) => code === 'documents/placeholder');
    return { link: found?.codeDescription, root: encodeURIComponent(uriOf(folder)) };
  };
  const links: ClientCapabilities = {
    textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
  };

  it('where the client opens it, and has said where', async t => {
    const { link, root } = await linkOf(t, links, { rulePages: 'x://{rule}.md?{root}' });
    assert.deepEqual(link, { href: `x://documents/placeholder.md?${root}` });
    assert.equal((await linkOf(t, links, { rulePages: 7 })).link, undefined);
    assert.equal((await linkOf(t, nothing, { rulePages: 'x://{rule}.md' })).link, undefined);
  });
});

interface Place {
  readonly line: number;
  readonly column: number;
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
    const served = text.replace(
      'satisfies: [CC6.1, CC9.9]',
      'status: implemented\nsatisfies: [CC6.1, CC6.2]',
    );
    shown.open(sso(folder), served);
    await client.eventually(() => {
      assert.ok(!shown.isPulling);
      assert.doesNotMatch(`${shown.shown.get(manifest)}`, /CC6\.2/);
    });
    assert.ok(shown.refreshes > 0);
    const { full, unchanged } = shown.answers;
    shown.change(sso(folder), { text: `${served}More prose.\n` });
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
