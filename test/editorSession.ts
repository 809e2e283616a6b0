// What a session in a real editor is compared with: the places where files have an id, found without the server.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The id by itself: neither a part of another id nor of the name of a file. */
const byItself = (id: string) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g');

function textsIn(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(md|yaml)$/.test(path))
    .map(path => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]);
}

/** Every place where a file of the folder has the id, as `path:line:column`, lines from 1 and columns from 0, sorted. */
export function placesOf(folder: string, id: string): readonly string[] {
  return textsIn(folder)
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, number) =>
          [...line.matchAll(byItself(id))].map(({ index }) => `${path}:${number + 1}:${index}`),
        ),
    )
    .sort();
}

/** The texts of the files of the folder that have the id, by their paths, with the other id in its place. */
export function textsWith(folder: string, id: string, other: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    textsIn(folder)
      .filter(([, text]) => text.search(byItself(id)) >= 0)
      .map(([path, text]) => [path, text.replace(byItself(id), other)]),
  );
}
