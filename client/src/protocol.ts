// The requests between this client and the server, as server/src/lsp/protocol.ts has them and docs/protocol.md explains
// them. They are repeated here, because the client knows nothing of the server but this.
import {
  NotificationType,
  NotificationType0,
  RequestType,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageclient';

/** What this client can do beyond the protocol. */
export interface InitializationOptions {
  /** It draws trees. */
  readonly trees: boolean;
  /** It shows the report and the scope. */
  readonly status: boolean;
  /** It shows pages, by the command `tickmark.showCriterion`. */
  readonly pages: boolean;
  /** It reads files for the server. */
  readonly files: boolean;
  /** Where it opens the page of a rule: a URI in which `{rule}` stands for its name. */
  readonly rulePages: string;
}

declare const isMarkdown: unique symbol;

/** Markdown, in which the server has escaped what is text. Here none is made. */
export type Markdown = string & { readonly [isMarkdown]: true };

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A place in a document. */
export interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A node of a tree, ready to be drawn. */
export interface TreeNode {
  /** Stable: the same thing has the same id in every revision. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: Markdown;
  readonly accessibilityLabel?: string;
  /** What it is; views/icons.ts has the icon. */
  readonly icon: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
  readonly location?: Location;
  readonly context: string;
  /** The page of what it is, where there is one. */
  readonly page?: PageParams;
}

export interface TreeParams {
  readonly view: string;
  /** The node whose children are asked for; absent for the roots. */
  readonly node?: string;
}

export interface TreeResult {
  /** Grows with each change. */
  readonly revision: number;
  readonly nodes: readonly TreeNode[];
}

/** The children of a node of a tree. */
export const treeRequest = new RequestType<TreeParams, TreeResult, void>('tickmark/tree');

/** A tree has changed. */
export const treeChangedNotification = new NotificationType<{
  readonly view: string;
  readonly revision: number;
}>('tickmark/treeChanged');

/** What a page is of. */
export interface PageParams {
  /** The URI of the root of the program for which it is asked. */
  readonly root: string;
  /** Its id or name. */
  readonly page: string;
}

/** A page, ready to be drawn. */
export interface Page {
  readonly page: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Inlines }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | { readonly kind: 'code'; readonly text: string };

/** Running text: plain words, and words with a style or a link to another page or a place. */
export type Inlines = readonly (string | Inline)[];

export interface Inline {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  readonly target?: { readonly page: string } | Location;
}

/** What is to be said of something; null where there is no such thing. */
export const pageRequest = new RequestType<PageParams, Page | null, void>('tickmark/page');

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
  /** What it is: `criterion`, `group`. */
  readonly kind: string;
}

export interface PagesResult {
  readonly pages: readonly ListedPage[];
  /** What the cursor is at. */
  readonly here?: ListedPage;
}

/** Everything that has a page. */
export const pagesRequest = new RequestType<PagesParams, PagesResult, void>('tickmark/pages');

export interface ReportStatus {
  readonly id: string;
  /** Kind, type and id. */
  readonly name: string;
  /** Kind, type, dates and categories in a few words. */
  readonly words: string;
  readonly kind: string;
  readonly assumed: boolean;
}

export interface CategoryStatus {
  readonly id: string;
  readonly title: string;
  readonly chosen: boolean;
}

export interface ProgramStatus {
  /** The URI of its root. */
  readonly root: string;
  readonly name: string;
  /** The URI of its manifest, if it has one. */
  readonly manifest?: string;
  readonly reports: readonly ReportStatus[];
  /** The id of the report that is answered for. */
  readonly report: string;
  readonly categories: readonly CategoryStatus[];
  /** Files and folders (their paths end in `/`) that cannot be read, relative to the root. */
  readonly unreadable: readonly string[];
  /** How many criteria in scope stand where. */
  readonly summary: Readonly<Record<string, number>>;
}

export interface Status {
  readonly indexing: boolean;
  readonly programs: readonly ProgramStatus[];
}

/** How things stand. */
export const statusRequest = new RequestType<Record<string, never>, Status, void>('tickmark/status');

/** The status has changed. */
export const statusChangedNotification = new NotificationType0('tickmark/statusChanged');

export interface ChooseReportParams {
  readonly root: string;
  readonly report: string;
}

/** Chooses the report that a program answers for; gives whether there is such a report. */
export const chooseReportRequest = new RequestType<ChooseReportParams, boolean, void>(
  'tickmark/chooseReport',
);

export interface ScopeEditParams {
  readonly root: string;
  readonly categories: readonly string[];
}

/** The edit of the manifest that makes these the categories of the report answered for. */
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
  readonly uri: string;
  readonly text: string;
}

/** The manifest of a new program; the client writes it. */
export const newManifestRequest = new RequestType<NewManifestParams, NewManifestResult, void>(
  'tickmark/newManifest',
);

/** Asked by the server: the Markdown and YAML files below a folder, as paths relative to it with `/`. */
export const listFilesRequest = new RequestType<{ readonly folder: string }, readonly string[], void>(
  'tickmark/listFiles',
);

/** Asked by the server: a file's text, or null where it cannot be read. */
export const readFileRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'tickmark/readFile',
);
