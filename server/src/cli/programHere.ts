import { native } from '../core/formats/layouts/native.ts';
import { manifestNames } from '../core/formats/role.ts';
import type { Program } from '../core/program/program.ts';
import { below, unreadable } from '../workspace/files.ts';
import { load } from '../workspace/load.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';

/** A program of which nothing is read but the manifest and the catalogs that it names. */
interface ProgramHere {
  /** The absolute path of its folder, with `/`. */
  readonly root: string;
  readonly program: Program;
}

/**
 * The program whose manifest lies in a folder or above it; undefined where there is no manifest.
 * @throws CouldNotRun where the folder does not exist
 */
export async function programHere(
  { place, today }: Pick<Arguments, 'place' | 'today'>,
  folder = '.',
): Promise<ProgramHere | undefined> {
  const { files } = place;
  if (!place.revision && place.thingAt(folder) !== 'folder') {
    throw new CouldNotRun(`${folder} is not a folder. Name the folder of a program.`);
  }
  const here = place.keyOf(folder);
  for (const root of await files.upwards(here)) {
    for (const name of manifestNames) {
      const manifest = await files.read(below(root, name));
      if (manifest === undefined) continue;
      if (manifest === unreadable) {
        throw new CouldNotRun(
          `${below(root, name)} cannot be read. Check that it is a regular file, and check its permissions.`,
        );
      }
      const program = { root, layout: native.name, paths: [name], nested: [], unreadable: [] };
      const { host } = await load(files, program, { today, report: undefined });
      return { root, program: host.engine.program };
    }
  }
  return undefined;
}
