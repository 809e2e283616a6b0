// What refers to files and folders that move, or lies in them, follows.
import type { DocumentFacts } from '../../formats/facts.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { writtenIn } from '../../program/pointing.ts';
import type { Program } from '../../program/program.ts';
import { pathsOfSource } from '../../program/sources.ts';
import { linkEdits, linksMove } from './links.ts';
import { manifestEdits } from './manifest.ts';
import { type Moving, nameEdits, namesMoved } from './names.ts';
import type { Moved } from './paths.ts';

/** The documents of a program that moves change, the manifest among them. */
export function documentsChanged(moving: Moving): readonly string[] {
  const { program, moved } = moving;
  const isManifestThere = program.manifest && moved(program.manifest.path) === program.manifest.path;
  return [...program.paths()].filter(path => {
    const shape = program.summary(path)?.shape;
    if (!shape) return false;
    if (shape.manifest) return isManifestThere && path === program.manifest?.path;
    return (
      linksMove(path, shape, program, moved) ||
      program.records(path).some(entry => namesMoved(path, writtenIn(entry), moving).length > 0)
    );
  });
}

/** The edits of one of them, in its order, before anything has moved. */
export function moveEdits(path: string, facts: DocumentFacts, moving: Moving): readonly TextEdit[] {
  const edits = facts.role.manifest
    ? manifestEdits(facts, moving.moved)
    : [...linkEdits(path, facts, moving.program, moving.moved), ...nameEdits(path, facts, moving)];
  const byStart = new Map(edits.map(edit => [edit.start, edit]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

/** The paths at which the source of moving evidence may lie: whether a file is there must be known (see `Moving`). */
export function sourcesAsked(program: Program, moved: Moved): readonly string[] {
  return [...program.ofKind('evidence')].flatMap(({ path, shape }) => {
    const { source } = shape.values;
    return source && moved(path) !== path ? pathsOfSource(source.text.replace(/(?<!\/)\/+$/, ''), path) : [];
  });
}
