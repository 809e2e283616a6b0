// Renames in fixtures: what becomes of their files.
import { saidIn } from '../../../server/src/core/features/at/said.ts';
import { renamed } from '../../../server/src/core/features/rename/renamed.ts';
import { renamedFile } from '../../../server/src/core/features/rename/renamedFile.ts';
import {
  type FileRenaming,
  isRefusal,
  type Refusal,
  type Renaming,
  renamingAt,
} from '../../../server/src/core/features/rename/renaming.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import type { ExampleFile } from '../../../server/src/core/rules/example.ts';
import { editingOf, type Fixture, factsOf } from './editingAt.ts';
import type { Marked } from './marked.ts';
import { type Texts, textsMoved } from './moving.ts';

/** The texts after what is at the cursor got another id; the reason where it did not. */
export async function textsAfter(
  { files, engine, editing, offset }: Marked,
  to: string,
): Promise<Texts | Refusal> {
  const renaming = renamingAt(editing, offset) ?? { refusal: 'nothing of ours' };
  if (isRefusal(renaming)) return renaming;
  if (!('file' in renaming)) return textsRenamed({ files, engine }, renaming, to);
  const move = renamedFile(renaming, to, engine.program);
  return isRefusal(move) ? move : textsMoved({ files, engine }, [move]);
}

/** The texts after a rename. */
export async function textsRenamed(
  fixture: Fixture,
  renaming: Renaming,
  to: string,
): Promise<Texts | Refusal> {
  const { program } = fixture.engine;
  const said = [...program.paths()].filter(
    path => saidIn(factsOf(fixture, path), [renaming.from]).length > 0,
  );
  const documents = await renamed(renaming, to, program, {
    named: program.paths(),
    said,
    factsOf: async path => factsOf(fixture, path),
    textOf: async path => factsOf(fixture, path).text,
  });
  if (isRefusal(documents)) return documents;
  const texts = new Map(fixture.files.map(({ path, text }) => [path, text]));
  for (const { path, text, edits } of documents) texts.set(path, applied(text, edits));
  return texts;
}

/** Files with these texts, as a fixture has them. */
export function filesOf(texts: Texts): readonly ExampleFile[] {
  return [...texts].map(([path, text]) => ({ path, text, marks: [], cursor: undefined }));
}

/** The renaming of the id that a record of a document states. */
export function renamingOf(
  fixture: Fixture,
  path: string,
  id: string,
): Renaming | FileRenaming | Refusal | undefined {
  const editing = editingOf(fixture, path);
  const { summary } = editing.facts;
  for (const [record, { id: stated }] of summary.shape.records.entries()) {
    const offset = stated && summary.places[record]?.[2 * stated.at + 1];
    // Behind the last sign, or in the quotes.
    if (stated?.text === id && offset !== undefined)
      return renamingAt(editing, offset - (/["']/.test(editing.facts.text.charAt(offset - 1)) ? 1 : 0));
  }
  return undefined;
}
