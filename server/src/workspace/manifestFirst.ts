import { isManifest } from '../core/formats/role.ts';

/** The paths of a program with its manifest first, since that says which others are read. */
export function manifestFirst(paths: readonly string[]): readonly string[] {
  const [manifest] = paths.filter(isManifest).sort();
  return manifest === undefined ? paths : [manifest, ...paths.filter(path => path !== manifest)];
}
