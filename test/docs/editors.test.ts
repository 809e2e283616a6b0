// docs/editors.md says for each editor what works there: what the server announces to it, and it asks for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import type { ServerCapabilities, TextDocumentClientCapabilities } from 'vscode-languageserver/node';
import { type Abilities, abilitiesOf } from '../../server/src/lsp/abilities.ts';
import { features } from '../../server/src/lsp/features/features.ts';
import { root } from '../architecture/project.ts';
import { type ClientHabits, clients } from '../lsp/presets.ts';

const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');

/** What an editor and the server have told each other. */
interface Told {
  readonly server: ServerCapabilities;
  readonly abilities: Abilities;
  readonly asks: (request: keyof TextDocumentClientCapabilities) => boolean;
}

function toldBy({ announces, alsoAsks = [] }: ClientHabits): Told {
  const abilities = abilitiesOf({ processId: null, rootUri: null, capabilities: announces });
  const announced = features.map(feature => feature.announces?.(abilities) ?? {});
  const workspace: ServerCapabilities['workspace'] = Object.assign(
    {},
    ...announced.map(one => one.workspace ?? {}),
  );
  const { textDocument, workspace: { codeLens } = {} } = announces;
  return {
    server: Object.assign({}, ...announced, { workspace }),
    abilities,
    asks: request =>
      textDocument?.[request] !== undefined ||
      alsoAsks.includes(request) ||
      // lsp-mode says it of the workspace alone.
      (request === 'codeLens' && codeLens !== undefined),
  };
}

const rows: Readonly<Record<string, (told: Told) => boolean>> = {
  lenses: ({ server, asks }) => server.codeLensProvider !== undefined && asks('codeLens'),
  'inlay hints': ({ server, asks }) => server.inlayHintProvider !== undefined && asks('inlayHint'),
  'colors by meaning': ({ server, asks }) =>
    server.semanticTokensProvider !== undefined && asks('semanticTokens'),
  folding: ({ server, asks }) => server.foldingRangeProvider !== undefined && asks('foldingRange'),
  'expanding the selection': ({ server, asks }) =>
    server.selectionRangeProvider !== undefined && asks('selectionRange'),
  'the next item of a list': ({ server, asks }) =>
    server.documentOnTypeFormattingProvider !== undefined && asks('onTypeFormatting'),
  'call hierarchy': ({ server, asks }) => server.callHierarchyProvider !== undefined && asks('callHierarchy'),
  links: ({ server, asks }) => server.documentLinkProvider !== undefined && asks('documentLink'),
  'moving files': ({ server }) => server.workspace?.fileOperations?.willRename !== undefined,
  'fixes that create documents': ({ abilities }) => abilities.createsFiles && abilities.actions === 'literal',
  'preview of a rename': ({ abilities }) => abilities.changeAnnotations,
};

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim());
const [head = '', , ...lines] = /(?:^\|.*\n)+/m.exec(page)?.[0].trim().split('\n') ?? [];
const [, ...columns] = cellsOf(head);

it('the table has a column for each editor, and a row for each feature that not every editor has', () => {
  assert.deepEqual(columns.toSorted(), clients.flatMap(({ column }) => column ?? []).toSorted());
  assert.deepEqual(
    lines.map(line => cellsOf(line)[0]),
    Object.keys(rows),
  );
});

for (const line of lines) {
  const [feature = '', ...cells] = cellsOf(line);
  it(`the row "${feature}" says what each editor gets`, () => {
    const expected = columns.map(column => {
      const client = clients.find(one => one.column === column);
      return client && rows[feature]?.(toldBy(client)) ? 'yes' : '';
    });
    assert.deepEqual(cells, expected);
  });
}

it('every editor has a section, and says whether it was run or its settings were read', () => {
  const sections = page.split(/^###? /m);
  for (const column of columns) {
    const section = sections.find(one => one.startsWith(`${column}\n`));
    assert.ok(section, `there is no section for ${column}`);
    assert.match(section, /^Tickmark's tests run |\b(?:is|are) read from the /m, column);
  }
});
