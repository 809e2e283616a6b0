// An expression that tries again and again costs more than linear time over texts of one character, and a document may be
// any text. Every expression of the product is looked at, those made when a module is loaded too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { root, sourcesIn } from './project.ts';

interface Expression {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** The expressions that are written in a source. */
function expressionsIn(path: string): Expression[] {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts', target: 'esnext' });
  const found: Expression[] = [];
  for (const { type, start, end } of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })) {
    if (type.label !== 'regexp') continue;
    const literal = code.slice(start, end);
    const close = literal.lastIndexOf('/');
    found.push({ path, source: literal.slice(1, close), flags: literal.slice(close + 1) });
  }
  return found;
}

/** Those that are put together from words when the engine is loaded. */
async function expressionsMade(): Promise<Expression[]> {
  const found: Expression[] = [];
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, args, made) {
      const expression: RegExp = Reflect.construct(target, args, made);
      found.push({ path: 'made when loaded', source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  try {
    await import('../../server/src/core/index.ts');
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}

/** How an expression may cost more than linear time, in words; empty where it does not. */
function slowIn({ source, flags }: Pick<Expression, 'source' | 'flags'>): string[] {
  return analyse(new RegExp(source, flags)).reports.map(
    ({ type, character }) => `${type} over ${character.literal.source}`,
  );
}

describe('every expression takes linear time over a run of one character', async () => {
  const written = ['server/src', 'client/src', 'protocol', 'drawing']
    .flatMap(sourcesIn)
    .filter(path => path.endsWith('.ts'))
    .flatMap(expressionsIn);
  const made = await expressionsMade();

  it('in all sources', () => {
    assert.ok(written.length > 300 && made.length > 5, `${written.length} written, ${made.length} made`);
    const slow = [...written, ...made].flatMap(one =>
      slowIn(one).map(how => `${one.path}: /${one.source}/${one.flags}: ${how}`),
    );
    assert.deepEqual(slow, []);
  });

  for (const source of [
    String.raw`\s+$`,
    String.raw`(?<=a\s+)b`,
    String.raw`^\s*,?\s*x`,
    String.raw`^(\d+)*$`,
  ]) {
    it(`and it would be seen that /${source}/ does not`, () =>
      assert.notDeepEqual(slowIn({ source, flags: '' }), []));
  }
});
