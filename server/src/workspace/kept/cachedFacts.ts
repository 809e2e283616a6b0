import type { Role } from '../../core/formats/role.ts';
import type { Awaitable } from '../files.ts';
import type { ReadDocument } from '../programHost.ts';

/** Documents as an earlier run read them, for a program that is read for the first time. */
export interface CachedFacts {
  /** Whether a document is cached in this role, if it has not changed. */
  readonly isCached: (path: string, role: Role) => boolean;
  /** Says which documents that are not cached will be read, in this order; another thread may begin with them. */
  readonly readAhead: (items: readonly { readonly path: string; readonly role: Role }[]) => void;
  /** Says that a file has changed: what may have been read of it ahead is not to be believed. */
  readonly forget: (path: string) => void;
  /** A document as it is on disk, whether it had to be read or was cached; undefined where it cannot be read. */
  readonly read: (path: string, role: Role) => Awaitable<ReadDocument | undefined>;
  /** Keeps for the next time what was read, of these paths alone. */
  readonly keep: (paths: ReadonlySet<string>) => Promise<void>;
}
