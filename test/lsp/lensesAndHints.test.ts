// Lenses and hints over the wire: what each client gets, what settings leave out, and when a client is to ask again.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import { statusRequest } from '../../protocol/status.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const evidence = `\ufeff---\r\n# 𝒜 é\r\nid: EV-1\r\ncontrols: [AC-01]\r\n---\r\n𝒜\té CC6.4 of SOC 2.\r\n`;
const controls =
  '- id: AC-01\n  title: Single sign-on\n  satisfies: [CC6.1, CC6.2]\n- id: AC-02\n  satisfies: [CC6.1]\n';
const evidenceUri = uriInMemory('/w/evidence/a.md');
const controlsUri = uriInMemory('/w/controls/all.yaml');
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

interface Asking {
  readonly client: ReturnType<typeof serveInMemory>['client'];
  /** The words of the lenses of the controls. */
  readonly lenses: () => Promise<readonly string[]>;
  /** The words of the hints of the evidence. */
  readonly hints: () => Promise<readonly string[]>;
}

/** A client with both documents open, once the program has been read. */
async function asking(
  t: TestContext,
  capabilities: ClientCapabilities,
  initializationOptions: unknown = {},
  given: unknown = null,
): Promise<Asking> {
  const files = new MemoryFiles('=== tickmark.yaml\nscope: {categories: [security]}\n');
  files.texts.set('/w/evidence/a.md', evidence).set('/w/controls/all.yaml', controls);
  const { client } = serveInMemory(t, files);
  client.connection.onRequest(ConfigurationRequest.type, () => [given]);
  await client.introduce([], {
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(evidenceUri, evidence);
  await client.open(controlsUri, controls);
  while ((await client.ask(statusRequest, {})).indexing);
  return {
    client,
    lenses: async () => {
      const found = await client.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri: controlsUri },
      });
      return (found ?? []).map(({ command, data }) => command?.title ?? data.words);
    },
    hints: async () => {
      const found = await client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri: evidenceUri },
        range: whole,
      });
      return (found ?? []).map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
    },
  };
}

const told = ['2 criteria: 2 designed', '1 reference', 'CC6.1: designed'];
const titles = ['Single sign-on', 'Physical access'];

describe('lenses', () => {
  it('are plain words in an editor that has no commands for them', async t => {
    const { client } = await asking(t, nothing);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri: controlsUri },
    });
    const range = { start: inUnits(controls, 6), end: inUnits(controls, 11) };
    assert.deepEqual(lenses?.slice(0, 2), [
      { range, command: { title: told[0], command: '' } },
      { range, command: { title: told[1], command: '' } },
    ]);
  });

  it('lead to criteria and to the places that refer to a record, where the client has commands for that', async t => {
    const { client, lenses } = await asking(t, likeVsCode, { lenses: true });
    assert.deepEqual(await lenses(), told);
    const found = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri: controlsUri },
    });
    const commands = await Promise.all(
      (found ?? []).map(async lens => {
        assert.equal(lens.command, undefined);
        return (await client.connection.sendRequest(CodeLensResolveRequest.type, lens)).command;
      }),
    );
    const root = uriInMemory('/w');
    const at = evidence.indexOf('AC-01');
    assert.deepEqual(commands, [
      {
        title: told[0],
        command: 'tickmark.showCriterion',
        arguments: [
          {
            root,
            among: [
              { page: 'CC6.1', title: 'CC6.1 Logical access protection', state: 'designed' },
              { page: 'CC6.2', title: 'CC6.2 User registration and removal', state: 'designed' },
            ],
          },
        ],
      },
      {
        title: told[1],
        command: 'tickmark.showReferences',
        arguments: [
          {
            uri: controlsUri,
            position: inUnits(controls, 6),
            locations: [
              { uri: evidenceUri, range: { start: inUnits(evidence, at), end: inUnits(evidence, at + 5) } },
            ],
          },
        ],
      },
      { title: told[2], command: 'tickmark.showCriterion', arguments: [{ root, page: 'CC6.1' }] },
    ]);
  });
});

describe('hints', () => {
  for (const [name, capabilities, count] of [
    ['UTF-16', nothing, inUnits],
    ['bytes', countsBytes, inBytes],
  ] as const) {
    it(`stand behind the ids, for a client that counts ${name}`, async t => {
      const { client } = await asking(t, { ...capabilities, workspace: {} });
      const found = await client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri: evidenceUri },
        range: whole,
      });
      const behind = (words: string) => count(evidence, evidence.indexOf(words) + words.length);
      const id = controls.indexOf('AC-01');
      const range = { start: inUnits(controls, id), end: inUnits(controls, id + 5) };
      assert.deepEqual(found, [
        {
          position: behind('AC-01'),
          label: [{ value: 'Single sign-on', location: { uri: controlsUri, range } }],
          paddingLeft: true,
        },
        { position: behind('CC6.4'), label: 'Physical access', paddingLeft: true },
      ]);
    });
  }

  it('are announced to a client that shows them', async t => {
    const { client } = serveInMemory(t);
    const { capabilities } = await client.introduce([], {
      capabilities: { textDocument: { inlayHint: {} } },
    });
    assert.equal(capabilities.inlayHintProvider, true);
  });
});

describe('settings', () => {
  const off = { codeLens: { coverage: false }, inlayHints: { criteria: false } };

  it('leave out what they turn off, from the beginning', async t => {
    const { lenses, hints } = await asking(t, nothing, off);
    assert.deepEqual([await lenses(), await hints()], [['1 reference'], ['Single sign-on']]);
  });

  it('are those that the client gives, where it can be asked', async t => {
    const asked = { workspace: { configuration: true } };
    const { client, lenses, hints } = await asking(t, asked, {}, off);
    assert.deepEqual([await lenses(), await hints()], [['1 reference'], ['Single sign-on']]);
    client.connection.onRequest(ConfigurationRequest.type, () => [{}]);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.ask(statusRequest, {});
    assert.deepEqual([await lenses(), await hints()], [told, titles]);
  });

  it('are those that the client pushes, and count at once', async t => {
    const refreshes = {
      workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
    };
    const { client, lenses, hints } = await asking(t, refreshes);
    assert.deepEqual([await lenses(), await hints()], [told, titles]);
    const push = (settings: unknown) =>
      client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await push({
      tickmark: { codeLens: { coverage: false, references: false }, inlayHints: { records: false } },
    });
    await client.until(() => client.told.includes(CodeLensRefreshRequest.method));
    await client.until(() => client.told.includes(InlayHintRefreshRequest.method));
    assert.deepEqual([await lenses(), await hints()], [[], ['Physical access']]);
    await push({ other: {} });
    assert.deepEqual([await lenses(), await hints()], [[], ['Physical access']]);
    await push({ tickmark: {} });
    assert.deepEqual([await lenses(), await hints()], [told, titles]);
  });
});

describe('a client that has lenses', () => {
  const refreshes = { workspace: { codeLens: { refreshSupport: true } } };
  const asksAgain = (told: readonly string[]) =>
    told.filter(method => method === CodeLensRefreshRequest.method).length;

  it('is told to ask again once something that they show has changed elsewhere', async t => {
    const { client, lenses } = await asking(t, refreshes);
    assert.deepEqual(await lenses(), told);
    const more = evidence.replace('[AC-01]', '[AC-01, AC-01]');
    await client.change(evidenceUri, { text: more });
    await client.until(() => asksAgain(client.told) > 0);
    assert.deepEqual(await lenses(), [told[0], '2 references', told[2]]);
  });

  it('is not told to if only words have changed, if settings are as before, or if it has not asked', async t => {
    const { client, lenses } = await asking(t, refreshes, { trees: true });
    const changes = async (text: string) => {
      const before = client.told.length;
      await client.change(evidenceUri, { text });
      // The tree is told to have changed with every change, at the same time.
      await client.until(() => client.told.slice(before).includes('tickmark/treeChanged'));
    };
    await changes(evidence.replace('[AC-01]', '[AC-01, AC-02]'));
    assert.equal(asksAgain(client.told), 0);
    await lenses();
    const settings = { tickmark: { codeLens: { coverage: true } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await changes(`${evidence.replace('[AC-01]', '[AC-01, AC-02]')}More words.\n`);
    await lenses();
    assert.equal(asksAgain(client.told), 0);
  });
});

it('a lens about evidence that is due adds it, in a client that can', async t => {
  const files = new MemoryFiles(`=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}}
=== evidence/a.yaml
- {id: EV-1, controls: [AC-01], window: 2025-Q2, performed: 2025-06-01}
`);
  const text = 'id: AC-01\nstatus: implemented\nfrequency: semiannual\n';
  files.texts.set('/w/controls/a.yaml', text);
  const uri = uriInMemory('/w/controls/a.yaml');
  const { client } = serveInMemory(t, files);
  await client.introduce([], {
    capabilities: nothing,
    initializationOptions: { lenses: true, codeLens: { references: false } },
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(uri, text);
  while ((await client.ask(statusRequest, {})).indexing);
  const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  const resolved = lens && (await client.connection.sendRequest(CodeLensResolveRequest.type, lens));
  assert.deepEqual(resolved?.command, {
    title: 'Evidence missing for 2025-H2: add…',
    command: 'tickmark.addEvidence',
    arguments: [{ root: uriInMemory('/w'), control: 'AC-01', window: '2025-H2' }],
  });
});
