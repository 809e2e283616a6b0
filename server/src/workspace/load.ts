import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { tsc } from '../core/catalogue/tsc.ts';
import { type Analysis, analyse, Engine } from '../core/engine.ts';
import { manifestName, roleOf } from '../core/formats/role.ts';
import type { ManifestShape } from '../core/model/shape.ts';
import { sourceOf } from '../core/text/source.ts';
import type { ProgrammeFolder } from './discover.ts';

export interface LoadOptions {
  readonly today: string;
  readonly report: string | undefined;
  /** Told after each document how many have been read, of how many. */
  readonly progress?: (done: number, all: number) => void;
}

/** A programme that has been read whole. */
export interface LoadedProgramme {
  readonly folder: ProgrammeFolder;
  readonly engine: Engine;
  /** Files that could not be read, with the system's word for why. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
}

/** Reads and judges a whole programme. A file that cannot be read is left out and named. */
export function load(folder: ProgrammeFolder, { today, report, progress }: LoadOptions): LoadedProgramme {
  const engine = new Engine({ catalogue: tsc, today });
  const unreadable: { path: string; why: string }[] = [];
  const read = (path: string, included: boolean): Analysis | undefined => {
    const role = roleOf(path, folder.layout, included);
    if (!role) return undefined;
    try {
      return analyse(path, sourceOf(readFileSync(join(folder.root, path), 'utf8')).text, role, tsc);
    } catch (error) {
      unreadable.push({ path, why: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };

  const manifest = folder.paths.includes(manifestName) ? read(manifestName, false) : undefined;
  const scope = globsOf(manifest?.summary.shape.manifest);
  const analyses: [string, Analysis][] = manifest ? [[manifestName, manifest]] : [];
  for (const [i, path] of folder.paths.entries()) {
    progress?.(i + 1, folder.paths.length);
    if (path === manifestName || scope.isExcluded(path)) continue;
    const analysis = read(path, scope.isIncluded(path));
    if (analysis && isDocument(analysis)) analyses.push([path, analysis]);
  }
  engine.put(analyses);
  engine.chooseReport(report);
  engine.setComplete(true);
  return { folder, engine, unreadable };
}

/** Whether a file turned out to be part of the programme: it holds a record or is the manifest. */
function isDocument({ summary }: Analysis): boolean {
  return summary.shape.records.length > 0 || summary.shape.manifest !== undefined;
}

function globsOf(manifest: ManifestShape | undefined) {
  const [include, exclude] = [manifest?.include ?? [], manifest?.exclude ?? []];
  const matcher = (globs: readonly string[]) => (globs.length > 0 ? picomatch([...globs]) : () => false);
  return { isIncluded: matcher(include), isExcluded: matcher(exclude) };
}
