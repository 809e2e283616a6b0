// Pages that cite criteria and belong to no program, and folders that are recognized when they are opened.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CodeActionRequest } from 'vscode-languageserver/node';
import { folderOf } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';
import { likeVsCode, nothing } from './presets.ts';

const others = [1, 2, 3].map(i => `=== docs/guide${i}.md\n# Guide\n`).join('');
const page = '# Laptops\n\n* SOC 2: CC6.1, CC6.8\n';
const range = { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } };

describe('an open page that cites criteria and that no program reads', () => {
  for (const [client, capabilities] of Object.entries({ pushed: nothing, pulled: likeVsCode })) {
    it(`is said not to be read, with the fix that has it read (${client})`, async t => {
      const folder = folderOf(t, `=== security/laptops.md\n${page}${others}`);
      const uri = uriOf(`${folder}/security/laptops.md`);
      const { client } = await connected(t, [folder], { capabilities });
      await client.open(uri, page);
      await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['2:9-2:14 scope/not-read']));
      const asked = { textDocument: { uri }, range, context: { diagnostics: [] } };
      const actions = await client.connection.sendRequest(CodeActionRequest.type, asked);
      const titles = actions?.map(({ title }) => title) ?? [];
      if (capabilities === likeVsCode)
        assert.equal(titles[0], 'Create tickmark.yaml with include: [security/**]');
      client.change(uri, { text: '# Laptops\n' });
      await client.eventually(() => assert.deepEqual(client.rulesAt(uri), []));
    });
  }

  it('is read once a manifest lies above it', async t => {
    const folder = folderOf(t, `=== security/laptops.md\n${page} CC9.9\n${others}`);
    const path = `${folder}/security/laptops.md`;
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.open(uriOf(path), readFileSync(path, 'utf8'));
    await client.eventually(() => assert.deepEqual(client.rulesAt(uriOf(path)), ['2:9-2:14 scope/not-read']));
    const manifest = uriOf(`${folder}/tickmark.yaml`);
    writeFileSync(`${folder}/tickmark.yaml`, 'tickmark: 1\n');
    await client.tellOfFiles([{ uri: manifest, type: 1 }]);
    await client.eventually(() => assert.match(client.rulesAt(uriOf(path)).join(), /criteria\/unknown/));
    assert.doesNotMatch(client.rulesAt(uriOf(path)).join(), /scope\/not-read/);
  });
});

describe('a folder of policies that is opened', () => {
  it('shows what the command finds in it', async t => {
    const folder = folderOf(
      t,
      '=== rules/doors-policy.md\n# Door policy\nCC6.4, CC6.9.\n=== rules/keys-policy.md\n# Key policy\nCC6.1.\n',
    );
    const { client } = await connected(t, [folder], { capabilities: nothing });
    const uri = uriOf(`${folder}/rules/doors-policy.md`);
    await client.eventually(() => assert.match(client.rulesAt(uri).join(), /criteria\/unknown/));
  });
});
