// Pages over the wire: as data for clients that draw them, as documents of the server's own, and linked to from hovers.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  DefinitionRequest,
  HoverRequest,
  MarkupContent,
  type Position,
  TextDocumentContentRequest,
} from 'vscode-languageserver/node';
import { pageRequest, pagesRequest, type ShownPage, type ShownWords } from '../../protocol/page.ts';
import { textsOf } from '../../server/src/core/pages/texts.ts';
import { leastAbilities } from '../../server/src/lsp/abilities.ts';
import { hrefs } from '../../server/src/lsp/pages.ts';
import { folderOf } from '../workspace/folder.ts';
import { type Client, connected, uriOf } from './client.ts';
import { likeVsCode, nothing } from './presets.ts';

const manifest = `report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
`;
const control = `---
id: AC-01
title: Single *sign-on*
status: implemented
satisfies: [CC6.1, CC6.3]
---
`;
const policy = `# Access

See CC6.1–CC6.3 of SOC 2.
`;
const program = `=== tickmark.yaml
${manifest}=== controls/a.md
${control}=== policies/access.md
${policy}`;

const opensPages: ClientCapabilities = {
  ...likeVsCode,
  workspace: { ...likeVsCode.workspace, textDocumentContent: {} },
};

interface Ready {
  readonly client: Client;
  readonly root: string;
}

/** A client with the policy open, of a server that has read everything. */
async function ready(t: TestContext, capabilities: ClientCapabilities, options = {}): Promise<Ready> {
  const folder = folderOf(t, program);
  const { client } = await connected(t, [folder], { capabilities, initializationOptions: options });
  const root = uriOf(folder);
  await client.open(`${root}/policies/access.md`, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client, root };
}

const page = ({ client, root }: Ready, asked: string): Promise<ShownPage | null> =>
  client.ask(pageRequest, { root, page: asked });

const textDocument = ({ root }: Ready) => ({ uri: `${root}/policies/access.md` });

async function hover(at: Ready, position: Position): Promise<string> {
  const answer = await at.client.connection.sendRequest(HoverRequest.type, {
    textDocument: textDocument(at),
    position,
  });
  const contents = answer?.contents;
  return MarkupContent.is(contents) ? contents.value : typeof contents === 'string' ? contents : '';
}

async function definitions(at: Ready, position: Position): Promise<readonly string[]> {
  const params = { textDocument: textDocument(at), position };
  const answer = await at.client.connection.sendRequest(DefinitionRequest.type, params);
  return [answer ?? []].flat().flatMap(location => ('uri' in location ? location.uri : []));
}

/** Every link of a page, as its words and where it leads. */
function links({ blocks }: ShownPage): (readonly [string, NonNullable<ShownWords['target']>])[] {
  return blocks
    .flatMap(block => textsOf(block).flat())
    .flatMap(inline => (typeof inline === 'string' || !inline.target ? [] : [[inline.text, inline.target]]));
}

const middle = { line: 2, character: 9 };
const end = { line: 2, character: 12 };

describe('tickmark/page', () => {
  it('says what a criterion asks for, and where it stands in the program', async t => {
    const at = await ready(t, nothing);
    const shown = await page(at, 'cc6.1');
    assert.ok(shown);
    assert.deepEqual([shown.page, shown.title], ['CC6.1', 'CC6.1 Logical access protection']);
    assert.ok(shown.blocks.some(block => block.kind === 'heading' && block.text === 'Typical evidence'));
    assert.deepEqual(
      shown.blocks.find(
        block =>
          block.kind === 'paragraph' &&
          typeof block.text[0] === 'object' &&
          block.text[0].text === 'implemented',
      ),
      {
        kind: 'paragraph',
        text: [
          { text: 'implemented', style: 'strong' },
          ': AC-01 is in place. ',
          { text: "(management's view)", style: 'emphasis' },
        ],
      },
    );
  });

  it('links to what is related, and to the documents that cite it, where they do', async t => {
    const at = await ready(t, nothing);
    const shown = await page(at, 'CC6.1');
    assert.ok(shown);
    const found = new Map(links(shown));
    assert.deepEqual(found.get('CC6.2 User registration and removal'), { page: 'CC6.2' });
    assert.deepEqual(found.get('AC-01 Single *sign-on*'), {
      uri: `${at.root}/controls/a.md`,
      range: { start: { line: 4, character: 12 }, end: { line: 4, character: 17 } },
    });
    assert.deepEqual(found.get('Access'), {
      uri: `${at.root}/policies/access.md`,
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
    });
  });

  it('has the controls that map to the criteria of a group, each with a link to where it does', async t => {
    const at = await ready(t, nothing);
    const matrix = (await page(at, 'CC6'))?.blocks.find(block => block.kind === 'matrix');
    assert.deepEqual(matrix?.columns, [
      [
        {
          text: 'AC-01',
          target: {
            uri: `${at.root}/controls/a.md`,
            range: { start: { line: 4, character: 12 }, end: { line: 4, character: 17 } },
          },
        },
      ],
    ]);
    assert.deepEqual(matrix.rows.map(({ signs }) => signs.map(sign => sign?.meaning ?? null)).slice(0, 4), [
      ['key control in place'],
      [null],
      ['key control in place'],
      [null],
    ]);
  });

  it('has every link lead to a page', async t => {
    const at = await ready(t, nothing);
    for (const asked of ['TSC', 'security', 'CC6', 'CC6.1', 'CC6.1-POF2', 'DC 3', 'criteria/unknown']) {
      const shown = await page(at, asked);
      assert.equal(shown?.page, asked);
      for (const [, target] of links(shown)) {
        if ('page' in target) assert.equal((await page(at, target.page))?.page, target.page);
      }
    }
  });

  it('says what to do next, with buttons', async t => {
    const shown = await page(await ready(t, nothing), 'what-next');
    assert.deepEqual(shown && links(shown), [
      ['Propose Criteria', { action: 'proposeCriteria' }],
      ['New Evidence', { action: 'newEvidence' }],
      ['Show Coverage', { action: 'showCoverage' }],
    ]);
  });

  it('is nothing where there is no such thing, or no such program', async t => {
    const at = await ready(t, nothing);
    assert.equal(await page(at, 'CC9.9'), null);
    assert.equal(await page({ ...at, root: 'file:///nowhere' }, 'CC6.1'), null);
  });
});

describe('tickmark/pages', () => {
  it('lists what has a page, and tells what the cursor is at', async t => {
    const at = await ready(t, nothing);
    const { client, root } = at;
    const all = await client.ask(pagesRequest, { root });
    assert.equal(all.here, undefined);
    assert.deepEqual(all.pages[0], { page: 'CC1.1', title: 'CC1.1 Integrity and ethics', kind: 'criterion' });
    assert.deepEqual(
      ['criterion', 'group', 'category', 'descriptionCriterion', 'catalog'].map(
        kind => all.pages.filter(listed => listed.kind === kind).length,
      ),
      [61, 20, 5, 9, 1],
    );
    const here = await client.ask(pagesRequest, {
      root,
      at: { textDocument: textDocument(at), position: end },
    });
    assert.equal(here.here?.page, 'CC6.3');
  });
});

describe('a hover', () => {
  it('links to pages and documents in a client that shows pages', async t => {
    const at = await ready(t, likeVsCode, { pages: true });
    const text = await hover(at, end);
    const command = (asked: string) =>
      `(command:tickmark.showCriterion?${encodeURIComponent(JSON.stringify([{ root: at.root, page: asked }]))})`;
    assert.ok(text.endsWith(`\n\n[Show Criterion]${command('CC6.3')}`), text);
    assert.ok(text.includes(`[CC6.1 Logical access protection]${command('CC6.1')}`));
    assert.ok(text.includes(`- [Access](${at.root}/policies/access.md#L3) · policy`));
  });

  it('shows every member between the ends of a range', async t => {
    const at = await ready(t, likeVsCode, { pages: true });
    assert.deepEqual((await hover(at, middle)).match(/^- \[CC6\.\d/gm), ['- [CC6.1', '- [CC6.2', '- [CC6.3']);
  });

  it('has links that say the same however often they are decoded: VS Code does it twice', () => {
    const root = 'file:///c%3A/a%23b%2525';
    const href = hrefs(root, new Map(), { ...leastAbilities, own: { pages: true } })({ page: 'CC6.1' }) ?? '';
    const once = decodeURIComponent(href.slice(href.indexOf('?') + 1));
    for (const json of [once, decodeURIComponent(once)]) {
      assert.deepEqual(JSON.parse(json), [{ root, page: 'CC6.1' }]);
    }
  });

  it('has no link that a client cannot follow, and no mark-up where it takes none', async t => {
    const marked = await hover(await ready(t, likeVsCode), end);
    assert.doesNotMatch(marked, /tickmark:|command:|Show Criterion/);
    const plain = await hover(await ready(t, nothing), end);
    assert.match(plain, /^CC6\.3 Access by role\n\n/);
    assert.match(plain, /\n- AC-01 Single &#42;sign-on&#42; · control\n- Access · policy\n/);
  });
});

describe('a definition', () => {
  it('is the page of what is cited, of each member of a range, as a document', async t => {
    const at = await ready(t, opensPages);
    const uri = (asked: string) => `tickmark:/${asked}.md?${encodeURIComponent(at.root)}`;
    assert.deepEqual(await definitions(at, end), [uri('CC6.3')]);
    assert.deepEqual(await definitions(at, middle), ['CC6.1', 'CC6.2', 'CC6.3'].map(uri));
    assert.deepEqual(await definitions(at, { line: 2, character: 1 }), []);

    const content = await at.client.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: uri('CC6.3'),
    });
    assert.match(content.text, /^# CC6\.3 Access by role\n/);
    assert.ok(content.text.includes(`[CC6.1 Logical access protection](${uri('CC6.1')})`));
  });

  it('has no links where the client shows pages by itself, and this only for a peek', async t => {
    const at = await ready(t, opensPages, { pages: true });
    const [uri = ''] = await definitions(at, end);
    const content = await at.client.connection.sendRequest(TextDocumentContentRequest.type, { uri });
    assert.match(content.text, /^# CC6\.3 Access by role\n/);
    assert.match(content.text, /CC6\.1 Logical access protection/);
    assert.doesNotMatch(content.text, /\]\(/);
  });

  it('is no page for a client that could not open it', async t => {
    assert.deepEqual(await definitions(await ready(t, likeVsCode), end), []);
  });

  it('that is no page says so', async t => {
    const { client } = await ready(t, opensPages);
    for (const uri of ['tickmark:/CC9.9.md?x', 'tickmark:', 'tickmark:/%.md?%', 'file:///a']) {
      const content = await client.connection.sendRequest(TextDocumentContentRequest.type, { uri });
      assert.equal(content.text, 'This page does not exist.\n');
    }
  });
});
