import { isPage } from '../../core/formats/documentation.ts';
import { native } from '../../core/formats/layouts/native.ts';
import { roleOf } from '../../core/formats/role.ts';
import { isBelow, pathBelow } from '../files.ts';
import { ProgramHost, readAs } from '../programHost.ts';
import type { HostedDocument } from './keptPrograms.ts';

/** What stray pages are found with. */
export interface StrayPagesOptions {
  /** The texts of the open documents, by their keys. */
  readonly buffers: ReadonlyMap<string, string>;
  /** The open folders. */
  readonly folders: () => readonly string[];
  readonly today: () => string;
  /** Whether a program decides about a file of this key, be there one or not. */
  readonly isDecided: (key: string) => boolean;
}

/** A page that was looked at, and what came of it. */
interface Looked {
  /** The open folder that it was looked at in; undefined where it lies in none. */
  readonly root: string | undefined;
  readonly text: string;
  readonly hosted: HostedDocument | undefined;
}

/**
 * Open pages that cite criteria and belong to no program. Each is told of as if it were passed over by a program of nothing else,
 * in the folder that is open: so the finding and its fix are the rule's.
 */
export class StrayPages {
  readonly #options: StrayPagesOptions;
  /** What was looked at last, by key: it is asked for again until the text or the open folder around it changes. */
  readonly #looked = new Map<string, Looked>();

  constructor(options: StrayPagesOptions) {
    this.#options = options;
  }

  /** The page of this key, which is known to belong to no program; undefined where it cites nothing, is not open, or has no file yet. */
  at(key: string): HostedDocument | undefined {
    const text = this.#options.buffers.get(key);
    // A page that is not saved yet, or was deleted, is not passed over: its program reads it, or not, once there is a file.
    if (text === undefined || this.#options.isDecided(key)) {
      this.#looked.delete(key);
      return undefined;
    }
    const root = this.#options.folders().find(folder => isBelow(key, folder));
    const known = this.#looked.get(key);
    if (known?.text === text && known.root === root) return known.hosted;
    const hosted = this.#host(key, text, root);
    this.#looked.set(key, { root, text, hosted });
    return hosted;
  }

  #host(key: string, text: string, root: string | undefined): HostedDocument | undefined {
    const path = root === undefined ? undefined : pathBelow(key, root);
    if (root === undefined || path === undefined || !isPage(path)) return undefined;
    const role = roleOf(path, native.name, false);
    // No program says what its folder is called for.
    const page = role && readAs(path, text, { ...role, folder: undefined, pages: 'never' });
    if (!page?.analysis?.summary.shape.passedOver?.length) return undefined;
    const folder = { root, layout: native.name, paths: [path], nested: [], unreadable: [] };
    const host = new ProgramHost(folder, this.#options.today());
    host.takeUp([page]);
    return { host, path };
  }
}
