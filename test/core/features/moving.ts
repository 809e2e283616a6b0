// Files and folders of a fixture that move: what becomes of its texts.
import { documentsChanged, moveEdits } from '../../../server/src/core/features/moves/moves.ts';
import { type Move, movedBy } from '../../../server/src/core/features/moves/paths.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { type Fixture, factsOf } from './editingAt.ts';

/** The texts of a fixture's files by their paths. */
export type Texts = ReadonlyMap<string, string>;

/** The texts by their new paths, after what refers to them or lies in them has followed. */
export function textsMoved(fixture: Fixture, moves: readonly Move[]): Texts {
  const moved = movedBy(moves);
  const texts = new Map(fixture.files.map(({ path, text }) => [path, text]));
  const isThere = (path: string) => [...texts.keys()].some(one => one === path || one.startsWith(`${path}/`));
  const moving = { program: fixture.engine.program, moved, isThere };
  for (const path of documentsChanged(moving)) {
    const facts = factsOf(fixture, path);
    texts.set(path, applied(facts.text, moveEdits(path, facts, moving)));
  }
  return new Map([...texts].map(([path, text]) => [moved(path), text]));
}
