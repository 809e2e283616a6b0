import { below, isBelow, pathBelow } from '../files.ts';
import type { ProgramHost } from '../programHost.ts';
import type { KeptProgram } from './keptProgram.ts';

/** A document's program and its path there. */
export interface HostedDocument {
  readonly host: ProgramHost;
  readonly path: string;
}

/** The same, with what is kept of the program. */
export interface KeptDocument extends HostedDocument {
  readonly program: KeptProgram;
}

/** The programs of the open folders, and which of them a file belongs to. */
export class KeptPrograms {
  all: readonly KeptProgram[] = [];

  /** The program with this root. */
  at(root: string): KeptProgram | undefined {
    return this.all.find(program => program.root === root);
  }

  of(host: ProgramHost): KeptProgram | undefined {
    return this.all.find(program => program.host === host);
  }

  /** A file in every program below whose root it lies, the nearest root first. */
  around(key: string): KeptDocument[] {
    return this.all
      .filter(({ root }) => isBelow(key, root))
      .sort((one, other) => other.root.length - one.root.length)
      .map(program => ({ program, host: program.host, path: pathBelow(key, program.root) }));
  }

  /** Where a file is a document, and the programs around that read it as a catalog: the nearest root first. */
  readersOf(key: string): readonly KeptDocument[] {
    return this.around(key).filter(
      ({ program, host, path }, i) => (i === 0 && program.listed.has(path)) || host.isCatalogFile(path),
    );
  }

  /**
   * The program that a document belongs to, that of the nearest root above it; undefined where it belongs to none. A file that
   * says nothing there and is a catalog of a program farther above belongs to that.
   */
  hostedAt(key: string): KeptDocument | undefined {
    const readers = this.readersOf(key);
    const saysSomething = ({ host, path }: HostedDocument) =>
      host.isCatalogFile(path) || host.engine.program.summary(path) !== undefined;
    return readers.length > 1 ? (readers.find(saysSomething) ?? readers[0]) : readers[0];
  }

  /**
   * Whether the program of the nearest root above decides about a file of this key, be there one or not: it would read it as a
   * record, has what is made of it, or excludes it.
   */
  decidesOn(key: string): boolean {
    const [nearest] = this.around(key);
    if (!nearest) return false;
    const { program, host, path } = nearest;
    if (program.isSource(path) || host.isExcluded(path)) return true;
    const role = host.roleOf(path);
    return role !== undefined && (role.folder !== undefined || role.included);
  }

  /** The files of catalogs in a folder: of one that comes or goes nothing else need be told, and no list has them all. */
  catalogsBelow(folder: string): readonly string[] {
    return this.all.flatMap(({ host, root }) =>
      [...host.engine.catalogFiles].map(path => below(root, path)).filter(key => isBelow(key, folder)),
    );
  }
}
