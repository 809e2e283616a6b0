// Which records name people and systems: asked from the beginning, or only once everything is there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { analyze } from '../../../server/src/core/engine/analysis.ts';
import { Engine } from '../../../server/src/core/engine.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';

/** @param isAsked whether the engine asks every index after each change */
function engine(isAsked: boolean): Engine {
  return new Engine({ catalog: tsc, today: '2026-06-30', paranoid: isAsked });
}

function put(to: Engine, path: string, text: string | undefined): void {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  to.put([[path, text === undefined ? undefined : analyze(path, text, role, tsc)]]);
}

const naming = ({ program }: Engine, sort: 'person' | 'system', words: string) =>
  [...program.naming(sort, words)].map(({ path, index }) => `${path} ${index}`).sort();

describe('the records that name somebody', () => {
  const steps: readonly (readonly [
    text: string | undefined,
    ana: readonly string[],
    db: readonly string[],
  ])[] = [
    [
      '- id: AC-01\n  owner: Ana\n  performedBy: [ana, ben]\n- id: AC-02\n  systems: [DB, web]\n',
      ['a 0'],
      ['a 1'],
    ],
    ['- id: AC-01\n  owner: ben\n- id: AC-02\n  owner: ana\n  systems: db\n', ['a 1'], ['a 1']],
    ['- id: AC-01\n- id: AC-02\n', [], []],
    ['- id: AC-01\n  owner: ANA\n', ['a 0'], []],
    [undefined, [], []],
  ];
  const [a, b] = ['controls/a.yaml', 'controls/b.yaml'];
  const expected = (found: readonly string[]) => [...found.map(one => one.replace('a', a)), `${b} 0`];

  for (const isAsked of [true, false])
    it(`are those of the latest texts, asked ${isAsked ? 'after each change' : 'at the end'}`, () => {
      for (let count = 1; count <= steps.length; count++) {
        const own = engine(isAsked);
        put(own, b, 'id: AC-09\nowner: ana\nsystems: [db]\n');
        for (const [text, ana, db] of steps.slice(0, count)) {
          put(own, a, text);
          if (!isAsked) continue;
          assert.deepEqual(naming(own, 'person', 'ana'), expected(ana));
          assert.deepEqual(naming(own, 'system', 'db'), expected(db));
        }
        const [, ana = [], db = []] = steps[count - 1] ?? [];
        assert.deepEqual(naming(own, 'person', 'ana'), expected(ana));
        assert.deepEqual(naming(own, 'system', 'db'), expected(db));
      }
    });
});
