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
import { filesOf, renamingOf, type Texts, textsRenamed } from './renaming.ts';

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

/** The findings, with one id written as another, and without what comes and goes with the order of ids. */
function findings({ engine }: Fixture, from = '', to = ''): readonly string[] {
  const lines = [...engine.allFindings()].map(({ path, rule, message }) => `${path} ${rule}: ${message}`);
  return lines.map(line => (from === '' ? line : line.replaceAll(from, to))).sort();
}

/** Renames an id and back, and compares. Gives how many documents were changed. */
async function thereAndBack(texts: Texts, path: string, id: string): Promise<number> {
  const before = fixtureWith(texts);
  const renaming = renamingOf(before, path, id);
  assert.ok(renaming && !isRefusal(renaming), `${id} of ${path} can be renamed`);
  const there = await textsRenamed(before, renaming, fresh);
  assert.ok(!isRefusal(there), isRefusal(there) ? there.refusal : '');
  const between = fixtureWith(there);
  assert.deepEqual(findings(between, fresh, id), findings(before));
  const way = renamingOf(between, path, fresh);
  assert.ok(way && !isRefusal(way), `${fresh} of ${path} can be renamed`);
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
