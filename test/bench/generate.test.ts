import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { type GeneratedFile, generate, writeProgram } from '../../bench/generate.ts';
import { planProgram } from '../../bench/generator/plan.ts';
import { Random } from '../../bench/generator/random.ts';

const documents = 2_000;
const seed = 1;
const files = [...generate({ documents, seed })];
const plan = planProgram(documents, new Random(seed));

describe('a generated program', () => {
  test('is the same for the same seed and another for another seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 100, max: 300 }), (anySeed, count) => {
        const first = [...generate({ documents: count, seed: anySeed })];
        assert.deepEqual(first, [...generate({ documents: count, seed: anySeed })]);
        assert.notDeepEqual(first, [...generate({ documents: count, seed: anySeed + 1 })]);
        assert.equal(new Set(first.map(({ path }) => path)).size, count + 1);
      }),
      { numRuns: 5 },
    );
  });

  test('has documents as long as real ones', () => {
    const sizes = documentsOf(files)
      .map(({ text }) => Buffer.byteLength(text))
      .sort((a, b) => a - b);
    assertNear(sizes[sizes.length / 2], 4_600, 0.1);
    assertNear(sizes[sizes.length * 0.9], 20_000, 0.05);
    assertNear(mean(sizes), 5_850, 0.03);
  });

  test('has front matter of about fifteen keys that YAML reads without complaint', () => {
    const counts = pagesOf(files).map(({ text }) => {
      const frontMatter = parseDocument(text.split(/^---\r?\n/m)[1] ?? '');
      assert.deepEqual(frontMatter.errors, []);
      return Object.keys(frontMatter.toJS()).length;
    });
    assertNear(mean(counts), 16, 0.1);
  });

  test('lists some controls in YAML', () => {
    const registers = files.filter(({ path }) => path.endsWith('.yaml') && path !== 'tickmark.yaml');
    assert.ok(registers.length > documents / 50);
    for (const { text } of registers) {
      const list: unknown = parseDocument(text).toJS();
      assert.ok(Array.isArray(list) && list.length >= 2);
    }
  });

  test('has two flaws a document', () => {
    assertNear(mean(plan.files.map(({ flaws }) => flaws.length)), 2, 0.05);
  });

  test('links only to files and headings that exist, except where a flaw says otherwise', () => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    let [links, broken] = [0, 0];
    for (const { path, text } of files) {
      for (const [, target = '', anchor] of text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)) {
        const page = texts.get(posix.join(posix.dirname(path), target));
        const sound =
          page !== undefined && (anchor === undefined || page.includes(`\n## ${capital(anchor)}`));
        links++;
        if (!sound) broken++;
      }
    }
    const planned = plan.files.flatMap(({ flaws }) =>
      flaws.filter(flaw => flaw === 'broken link' || flaw === 'broken anchor'),
    );
    assert.equal(broken, planned.length);
    assert.ok(links > 4 * documents, `${links} links`);
  });

  test('names only controls and policies that exist, except where a flaw says otherwise', () => {
    const known = new Set(
      files.flatMap(({ text }) => [...text.matchAll(/^(?:- )?id: (\S+)\r?$/gm)].map(([, id]) => id)),
    );
    const named = files.flatMap(({ text }) =>
      [...text.matchAll(/^ *(?:controls|policies): \[(.*)\]\r?$/gm)].map(([, id]) => id),
    );
    const planned = plan.files.filter(({ flaws }) => flaws.includes('unknown reference'));
    assert.equal(named.filter(id => !known.has(id)).length, planned.length);
  });

  test('maps a control in place to each criterion in scope', () => {
    const series = { CC1: 5, CC2: 3, CC3: 4, CC4: 2, CC5: 3, CC6: 8, CC7: 5, CC8: 1, CC9: 2, A1: 3, C1: 2 };
    const scope = Object.entries(series).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => `${group}.${index + 1}`),
    );
    const controls = plan.files.flatMap(file =>
      file.kind === 'control' ? [file] : file.kind === 'register' ? file.controls : [],
    );
    const served = new Set(controls.filter(({ planned }) => !planned).flatMap(({ topic }) => topic.criteria));
    assert.deepEqual([...served].sort(), scope.sort());
  });

  test('has text outside ASCII in one document of twenty, and CRLF in another', () => {
    const share = (pattern: RegExp): number =>
      files.filter(({ text }) => pattern.test(text)).length / documents;
    assert.ok(Math.abs(share(/[^\n\r -~]/) - 0.05) < 0.015, 'not ASCII');
    assert.ok(Math.abs(share(/\r\n/) - 0.05) < 0.015, 'CRLF');
    assert.equal(share(/\r(?!\n)/), 0);
  });

  test('has no huge folder', () => {
    const entries = new Map<string, number>();
    for (const { path } of planProgram(20_000, new Random(seed)).files) {
      entries.set(posix.dirname(path), (entries.get(posix.dirname(path)) ?? 0) + 1);
    }
    assert.ok(Math.max(...entries.values()) < 200);
  });

  test('is refused outside 100 to 100,000 documents', () => {
    for (const count of [99, 100_001, 150.5, Number.NaN]) {
      assert.throws(() => [...generate({ documents: count, seed })], RangeError);
    }
  });
});

test('a program on disk is what was generated, and nothing is mixed with it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-generate-'));
  try {
    writeProgram(folder, { documents: 100, seed });
    const generated = [...generate({ documents: 100, seed })];
    const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
      entry.isFile(),
    );
    assert.equal(onDisk.length, generated.length);
    for (const { path, text } of generated) assert.equal(readFileSync(join(folder, path), 'utf8'), text);
    assert.throws(() => writeProgram(folder, { documents: 100, seed }), /not empty/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function documentsOf(all: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return all.filter(({ path }) => path !== 'tickmark.yaml');
}

function pagesOf(all: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return all.filter(({ path }) => path.endsWith('.md'));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function assertNear(actual: number | undefined, expected: number, tolerance: number): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= expected * tolerance,
    `${actual} is not within ${tolerance * 100} % of ${expected}`,
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
