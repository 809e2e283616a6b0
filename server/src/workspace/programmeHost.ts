import picomatch from 'picomatch';
import { tsc } from '../core/catalogue/tsc.ts';
import { type Analysis, analyse, Engine } from '../core/engine.ts';
import { manifestName, type Role, roleOf } from '../core/formats/role.ts';
import type { ManifestShape } from '../core/model/shape.ts';
import { sourceOf } from '../core/text/source.ts';
import type { ProgrammeFolder } from './discover.ts';

/** A programme that is kept up to date with its texts, wherever they come from. */
export class ProgrammeHost {
  readonly folder: ProgrammeFolder;
  readonly engine: Engine;
  #isIncluded: (path: string) => boolean = () => false;
  #isExcluded: (path: string) => boolean = () => false;

  constructor(folder: ProgrammeFolder, today: string) {
    this.folder = folder;
    this.engine = new Engine({ catalogue: tsc, today });
  }

  /** What a path (relative to the root) is to the programme; undefined where it is not read. */
  roleOf(path: string): Role | undefined {
    if (path !== manifestName && this.#isExcluded(path)) return undefined;
    return roleOf(path, this.folder.layout, this.#isIncluded(path));
  }

  /** Reads one document for the programme, without taking it up; undefined where it is no part of it. */
  analyse(path: string, content: string): Analysis | undefined {
    const role = this.roleOf(path);
    if (!role) return undefined;
    const analysis = analyse(path, sourceOf(content).text, role, tsc);
    const { records, manifest } = analysis.summary.shape;
    if (manifest) this.#setGlobs(manifest);
    return records.length > 0 || manifest ? analysis : undefined;
  }

  #setGlobs({ include, exclude }: ManifestShape): void {
    this.#isIncluded = include.length > 0 ? picomatch([...include]) : () => false;
    this.#isExcluded = exclude.length > 0 ? picomatch([...exclude]) : () => false;
  }
}
