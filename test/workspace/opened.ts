import { MemoryFiles } from './memoryFiles.ts';
import { Watched } from './watched.ts';

/** A workspace over files in memory, once it has been read. */
export async function opened(fixture: string, ...folders: string[]): Promise<Watched> {
  const watched = new Watched(new MemoryFiles(fixture));
  await watched.look(...(folders.length > 0 ? folders : ['/w']));
  return watched;
}

/** The roots of its programs. */
export const roots = ({ workspace }: Watched) => workspace.programs.map(({ folder }) => folder.root);
/** The rules of what is shown in a document. */
export const rulesAt = (watched: Watched, key: string) =>
  watched.shownAt(key).map(line => line.split(/[ :]/)[1]);

/** A small program. */
export const native = `
  === tickmark.yaml
  report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}
  === controls/a.md
  ---
  id: AC-01
  owner: ana
  frequency: daily
  satisfies: [CC6.1, CC9.9]
  ---
  === policies/p.md
  ---
  id: p
  satisfies: [CC6.1]
  ---
  Text.
`;
