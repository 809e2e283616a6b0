// Every request and notification of our own (docs/protocol.md). Plain data: the client repeats these types and knows no more.
import {
  NotificationType,
  NotificationType0,
  RequestType,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Markdown } from '../core/pages/markdownText.ts';

// ---- what the client says of itself, in initializationOptions --------------------------------------------------------

/** What a client can do beyond the protocol. A client that says nothing gets what every client understands. */
export interface InitializationOptions {
  /** It draws trees: `tickmark/treeChanged` is sent. */
  readonly trees?: boolean;
  /** It shows the report and the scope: `tickmark/status` is sent. */
  readonly status?: boolean;
  /** It shows pages: hovers link to them by the command `tickmark.showCriterion`, with `PageParams` as its argument. */
  readonly pages?: boolean;
  /** It reads files for the server: schemes other than `file:` are asked for by `tickmark/listFiles` and `tickmark/readFile`. */
  readonly files?: boolean;
  /** Where it opens the page of a rule: a URI in which `{rule}` stands for its name. Diagnostics then link there. */
  readonly rulePages?: string;
}

// ---- from the client to the server -----------------------------------------------------------------------------------

/** Where a node of a tree is shown in a document, or a link leads to. */
export interface NodeLocation {
  readonly uri: string;
  readonly range: { readonly start: TreePosition; readonly end: TreePosition };
}

interface TreePosition {
  readonly line: number;
  readonly character: number;
}

/** A node of a tree, ready to be drawn. */
export interface TreeNode {
  /** Stable: the same thing has the same id in every revision. */
  readonly id: string;
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description?: string;
  readonly tooltip?: Markdown;
  /** What a screen reader says instead of label and description. */
  readonly accessibilityLabel?: string;
  /** What it is, for the client to choose an icon: a report, category, group, a state of the ladder, a kind of record. */
  readonly icon: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
  readonly location?: NodeLocation;
  /** What a menu may offer for it. */
  readonly context: string;
  /** The page of what it is, where there is one. */
  readonly page?: PageParams;
}

export interface TreeParams {
  /** Which tree; `coverage` is the one there is. */
  readonly view: string;
  /** The node whose children are asked for; absent for the roots. */
  readonly node?: string;
}

export interface TreeResult {
  /** Grows with each change: an answer of an older revision than one already shown is thrown away. */
  readonly revision: number;
  readonly nodes: readonly TreeNode[];
}

/** The children of a node of a tree. A node that is there no more has none. */
export const treeRequest = new RequestType<TreeParams, TreeResult, void>('tickmark/tree');

/** What the page is of: a criterion, point, group, category, description criterion, catalog or rule. */
export interface PageParams {
  /** The URI of the root of the program for which it is asked. */
  readonly root: string;
  /** Its id or name, spelled as documents spell it. */
  readonly page: string;
}

/** A page, ready to be drawn. */
export interface ShownPage {
  /** Its id or name, in one spelling. */
  readonly page: string;
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
}

export type ShownBlock =
  /** The heading of a section. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: ShownText }
  | { readonly kind: 'list'; readonly items: readonly ShownText[] }
  | { readonly kind: 'code'; readonly text: string };

/** Running text: plain words, and words with a style or a link to another page or a place of a document. */
export type ShownText = readonly (
  | string
  | {
      readonly text: string;
      readonly style?: 'strong' | 'emphasis' | 'code';
      readonly target?: { readonly page: string } | NodeLocation;
    }
)[];

/** What is to be said of something, and what the program has for it; null where there is no such thing. */
export const pageRequest = new RequestType<PageParams, ShownPage | null, void>('tickmark/page');

export interface PagesParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** Where the cursor is, if it is in a document. */
  readonly at?: TextDocumentPositionParams;
}

/** Something that has a page, as it is chosen from a list. */
export interface ListedPage {
  readonly page: string;
  readonly title: string;
  /** What it is: `criterion`, `point`, `group`, `category`, `descriptionCriterion`, `catalog` or `rule`. */
  readonly kind: string;
}

export interface PagesResult {
  readonly pages: readonly ListedPage[];
  /** What the cursor is at. */
  readonly here?: ListedPage;
}

/** Everything that has a page, but for rules and points of focus, in the order of the catalog. */
export const pagesRequest = new RequestType<PagesParams, PagesResult, void>('tickmark/pages');

/** A program, as it is chosen from a list. */
export interface ProgramStatus {
  /** The URI of its root. */
  readonly root: string;
  readonly name: string;
  /** The URI of its manifest, if it has one. */
  readonly manifest?: string;
  readonly reports: readonly ReportStatus[];
  /** The id of the report that is answered for. */
  readonly report: string;
  /** Every category of the catalogs that the report answered for is measured against, and whether it has it. */
  readonly categories: readonly { readonly id: string; readonly title: string; readonly chosen: boolean }[];
  /** Files and folders (their paths end in `/`) that cannot be read, relative to the root. */
  readonly unreadable: readonly string[];
  /** How many criteria in scope stand where, by state, and how many are excluded. */
  readonly summary: Readonly<Record<string, number>>;
}

export interface ReportStatus {
  readonly id: string;
  /** Kind, type and id. */
  readonly name: string;
  /** The report in a few words: kind, type, dates, categories. */
  readonly words: string;
  readonly kind: string;
  readonly assumed: boolean;
}

export interface Status {
  readonly indexing: boolean;
  readonly programs: readonly ProgramStatus[];
}

/** How things stand. */
export const statusRequest = new RequestType<Record<string, never>, Status, void>('tickmark/status');

export interface ChooseReportParams {
  readonly root: string;
  readonly report: string;
}

/** Chooses the report that a program answers for, for this session; gives whether there is such a report. */
export const chooseReportRequest = new RequestType<ChooseReportParams, boolean, void>(
  'tickmark/chooseReport',
);

export interface ScopeEditParams {
  readonly root: string;
  /** Ids of categories. */
  readonly categories: readonly string[];
}

/** The edit of the manifest that makes these the categories of the report answered for, comments and form kept. */
export const scopeEditRequest = new RequestType<ScopeEditParams, WorkspaceEdit | null, void>(
  'tickmark/scopeEdit',
);

export interface NewManifestParams {
  /** The URI of the folder that is to become a program. */
  readonly folder: string;
  readonly organization: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  readonly type: 1 | 2;
  readonly asOf?: string;
  readonly period?: { readonly start: string; readonly end: string };
  readonly categories: readonly string[];
}

export interface NewManifestResult {
  /** Where the manifest goes, and what it says; the client writes it. */
  readonly uri: string;
  readonly text: string;
}

/** The manifest of a new program. */
export const newManifestRequest = new RequestType<NewManifestParams, NewManifestResult, void>(
  'tickmark/newManifest',
);

// ---- from the server to the client -----------------------------------------------------------------------------------

/** A tree has changed: ask again for what is shown of it. */
export const treeChangedNotification = new NotificationType<{
  readonly view: string;
  readonly revision: number;
}>('tickmark/treeChanged');

/** The status has changed: ask again. */
export const statusChangedNotification = new NotificationType0('tickmark/statusChanged');

/** The Markdown and YAML files below a folder (a URI), as paths relative to it with `/`. For schemes other than `file:`. */
export const listFilesRequest = new RequestType<{ readonly folder: string }, readonly string[], void>(
  'tickmark/listFiles',
);

/** A file's text, or null where it cannot be read. For schemes other than `file:`. */
export const readFileRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'tickmark/readFile',
);
