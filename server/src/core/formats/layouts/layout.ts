import type { Dialect } from '../../markdown/dialect.ts';
import type { RecordKind } from '../../model/kinds.ts';
import type { Skeleton } from '../../model/skeletons/skeleton.ts';
import type { CronReader } from '../../text/cron.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { Envelope } from '../envelope.ts';
import type { Language } from './endings.ts';

/** The names of the layouts that are read. A document's format has the name of the layout that it is usual in. */
export type LayoutName = 'native' | 'comply' | 'plain';

/**
 * How a page outside the conventional folders is known as a policy: `said` by its front matter or by what it cites, `called`
 * by its title or name too, `never` where such pages are no records.
 */
export type PageReading = 'said' | 'called' | 'never';

/**
 * All that is particular to one layout of documentation, and to the documents written for it. Everything else asks for these
 * facts and never for the name.
 */
export interface Layout {
  readonly name: LayoutName;

  /** Files at the root that mark it. */
  readonly markers: readonly string[];
  /** Folders that tell it where two lie side by side and a document in them cites; empty where none do. */
  readonly folders: readonly string[];
  /** Whether the pages of a folder tell it, where nothing marks a layout and no folders do. */
  readonly isToldByPages: boolean;

  /** The languages of its documents; others are read only where the manifest includes them. */
  readonly languages: readonly Language[];
  /** The ending of its documents, letter for letter, where it takes no other of its language. */
  readonly ending?: string;
  /** Whether of a conventional folder only what lies directly in it is read. */
  readonly isFlat: boolean;
  /** What is read outside the conventional folders: `pages` leaves out those about the repository, such as a license. */
  readonly elsewhere: 'everything' | 'pages' | 'nothing';
  /** How a page outside those folders is known as a policy; undefined where none is read. A manifest has more of them read. */
  readonly pages: PageReading | undefined;

  /** The dialect of Markdown in which its documents are written. */
  readonly dialect: Dialect;
  /** Whether a document's front matter needs no opening fence. */
  readonly hasOptionalFence: boolean;
  /** Whether a document is in this format wherever it lies; absent where only the layout says so. */
  readonly owns?: (style: Envelope['style'], mapping: YamlMapping | undefined) => boolean;

  /** Whether its records have the keys of ours, so that it can be told which of them a record lacks. */
  readonly hasKeys: boolean;
  /** Whether its records have a status; one without it is otherwise in force. */
  readonly hasStatus: boolean;
  /** Whether it has a manifest, so that one can be missing. */
  readonly hasManifest: boolean;
  /** Which files are read, in words that follow a colon; where a line in the manifest cannot have others read. */
  readonly readsOnly?: string;
  /** How a new record of a kind begins; one of a kind that is absent has the form of ours. */
  readonly skeletons: Readonly<Partial<Record<RecordKind, Skeleton>>>;
  /** How the tool that performs its procedures reads their cron expressions. */
  readonly cron: CronReader;
  /** Whether the files that its documents name lie where they say; another tool may publish them somewhere else. */
  readonly holdsFiles: boolean;
  /** Whether `{{Name}}` is part of the finished source, and no field that was left open. */
  readonly hasFinalFields: boolean;
}

/** A layout that is recognized and whose documents are not read. */
export interface ForeignLayout {
  /** Files at the root that mark it. */
  readonly markers: readonly string[];
  /**
   * What is said of such a folder, in one sentence.
   * @param paths the files below it, relative to it, with `/`
   * @param read gives a file's text; undefined where it cannot be read
   */
  readonly notice: (paths: readonly string[], read: (path: string) => string | undefined) => string;
}
