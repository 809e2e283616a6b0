import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, show, uriOf } from '../documents.ts';
import { places, wordsIn } from '../places.ts';
import { session } from '../tickmark.ts';

const control = 'controls/AC-01-single-sign-on.md';

/** Whether the server sees files that are no documents: in a web extension host it does not. */
const seesFiles = (): boolean => uriOf('').scheme === 'file';

/** The names of items of a hierarchy, sorted. */
const namesOf = (items: readonly vscode.CallHierarchyItem[]): readonly string[] =>
  items.map(({ name }) => name).sort();

suite('navigation', () => {
  teardown(closeAll);

  test('leads from an id to its record and from a criterion to its page, in front matter, YAML, and prose', async () => {
    await session();
    const record = [`${control}: AC-01`];
    equal(await places('Definition', 'registers/risks.yaml', '[AC-01'), record, 'from YAML');
    equal(await places('Definition', 'narratives/control-mapping.md', '| AC-01'), record, 'from a table');
    const policy = ['policies/access-control.md: access-control'];
    equal(await places('Definition', control, '[access-control'), policy, 'from front matter');
    const prose = await places('Definition', 'procedures/access-review.md', '[AC-04');
    equal(prose, ['controls/AC-04-access-reviews.md: AC-04'], 'from prose');
    equal(await places('Declaration', control, 'CC6.1'), ['tickmark:/CC6.1.md'], 'from a criterion');
    const person = await places('Definition', control, 'kenji-watanabe');
    equal(person, ['tickmark.yaml: kenji-watanabe'], 'from a person');
  });

  test('lists every place that names a record or cites a criterion, and what carries it out', async () => {
    await session();
    const named = await places('Reference', control, 'id: AC-01');
    for (const path of [
      'registers/risks.yaml',
      'evidence/configurations.yaml',
      'narratives/control-mapping.md',
    ])
      ok(named.includes(`${path}: AC-01`), `${path} in ${named.join(', ')}`);
    const cited = await places('Reference', control, 'CC6.6');
    for (const path of [control, 'narratives/control-mapping.md'])
      ok(cited.includes(`${path}: CC6.6`), `${path} in ${cited.join(', ')}`);
    const controls = await places('Implementation', 'narratives/control-mapping.md', 'CC6.1');
    ok(controls.includes(`${control}: AC-01`), controls.join(', '));
    const evidence = await places('Implementation', control, 'id: AC-01');
    ok(evidence.includes('evidence/configurations.yaml: EV-AC-01-2026-CONFIG'), evidence.join(', '));
  });

  test('outlines records, finds them by a few letters, marks an id where it is named, and links it', async () => {
    await session();
    const { document, at } = await wordsIn('registers/risks.yaml', 'id: RK-01');
    const ask = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
      vscode.commands.executeCommand<T>(`vscode.${command}`, ...args);
    const outline = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
    ok(outline[0]?.name.startsWith('RK-01 A stolen session'), outline[0]?.name);
    const found = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'single ac1');
    equal(found.map(({ name }) => name)[0], 'AC-01 Single sign-on with multi-factor authentication');
    equal((await ask<unknown[]>('executeDocumentHighlights', document.uri, at)).length, 1, 'the marks');
    const { document: evidence } = await show('evidence/configurations.yaml');
    const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', evidence.uri, 100);
    const linked = links.map(({ range, target }) => `${evidence.getText(range)} ${target?.path}`);
    ok(linked.includes(`AC-01 ${uriOf(control).path}`), linked.join(', '));
    const file = 'files/okta-sign-in-policy-2026-10-20.json';
    equal(linked.includes(`${file} ${uriOf(`evidence/${file}`).path}`), seesFiles(), 'the link to a file');
  });

  test('shows the chain from a criterion to a file, and back', async () => {
    await session();
    const { document, at } = await wordsIn(control, 'CC6.1');
    const command = <T>(name: string, ...args: readonly unknown[]): Thenable<T> =>
      vscode.commands.executeCommand<T>(`vscode.${name}`, ...args);
    const below = async (item: vscode.CallHierarchyItem, name: string): Promise<vscode.CallHierarchyItem> => {
      const calls = await command<vscode.CallHierarchyOutgoingCall[]>('provideOutgoingCalls', item);
      const found = calls.map(({ to }) => to).find(to => to.name.startsWith(name));
      ok(found, `${name} below ${item.name}: ${namesOf(calls.map(({ to }) => to)).join(', ')}`);
      return found;
    };
    const [criterion] = await command<vscode.CallHierarchyItem[]>('prepareCallHierarchy', document.uri, at);
    ok(criterion);
    const evidence = await below(await below(criterion, 'AC-01 '), 'EV-AC-01-2026-CONFIG ');
    if (seesFiles()) await below(evidence, 'okta-sign-in-policy-2026-10-20.json');
    const above = await command<vscode.CallHierarchyIncomingCall[]>('provideIncomingCalls', evidence);
    equal(namesOf(above.map(({ from }) => from)), ['AC-01 Single sign-on with multi-factor authentication']);
  });
});
