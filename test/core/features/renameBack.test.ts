// A rename there and back gives the bytes that were there, and between the two the program has the findings that it had.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { isRefusal } from '../../../server/src/core/features/rename/renaming.ts';
import { isDocument } from '../../../server/src/core/formats/layouts/endings.ts';
import { sourceOf } from '../../../server/src/core/text/source.ts';
import { engineOf } from '../../fixture.ts';
import type { Fixture } from './editingAt.ts';
import { type Texts, textsMoved } from './moving.ts';
import { filesOf, renamingOf, textsRenamed } from './renaming.ts';

const fresh = 'ZQ-77';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

function textsOfExample(name: string): Texts {
  const folder = join(examples, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isDocument).sort();
  return new Map(paths.map(path => [path, sourceOf(readFileSync(join(folder, path), 'utf8')).text]));
}

function fixtureWith(texts: Texts): Fixture {
  const files = filesOf(texts);
  return { files, engine: engineOf(files, false) };
}

/** The ids that records state and that need no quotes, with the documents in which they do. */
function idsIn({ engine }: Fixture): readonly (readonly [path: string, id: string])[] {
  return [...engine.program.paths()].flatMap(path =>
    engine.program
      .records(path)
      .flatMap(({ shape: { id } }) => (id && !/^on$/i.test(id.text) ? [[path, id.text] as const] : [])),
  );
}

/** The documents that others link to, or refer to by their names. */
function namedFiles({ engine: { program } }: Fixture): readonly string[] {
  return [...program.paths()].filter(
    path =>
      program.linksTo(path).length > 0 ||
      program.records(path).some(({ shape: { stem } }) => stem && program.references(stem).size > 0),
  );
}

/** The findings, with one id written as another, and without what comes and goes with the order of ids. */
function findings({ engine }: Fixture, from = '', to = ''): readonly string[] {
  const lines = [...engine.allFindings()].map(({ path, rule, message }) => `${path} ${rule}: ${message}`);
  return lines.map(line => (from === '' ? line : line.replaceAll(from, to))).sort();
}

/** Renames an id and back, and compares. Gives how many documents were changed. */
async function thereAndBack(texts: Texts, path: string, id: string): Promise<number> {
  const before = fixtureWith(texts);
  const renaming = renamingOf(before, path, id);
  assert.ok(renaming && 'named' in renaming, `${id} of ${path} can be renamed`);
  const there = await textsRenamed(before, renaming, fresh);
  assert.ok(!isRefusal(there), isRefusal(there) ? there.refusal : '');
  const between = fixtureWith(there);
  assert.deepEqual(findings(between, fresh, id), findings(before));
  const way = renamingOf(between, path, fresh);
  assert.ok(way && 'named' in way, `${fresh} of ${path} can be renamed`);
  const back = await textsRenamed(between, way, id);
  assert.ok(!isRefusal(back), isRefusal(back) ? back.refusal : '');
  for (const [document, text] of texts) assert.equal(back.get(document), text, document);
  return [...there].filter(([document, text]) => texts.get(document) !== text).length;
}

describe('a rename there and back', () => {
  for (const name of ['brightdesk', 'payroll-soc1', 'two-catalogs', 'comply-layout']) {
    it(`is the identity in the example ${name}`, async () => {
      const texts = textsOfExample(name);
      const ids = idsIn(fixtureWith(texts));
      assert.ok(ids.length > 0);
      let changed = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), async ([path, id]) => {
          changed += await thereAndBack(texts, path, id);
        }),
        { numRuns: 3 },
      );
      assert.ok(changed > 0);
    });
  }

  it('is the identity in generated programs', async () => {
    await fc.assert(
      fc.asyncProperty(anyProgram, async texts => {
        await thereAndBack(texts, 'controls/all.yaml', 'AC-01');
      }),
      { numRuns: 40 },
    );
  });

  it('of a file is the identity in an example', () => {
    const texts = textsOfExample('brightdesk');
    const before = fixtureWith(texts);
    const said = findings(before);
    const documents = namedFiles(before);
    assert.ok(documents.length > 0);
    let changed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.boolean(), (path, isMoved) => {
        const to = isMoved ? path.replace(/[^/]*$/, 'zq/$&') : path.replace(/[^/]*(?=\.)/, 'zq-77');
        const there = textsMoved(before, [{ from: path, to }]);
        changed += [...there].filter(
          ([document, text]) => document !== to && texts.get(document) !== text,
        ).length;
        const between = fixtureWith(there);
        const now = isMoved
          ? findings(between, 'zq/', '')
          : findings(between, 'zq-77', /[^/]*(?=\.)/.exec(path.replace(/.*\//, ''))?.[0]);
        assert.deepEqual(now, said);
        const back = textsMoved(between, [{ from: to, to: path }]);
        for (const [document, text] of texts) assert.equal(back.get(document), text, document);
      }),
      { numRuns: 4 },
    );
    assert.ok(changed > 0);
  });

  it('of files and folders is the identity in generated programs', () => {
    fc.assert(
      fc.property(anyLinked, fc.constantFrom(...anyMove), (texts, [from, to]) => {
        const before = fixtureWith(texts);
        const there = textsMoved(before, [{ from, to }]);
        const between = fixtureWith(there);
        assert.deepEqual(counts(between), counts(before));
        const back = textsMoved(between, [{ from: to, to: from }]);
        for (const [document, text] of texts) assert.equal(back.get(document), text, document);
      }),
      { numRuns: 60 },
    );
  });
});

const written = fc.constantFrom(
  'AC-01',
  '"AC-01"',
  "'AC-01'",
  '[AC-01, AC-02]',
  '[ "AC-02",AC-01 ]',
  'AC-02, AC-01',
);
const said = fc.constantFrom(
  ...[
    'AC-01',
    'AC-01.',
    '(AC-01)',
    '[AC-01](../controls/all.yaml)',
    '**AC-01**',
    '`AC-01`',
    'AC-011',
    'ac-01',
  ],
  ...[
    '\n\n## AC-01 and more\n\n',
    '[above](#ac-01-and-more)',
    '| AC-01 |',
    '\n- AC-01\n',
    '𝒜 é\t',
    'AC-02/AC-01',
  ],
);
const prose = fc.array(said, { maxLength: 8 }).map(words => words.join(' '));
const lineEnds = fc.constantFrom('\n', '\r\n');

/** A program whose documents name a control in every way. */
const anyProgram: fc.Arbitrary<Texts> = fc
  .record({
    id: fc.constantFrom('AC-01', '"AC-01"', "'AC-01'"),
    written,
    other: written,
    prose,
    text: prose,
    lineEnds,
  })
  .map(({ id, written: first, other, prose: body, text, lineEnds: ends }) => {
    const files = {
      'tickmark.yaml': 'tickmark: 1\n',
      'controls/all.yaml': `- id: ${id}\n  statement: ${JSON.stringify(text)}\n- id: AC-02\n  supersedes: ${first} # AC-01\n`,
      'evidence/a.md': `---\nid: EV-1\ncontrols: ${other}\n---\n# Review\n\n${body}\n`,
    };
    return new Map(Object.entries(files).map(([path, content]) => [path, content.replaceAll('\n', ends)]));
  });

/** How often each rule finds something. */
function counts(fixture: Fixture): readonly string[] {
  return findings(fixture)
    .map(line => line.replace(/^\S+ (\S+):.*/s, '$1'))
    .sort();
}

const anyMove = [
  ['policies/access.md', 'policies/who.md'],
  ['policies/access.md', 'policies/people/access.md'],
  ['policies/access.md', 'policies/it/who.md'],
  ['policies/it', 'policies/technology'],
  ['policies/it', 'policies/people/it'],
  ['policies/it/laptops.md', 'policies/it/people/laptops.md'],
  ['evidence/files', 'evidence/2026'],
  ['evidence/files/list.csv', 'evidence/files/list of 2026.csv'],
  ['evidence/a.md', 'evidence/q1/a.md'],
] as const;

const linkedFrom = {
  'policies/access.md': [
    'it/laptops.md',
    'it/laptops.md#laptops',
    '../evidence/files/list.csv',
    '#access',
    'none.md',
  ],
  'policies/it/laptops.md': [
    '../access.md',
    '../access.md#access',
    '../../evidence/a.md',
    '../../evidence/files/list.csv',
  ],
  'evidence/a.md': ['../policies/access.md', '../policies/it/laptops.md', 'files/list.csv'],
};
const anyForm = fc.constantFrom(
  (to: string) => `[a](${to})`,
  (to: string) => `[a](<${to}> "title")`,
  (to: string) => `![a](x.png) [b](${to} 'b')`,
  (to: string) => `- [c][d]\n\n[d]: ${to}\n`,
  (to: string) => `\`[e](${to})\``,
);

/** A document with links of every form. */
function anyBody(path: keyof typeof linkedFrom): fc.Arbitrary<string> {
  const link = fc.tuple(anyForm, fc.constantFrom(...linkedFrom[path])).map(([form, to]) => form(to));
  return fc.array(link, { maxLength: 4 }).map(links => `${links.join(' and\n\n')}\n`);
}

/** A program whose documents link and refer to each other. */
const anyLinked = fc
  .record({
    access: anyBody('policies/access.md'),
    laptops: anyBody('policies/it/laptops.md'),
    review: anyBody('evidence/a.md'),
    policies: fc.constantFrom(
      '[access, laptops]',
      'access',
      '"laptops"',
      '../policies/access.md',
      'laptops, access',
    ),
    source: fc.constantFrom(
      'files/list.csv',
      'evidence/files/list.csv',
      "'files/list.csv'",
      'evidence/files',
    ),
    lineEnds,
  })
  .map(({ access, laptops, review, policies, source, lineEnds: ends }) => {
    const files = {
      'tickmark.yaml': 'tickmark: 1\ninclude: [policies/it/**]\n',
      'policies/access.md': `# Access\n\n${access}`,
      'policies/it/laptops.md': `# Laptops\n\n${laptops}`,
      'controls/a.yaml': `id: AC-01\npolicies: ${policies}\n`,
      'evidence/a.md': `---\nid: EV-1\ncontrols: [AC-01]\nsource: ${source}\n---\n# Review\n\n${review}`,
      'evidence/files/list.csv': 'a,b\n',
    };
    return new Map(Object.entries(files).map(([path, content]) => [path, content.replaceAll('\n', ends)]));
  });
