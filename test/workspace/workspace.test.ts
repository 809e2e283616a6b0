import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOf } from './changingTexts.ts';
import { MemoryFiles } from './memoryFiles.ts';
import { native, opened, roots, rulesAt } from './opened.ts';
import { Watched } from './watched.ts';

describe('a workspace', () => {
  it('reads the programs of its folders, those above a folder too, and each once', async () => {
    assert.deepEqual(roots(await opened(native)), ['/w']);
    assert.deepEqual(roots(await opened(native, '/w/policies')), ['/w']);
    assert.deepEqual(roots(await opened(native, '/w', '/w/controls')), ['/w']);
    assert.deepEqual(roots(await opened('=== docs/a.md\nText.\n')), []);
  });

  it('gives a document to the nearest program', async () => {
    const watched = await opened(
      `${native}  === sub/tickmark.yaml\n  === sub/controls/a.md\n  ---\n  id: AC-01\n  owner: ana\n  frequency: daily\n  ---\n`,
    );
    assert.deepEqual(roots(watched).sort(), ['/w', '/w/sub']);
    assert.equal(watched.workspace.hostedAt('/w/sub/controls/a.md')?.host.folder.root, '/w/sub');
    assert.equal(watched.workspace.hostedAt('/w/nowhere.md'), undefined);
    assert.deepEqual(rulesAt(watched, '/w/sub/controls/a.md'), ['controls/unmapped']);
  });

  it('takes up a buffer before the call returns, and the file again once it is closed', async () => {
    const watched = await opened(native);
    const key = '/w/controls/a.md';
    assert.ok(rulesAt(watched, key).includes('criteria/unknown'));
    void watched.workspace.setText(
      key,
      '---\nid: AC-01\nowner: ana\nfrequency: daily\nsatisfies: [CC6.1]\n---\n',
    );
    assert.deepEqual(watched.shownAt(key), []);
    await watched.workspace.close(key);
    assert.ok(rulesAt(watched, key).includes('criteria/unknown'));
  });

  it('takes a buffer as it is, a byte order mark in it too', async () => {
    const watched = await opened(native);
    const key = '/w/policies/p.md';
    await watched.type(key, '\ufeff\n# P\n\nSee CC9.9 of SOC 2.\n');
    const shown = watched.shownAt(key);
    assert.match(shown.join(), /criteria\/unknown/);
    await watched.workspace.filesChanged([key]);
    assert.deepEqual(watched.shownAt(key), shown);
  });

  it('says nothing of what is missing before everything is read', async () => {
    const watched = new Watched(new MemoryFiles(native));
    const seen = new Set<string>();
    watched.changed = () => {
      for (const host of watched.workspace.programs) {
        if (host.engine.program.complete) continue;
        for (const { rule } of host.engine.allFindings()) seen.add(rule);
      }
    };
    await watched.look('/w');
    assert.deepEqual([...seen], ['criteria/unknown']);
    assert.ok(rulesAt(watched, '/w/tickmark.yaml').includes('coverage/missing'));
  });

  it('takes back what was shown of an open document that goes while the rest is being read', async () => {
    const watched = new Watched(new MemoryFiles(native));
    const { files, workspace } = watched;
    const key = '/w/controls/a.md';
    let goOn = () => {};
    const rest = new Promise<void>(resolve => (goOn = resolve));
    files.read = async file => {
      if (file === '/w/policies/p.md') await rest;
      return files.texts.get(file);
    };
    void watched.look('/w');
    void watched.type(key, files.texts.get(key) ?? '');
    for (let turn = 0; turn < 1000 && !watched.changedKeys.has(key); turn++) await undefined;
    assert.ok(rulesAt(watched, key).includes('criteria/unknown'));

    watched.changedKeys.clear();
    void watched.close(key);
    files.texts.delete(key);
    void workspace.filesChanged([key]);
    goOn();
    await workspace.idle;
    assert.ok(watched.changedKeys.has(key));
    assert.deepEqual(watched.shownAt(key), []);
  });

  it('tells how far reading is, once it takes more than a moment, and that it is over', async () => {
    const watched = await opened(native);
    assert.equal(watched.progress.at(-1), 'over');
    assert.deepEqual(watched.progress.slice(0, 2), ['0 of 3', '2 of 3']);
    watched.progress.length = 0;
    watched.files.texts.set('/w/controls/b.md', '---\nid: AC-02\n---\n');
    await watched.workspace.filesChanged(['/w/controls/b.md']);
    assert.deepEqual(watched.progress, []);
  });

  it('keeps a program as it is when another comes, and the report that was chosen for it', async () => {
    const watched = await opened(
      native.replace('report: {', 'reports: [{').replace('-30}', '-30}, {id: b}]'),
    );
    const [host] = watched.workspace.programs;
    assert.ok(host);
    assert.equal(watched.workspace.chooseReport(host, 'b'), true);
    assert.equal(watched.workspace.chooseReport(host, 'gone'), false);
    watched.files.texts.set('/w/sub/tickmark.yaml', '');
    await watched.workspace.filesChanged(['/w/sub/tickmark.yaml']);
    assert.deepEqual(roots(watched), ['/w', '/w/sub']);
    assert.equal(watched.workspace.programs[0], host);
    assert.equal(host.engine.program.report.id, 'b');
  });

  it('finds a program by its folders when their files come to say so, and loses it when they no longer do', async () => {
    const watched = await opened('=== other/policies/p.md\nText.\n=== other/controls/c.yaml\nid: A\n');
    const tell = async (text: string) => {
      watched.files.texts.set('/w/other/controls/c.yaml', text);
      await watched.workspace.filesChanged(['/w/other/controls/c.yaml']);
      return roots(watched);
    };
    assert.deepEqual(roots(watched), []);
    assert.deepEqual(await tell('id: A\nsatisfies: [CC6.1]\n'), ['/w/other']);
    assert.deepEqual(await tell('id: A\nsatisfies: [CC6.2]\n'), ['/w/other']);
    assert.deepEqual(await tell('id: A\n'), []);
  });

  it('reads the manifest, however small it says that documents are', async () => {
    const watched = await opened(native);
    await watched.type('/w/tickmark.yaml', 'rules: {documents/too-large: {megabytes: 0}}\n');
    assert.deepEqual(rulesAt(watched, '/w/tickmark.yaml').includes('documents/too-large'), false);
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), ['documents/too-large']);
    assert.deepEqual(watched.picture(), (await watched.afresh()).picture());
  });

  it('reads a file twice only where it has changed', async () => {
    const watched = await opened(native);
    const read: string[] = [];
    watched.files.read = file => {
      read.push(file);
      return watched.files.texts.get(file);
    };
    await watched.workspace.filesChanged(['/w/controls/a.md']);
    assert.deepEqual(read, ['/w/controls/a.md']);
    await watched.workspace.filesChanged([
      '/w/notes.txt',
      '/w/.git/index',
      '/w/node_modules/x/tickmark.yaml',
      '/v/a.md',
    ]);
    assert.deepEqual(read, ['/w/controls/a.md']);
  });

  it('reads everything again when the manifest includes other files', async () => {
    const watched = await opened(`${native}  === docs/d.md\n  See CC9.8.\n`);
    assert.deepEqual(watched.shownAt('/w/docs/d.md'), []);
    await watched.workspace.setText('/w/tickmark.yaml', 'include: [docs/*]\nexclude: [controls/*]\n');
    assert.deepEqual(rulesAt(watched, '/w/docs/d.md'), ['criteria/unknown']);
    assert.deepEqual(watched.shownAt('/w/controls/a.md'), []);
    await watched.workspace.setText('/w/tickmark.yaml', `include: [${'x'.repeat(70_000)}]\n`);
    assert.deepEqual(watched.shownAt('/w/docs/d.md'), []);
    assert.notDeepEqual(watched.shownAt('/w/controls/a.md'), []);
  });

  it('reads everything again when the manifest comes to say what suffixes are', async () => {
    const policy = '  === policies/p.md\n  ---\n  id: p\n  satisfies: [CC6.1.z]\n  ---\n';
    const watched = await opened(native + policy);
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), []);
    await watched.workspace.setText('/w/tickmark.yaml', 'suffixesArePoints: true\n');
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), ['criteria/unknown']);
    await watched.workspace.setText('/w/tickmark.yaml', 'suffixesArePoints: false\n');
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), []);
  });

  it('reads everything again when options of rules change, and nothing when only severities do', async () => {
    const policy = '  === policies/p.md\n  ---\n  id: p\n  satisfies: [CC6.1]\n  ---\n  For ACME.\n';
    const watched = await opened(native + policy);
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), []);
    await watched.workspace.setText('/w/tickmark.yaml', 'rules: {documents/placeholder: {words: [ACME]}}\n');
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), ['documents/placeholder']);
    let reads = 0;
    const { texts } = watched.files;
    watched.files.read = file => {
      reads++;
      return texts.get(file);
    };
    await watched.workspace.setText(
      '/w/tickmark.yaml',
      'rules: {documents/placeholder: {words: [ACME], severity: off}}\n',
    );
    assert.deepEqual(rulesAt(watched, '/w/policies/p.md'), []);
    assert.equal(reads, 0);
  });

  it('follows the catalogs that the manifest names, in buffers and in files that no list has', async () => {
    const cites =
      '  === controls/c.yaml\n  {id: C-1, owner: ana, frequency: daily, satisfies: {Own: [A-1], More: [M-1]}}\n';
    const named = native.replace('report:', 'catalogs: [own.yaml, {file: more.json, name: More}]\n  report:');
    const watched = await opened(`${named}${cites}  === own.yaml\n  name: Own\n  criteria: [{id: A-2}]\n`);
    assert.deepEqual(rulesAt(watched, '/w/controls/c.yaml'), ['criteria/not-in-catalog']);
    assert.deepEqual(rulesAt(watched, '/w/tickmark.yaml').includes('catalog/file'), true);

    watched.files.texts.set('/w/more.json', '{"criteria": [{"id": "M-2"}]}');
    await watched.workspace.filesChanged(['/w/more.json']);
    assert.equal(rulesAt(watched, '/w/tickmark.yaml').includes('catalog/file'), false);
    assert.equal(rulesAt(watched, '/w/controls/c.yaml').length, 2);

    await watched.type('/w/own.yaml', 'name: Own\ncriteria: [{id: A-1}, {id: A-1}]\n');
    assert.deepEqual(rulesAt(watched, '/w/own.yaml'), ['catalog/duplicate-id']);
    assert.equal(rulesAt(watched, '/w/controls/c.yaml').length, 1);

    await watched.close('/w/own.yaml');
    assert.deepEqual(watched.shownAt('/w/own.yaml'), []);
    assert.equal(rulesAt(watched, '/w/controls/c.yaml').length, 2);
    assert.deepEqual(watched.picture(), (await watched.afresh()).picture());
  });

  it('reads none of its documents again when a catalog changes', async () => {
    const named = native.replace('report:', 'catalogs: [own.yaml]\n  report:');
    const watched = await opened(`${named}  === own.yaml\n  name: Own\n  criteria: [{id: A-1}]\n`);
    const reads: string[] = [];
    watched.files.read = file => {
      reads.push(file);
      return watched.files.texts.get(file);
    };
    await watched.type('/w/own.yaml', 'name: Own\ncriteria: [{id: A-2}]\n');
    watched.files.texts.set('/w/own.yaml', '');
    await watched.close('/w/own.yaml');
    assert.deepEqual(reads, ['/w/own.yaml']);
  });

  it('follows the files that evidence names, and looks only for those that may have changed', async () => {
    const watched = await opened(`${native}  === evidence/q1.yaml
  - {id: EV-1, controls: [AC-01], performed: 2026-03-01, source: files/a.csv}
  - {id: EV-2, controls: [AC-01], performed: 2026-03-01, source: files/b.csv, sha256: ${hashOf('two')}}
  === evidence/files/a.csv
  one
`);
    const key = '/w/evidence/q1.yaml';
    const looked: string[] = [];
    const { look } = watched.files;
    watched.files.look = (file, ...others) => {
      looked.push(file);
      return look(file, ...others);
    };
    const tell = async (path: string, text: string | undefined) => {
      looked.length = 0;
      if (text === undefined) watched.files.texts.delete(path);
      else watched.files.texts.set(path, text);
      await watched.workspace.filesChanged([path]);
      return rulesAt(watched, key);
    };
    assert.deepEqual(rulesAt(watched, key), ['evidence/missing-source']);
    assert.deepEqual(await tell('/w/evidence/files/b.csv', 'one'), ['evidence/hash-differs']);
    assert.deepEqual(looked, ['/w/evidence/files/b.csv']);
    assert.deepEqual(await tell('/w/evidence/files/b.csv', 'two'), []);
    assert.deepEqual(await tell('/w/evidence/files/c.csv', ''), []);
    assert.deepEqual(looked, []);
    assert.deepEqual(await tell('/w/evidence/files/a.csv', undefined), ['evidence/missing-source']);
    assert.deepEqual(looked, ['/w/evidence/files/a.csv', '/w/files/a.csv']);
    looked.length = 0;
    const text = watched.files.texts.get(key) ?? '';
    void watched.type(key, text.replaceAll('03-01', '03-02'));
    assert.deepEqual(rulesAt(watched, key), ['evidence/missing-source']);
    await watched.workspace.idle;
    assert.deepEqual(looked, []);
    await watched.type(key, text.replace('a.csv', 'c.csv'));
    assert.deepEqual(rulesAt(watched, key), []);
    assert.deepEqual(looked, ['/w/evidence/files/c.csv']);
    assert.deepEqual(watched.picture(), (await watched.afresh()).picture());
  });

  it('finds a root that comes to be above its folder', async () => {
    const watched = await opened('=== policies/p.md\n---\nid: p\nsatisfies: [CC6.1]\n---\n', '/w/policies');
    const tell = async (key: string, text: string) => {
      watched.files.texts.set(key, text);
      await watched.workspace.filesChanged([key]);
      return roots(watched);
    };
    assert.deepEqual(roots(watched), []);
    assert.deepEqual(await tell('/v/tickmark.yaml', ''), []);
    assert.deepEqual(await tell('/w/controls/c.md', '---\nid: c\n---\n'), ['/w']);
    watched.files.texts.delete('/w/controls/c.md');
    await watched.workspace.filesChanged(['/w/controls']);
    assert.deepEqual(roots(watched), []);
    assert.deepEqual(await tell('/w/tickmark.yaml', ''), ['/w']);
  });

  it('loses the program of a folder that is open and goes', async () => {
    const watched = await opened(native);
    watched.files.texts.clear();
    await watched.workspace.filesChanged(['/w']);
    assert.deepEqual(roots(watched), []);
  });

  it('shows what is wrong in a catalog that lies in another program, and is nothing there', async () => {
    const named = native.replace('report:', 'catalogs: [sub/own.yaml]\n  report:');
    const own = '=== sub/own.yaml\n  name: Own\n  criteria: [{id: A-1}, {id: A-1}]\n';
    const watched = await opened(`${named}  === sub/tickmark.yaml\n  ${own}`);
    assert.deepEqual(roots(watched), ['/w', '/w/sub']);
    assert.deepEqual(rulesAt(watched, '/w/sub/own.yaml'), ['catalog/duplicate-id']);
  });

  it('reads a catalog again whose folder has gone', async () => {
    const named = native.replace('report:', 'catalogs: [lists/own.json]\n  report:');
    const watched = await opened(
      `${named}  === lists/own.json\n  {"name": "Own", "criteria": [{"id": "A-1"}]}\n`,
    );
    assert.equal(rulesAt(watched, '/w/tickmark.yaml').includes('catalog/file'), false);
    watched.files.texts.delete('/w/lists/own.json');
    await watched.workspace.filesChanged(['/w/lists']);
    assert.equal(rulesAt(watched, '/w/tickmark.yaml').includes('catalog/file'), true);
  });

  it('gives a document to a program that comes around it while its buffer changes', async () => {
    const watched = await opened(`${native}  === sub/controls/b.md\n  ---\n  id: B-1\n  ---\n`);
    const key = '/w/sub/controls/b.md';
    watched.files.texts.set('/w/sub/tickmark.yaml', '');
    const { read } = watched.files;
    let isTyped = false;
    watched.files.read = async file => {
      if (file === '/w/sub/tickmark.yaml' && roots(watched).length === 2 && !isTyped) {
        isTyped = true;
        void watched.type(key, '---\nid: B-2\n---\n');
      }
      return read(file);
    };
    await watched.workspace.filesChanged(['/w/sub/tickmark.yaml']);
    assert.equal(isTyped, true);
    assert.deepEqual(watched.hostAt('/w')?.engine.program.summary('sub/controls/b.md'), undefined);
  });

  it('follows the calendar', async () => {
    const fixture =
      '=== tickmark.yaml\n=== controls/a.md\n---\nid: A\nsatisfies: [CC6.1]\nstatus: implemented\nimplementedOn: 2026-07-01\n---\n';
    const watched = await opened(fixture);
    const state = () => {
      const program = watched.workspace.programs[0]?.engine.program;
      return program?.coverage.of(program.report, 'CC6.1').state;
    };
    assert.equal(state(), 'designed');
    watched.today = '2026-07-01';
    watched.workspace.updateToday();
    assert.equal(state(), 'implemented');
  });
});

describe('an open page that no program reads', () => {
  it('is looked at in the folder that is open around it', async () => {
    const watched = await opened('=== a.md\nText.');
    const key = '/w/sub/laptops.md';
    await watched.type(key, '# Laptops\n\n* SOC 2: CC6.1, CC6.8\n');
    const rootNow = () => watched.workspace.strayAt(key)?.host.folder.root;
    assert.equal(rootNow(), '/w');
    await watched.look('/w/sub');
    assert.equal(rootNow(), '/w/sub');
    await watched.look('/other');
    assert.equal(rootNow(), undefined);
  });
});

describe('a page that is saved in a folder without a manifest', () => {
  const policy = '# Door policy\n\nThe door is shut, as CC6.4 of SOC 2 has it.\n';

  it('has the folders listed anew only where it tells something else of them than before', async () => {
    const watched = await opened(
      `=== rules/doors.md\n${policy}=== rules/keys.md\n${policy}=== notes/a.md\n# Notes\n`,
    );
    assert.deepEqual(roots(watched), ['/w']);
    let lists = 0;
    const { list } = watched.files;
    watched.files.list = folder => {
      lists++;
      return list.call(watched.files, folder);
    };
    const save = async (key: string, text: string) => {
      watched.files.texts.set(key, text);
      await watched.workspace.filesChanged([key]);
      return lists;
    };
    await save('/w/rules/doors.md', `${policy}\nCC6.1, too.\n`);
    lists = 0;
    assert.equal(await save('/w/rules/doors.md', `${policy}\nMore, and CC9.9.\n`), 0);
    assert.match(rulesAt(watched, '/w/rules/doors.md').join(), /criteria\/unknown/);
    assert.equal(await save('/w/notes/a.md', '# Other notes\n'), 0);
    assert.ok((await save('/w/notes/b.md', '# New notes\n')) > 0);
    for (const name of ['doors', 'keys']) await save(`/w/rules/${name}.md`, '# Doors\n');
    assert.deepEqual(roots(watched), []);
  });
});
