import { manifestName } from '../core/formats/role.ts';

/** The paths of a program with its manifest first, since that says which others are read. */
export function manifestFirst(paths: readonly string[]): readonly string[] {
  return paths.includes(manifestName)
    ? [manifestName, ...paths.filter(path => path !== manifestName)]
    : paths;
}
