import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { emptyFolder, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson, tickmarkWith, withoutPower } from './tickmark.ts';

/** Words that a browser, a style, or a terminal would obey. */
const hostile = '</title><script>x</script>"; } * { display: none } \\ \u202e\u001b[31m <b>&';

function program(t: TestContext, organization: string): string {
  const folder = emptyFolder(t);
  write(
    folder,
    'tickmark.yaml',
    `organization: ${JSON.stringify(organization)}
report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
scope: {categories: [security]}
`,
  );
  write(
    folder,
    'controls/a.yaml',
    `id: AC-01\ntitle: ${JSON.stringify(organization)}\nstatus: implemented\nfrequency: quarterly\nimplementedOn: 2025-01-01\nsatisfies: [CC6.1]\n`,
  );
  write(folder, 'evidence/a.yaml', 'id: EV-01\ncontrols: [AC-01]\nperformed: 2026-03-01\n');
  return folder;
}

const day = ['--as-of', '2026-06-30'] as const;

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a document, as a browser reads it. */
function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if ('tagName' in child) found.push(child);
      if ('childNodes' in child) visit(child);
    }
  };
  visit(parse(html));
  return found;
}

const attribute = (element: Element, name: string) => element.attrs.find(one => one.name === name)?.value;

describe('tickmark report', () => {
  it('says the same in each form', t => {
    const folder = program(t, 'Harbor');
    const text = tickmark(folder, 'report', ...day);
    const markdown = tickmark(folder, 'report', '--format', 'markdown', ...day);
    const html = tickmark(folder, 'report', '--format', 'html', ...day);
    const json = tickmarkJson(folder, 'report', ...day);
    assert.deepEqual([text.code, markdown.code, html.code], [0, 0, 0]);
    const [report] = json.programs[0].reports;
    assert.deepEqual(
      [report.id, report.countedOn, report.title],
      ['soc2', '2026-06-30', 'Harbor: SOC 2 Type II'],
    );
    const headings = report.blocks.filter(({ kind = '' }) => kind === 'heading');
    assert.ok(headings.length >= 5);
    for (const { text: heading } of headings) {
      assert.ok(text.stdout.includes(`\n${heading}\n`), heading);
      assert.ok(markdown.stdout.includes(`\n## ${heading}\n`), heading);
      assert.ok(html.stdout.includes(`<h2>${heading}</h2>`), heading);
    }
  });

  it('is a document of its own: it loads nothing and runs nothing', t => {
    const elements = elementsOf(tickmark(program(t, 'Harbor'), 'report', '--format', 'html', ...day).stdout);
    for (const element of elements) {
      assert.ok(!['script', 'link', 'img', 'iframe', 'object', 'base'].includes(element.tagName));
      for (const { name } of element.attrs) assert.doesNotMatch(name, /^(?:on|src|style$)/);
    }
    const policy = elements.find(one => attribute(one, 'http-equiv') === 'Content-Security-Policy');
    assert.equal(policy && attribute(policy, 'content'), "default-src 'none'; style-src 'unsafe-inline'");
  });

  it('links each criterion to its row, and has each id once', t => {
    const elements = elementsOf(tickmark(program(t, 'Harbor'), 'report', '--format', 'html', ...day).stdout);
    const ids = elements.flatMap(one => attribute(one, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    const links = elements.filter(({ tagName }) => tagName === 'a').map(one => attribute(one, 'href') ?? '');
    assert.ok(links.includes('#r1-CC6.1'));
    for (const link of links) assert.ok(ids.includes(link.slice(1)), link);
  });

  it('obeys nothing that a document says', t => {
    const { stdout } = tickmark(program(t, hostile), 'report', '--format', 'html', ...day);
    const elements = elementsOf(stdout);
    assert.ok(!elements.some(({ tagName }) => tagName === 'script' || tagName === 'b'));
    assert.equal(elements.filter(({ tagName }) => tagName === 'style').length, 1);
    const [style = ''] = /<style>[\s\S]*?<\/style>/.exec(stdout) ?? [];
    assert.doesNotMatch(style, /display: none/);
    for (const format of ['html', 'markdown', 'text'])
      assert.doesNotMatch(
        tickmark(program(t, hostile), 'report', '--format', format, ...day).stdout,
        /\u202e|\p{Cc}\[31m/u,
      );
  });

  it('is the same from the same files', t => {
    const [one, other] = [program(t, 'Harbor'), program(t, 'Harbor')];
    const html = (folder: string) => tickmark(folder, 'report', '--format', 'html', ...day).stdout;
    assert.equal(html(one), html(other));
  });

  it('begins with what could not be read, and ends with 2', { skip: process.platform === 'win32' }, t => {
    const folder = program(t, 'Harbor');
    write(folder, 'controls/b.yaml', 'id: AC-02\n');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'controls', 'b.yaml'), 0);
    const { code, stdout, stderr } = tickmarkWith(
      { ...withoutPower, cwd: folder },
      'report',
      '--format',
      'html',
      ...day,
    );
    assert.equal(code, 2);
    assert.match(stderr, /1 file or folder could not be read, so this result is incomplete/);
    assert.match(
      stdout,
      /<h1>Harbor: SOC 2 Type II<\/h1>\n<p><strong>This report is incomplete: 1 file or folder could not be read\.<\/strong> controls\/b\.yaml<\/p>/,
    );
  });

  it('says that nothing was found, in each form', t => {
    const folder = emptyFolder(t);
    const printed = (format: string) => tickmark(folder, 'report', '--format', format).stdout;
    assert.equal(printed('text'), 'No control documentation found.\n');
    assert.equal(printed('markdown'), '# No report\n\nNo control documentation found.\n');
    assert.match(printed('html'), /<h1>No report<\/h1>\n<p>No control documentation found\.<\/p>/);
  });
});
