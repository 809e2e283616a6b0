import type { Catalog } from '../catalog/catalog.ts';
import type { Stop } from '../formats/begun.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import type { TextEdit } from '../formats/yamlEdits.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { Place } from '../model/shape.ts';
import type { Program } from '../program/program.ts';
import type { RecordEntry } from '../program/record.ts';
import type { TextsRead } from '../program/speaking.ts';
import type { ProgramKey } from '../program/touched.ts';
import type { TextRange } from '../text/range.ts';
import type { Options, ValuesOf } from './options.ts';
import type { Silenced } from './running/silence.ts';
import type { Preset, SetSeverity } from './severity.ts';

/** What a message names: put where it says `{name}`. */
export type Args = Readonly<Record<string, string>>;

/** A place of a record (see DocumentSummary), looked up when it is shown. */
export interface RecordPlace {
  readonly path: string;
  readonly record: number;
  readonly at: Place;
}

/** A place of a file that has no records: one of catalogs or mappings. */
export interface FilePlace extends TextRange {
  readonly path: string;
}

/** Another place that a finding speaks of, and what is said of it. */
export type RelatedPlace = (RecordPlace | FilePlace) & { readonly words: string };

/** Something a rule found: the rule, its arguments and the facts it names; words and range come when it is shown. */
export interface Finding {
  readonly rule: string;
  /** Which of the rule's messages. */
  readonly message: string;
  readonly args: Args;
  readonly path: string;
  readonly where: TextRange | { readonly record: number; readonly at: Place };
  readonly related: readonly RelatedPlace[];
}

/** What a finding says: which of its rule's messages, and what that names. */
export interface Said {
  readonly message: string;
  readonly args: Args;
}

/** Several findings of a rule at one place that people see as one, such as the criteria of a group that have the same gap. */
export interface Gathered extends Said {
  /** Which of the findings, by their numbers. */
  readonly members: readonly number[];
  /** What the finding stands for, one by one: what is said of each, and of what it is, as pages are asked for. */
  readonly about: readonly { readonly page: string; readonly words: string }[];
}

/** A document that is made where none is. */
export interface NewDocument {
  /** Relative to the program's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Where in `text` a person goes on typing, in this order; absent where nothing is left to be typed. */
  readonly stops?: readonly Stop[];
}

/** An edit of one of the program's documents. */
export interface FixEdit extends TextEdit {
  readonly path: string;
  /** Where in `text` the person goes on typing, where something is left to be typed. */
  readonly caret?: number;
}

/** What a record is to cite: `record` is its number in the document. */
export interface Citing {
  readonly path: string;
  readonly record: number;
  readonly ids: readonly string[];
}

/** A change that mends a finding. It never states a fact that a person must stand behind (ARCHITECTURE.md, Decisions). */
export interface Fix {
  /** What it does, as an order: `Write CC6.1`. */
  readonly title: string;
  readonly edits: readonly FixEdit[];
  /** What is made beside; where there is a file of such a path already, the fix cannot be applied. */
  readonly creates?: readonly NewDocument[];
  /**
   * The record that it begins, where more can be asked of a person than `creates` knows: a client that asks begins it so. It
   * is for a criterion, or for one among several whose keys stand on a line each.
   */
  readonly begins?: {
    readonly kind: RecordKind;
    readonly criterion?: string;
    readonly among?: string;
    /** The id of a control whose gap it is to close. */
    readonly control?: string;
  };
  /**
   * The criteria of the TSC, by their ids, that a record of another document is to cite under `satisfies`: the edit is made of
   * that document's text, which no rule sees.
   */
  readonly cites?: Citing;
  /**
   * It has a person choose which documents cite which of these criteria of the TSC, or any of all for those documents that cite
   * none: only a client that asks can offer it.
   */
  readonly proposes?: readonly string[] | 'any';
  /** Whether it is surely what is wanted. */
  readonly preferred: boolean;
  /** Whether it leaves something for a person to fill in: the finding stays until that is done. */
  readonly asks?: true;
}

/** A finding that is to be mended, with what a fix may look at. */
export interface FixTarget {
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
  readonly args: Args;
  /** What each finding names that it stands for; of one by itself, its own arguments. */
  readonly all: readonly Args[];
  readonly facts: DocumentFacts;
  readonly program: Program;
  /** Every rule there is. */
  readonly rules: readonly Rule[];
  /** The manifest, freshly read, where there is one. */
  readonly manifest: { readonly path: string; readonly facts: DocumentFacts } | undefined;
  /** The criteria that the texts of the program's documents speak of; absent if nothing has asked for them (see `asksTexts`). */
  readonly texts?: TextsRead | undefined;
}

/** What every rule says of itself: its page, `tickmark explain`, and its tests are made from it. */
interface RuleText<Defined extends Options> {
  /** `group/name`, for ever. */
  readonly name: string;
  /** How grave its findings are in each preset; `off` where the preset is without it. */
  readonly severity: Readonly<Record<Preset, SetSeverity>>;
  /** Messages whose findings are as grave as this instead. What the manifest sets for the rule holds for them too. */
  readonly severityApart?: {
    readonly messages: readonly string[];
    readonly severity: Readonly<Record<Preset, SetSeverity>>;
    /** When they are said, after a severity: "once the period has begun". */
    readonly when: string;
  };
  /** The only kinds of records that it is about: it is not run where there is none of them. */
  readonly about?: readonly RecordKind[];
  /** What can be set beside the severity. */
  readonly options?: Defined;
  /** One line: what it finds. */
  readonly summary: string;
  /** Why an auditor cares. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  /** The messages by key, with `{name}` where an argument goes; `default` is the usual one. */
  readonly messages: Readonly<Record<string, string>> & { readonly default: string };
  /** Arguments that tell of the rest of the program or explain: a finding is the same one when only these change. */
  readonly varying?: readonly string[];
  /** Editors fade what is marked so. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** The messages that the tag does not apply to. */
  readonly untagged?: readonly string[];
  /** Whether its findings need the history of files: only the command asks git for that. */
  readonly needsHistory?: true;
  /** Documents in the example language (example.ts); `^^^` marks the words found in the bad ones. */
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
  /** A sentence that helps with one finding and depends on the rest of the program, such as what was probably meant. */
  readonly hint?: (args: Args, program: Program) => string | undefined;
  /**
   * Gathers findings at one place into fewer that people see instead. What the machine counts and compares stays as it is:
   * fingerprints, baselines, exit codes, and the findings in JSON.
   * @param findings in their order at the place
   * @param isAll whether these are all of that place, and none is left out because it is known
   */
  readonly gather?: (findings: readonly Said[], program: Program, isAll: boolean) => readonly Gathered[];
  /** The ways to mend a finding at a keystroke, the likeliest first. */
  readonly fixes?: (target: FixTarget) => readonly Fix[];
  /** Whether its fixes would be better for the texts of other documents, which are read only where somebody asks for the fixes. */
  readonly asksTexts?: (target: FixTarget) => boolean;
  /** Whether a preferred fix can be applied without a look at it: only one it can be, and nothing is decided by it. */
  readonly fixAll?: true;
}

/** What a document rule sees beside the document. */
export interface DocumentContext<Defined extends Options = Options> {
  readonly catalog: Catalog;
  readonly options: ValuesOf<Defined>;
  /** Every rule there is. */
  readonly rules: readonly Rule[];
}

/** @param related other places of the same document */
export type ReportInDocument = (
  range: TextRange,
  args?: Args,
  message?: string,
  related?: readonly (TextRange & { readonly words: string })[],
) => void;

/**
 * A rule that sees one document and nothing else: it can run anywhere, and its findings can be kept with the document.
 * Its check is a method, so that rules with options of their own are rules.
 */
export interface DocumentRule<Defined extends Options = Options> extends RuleText<Defined> {
  readonly reads: 'document';
  /** It is about files that hold no record: one in which it finds something belongs to the program all the same. */
  readonly aboutUnread?: true;
  check(facts: DocumentFacts, report: ReportInDocument, context: DocumentContext<Defined>): void;
}

export type Report = (
  place: RecordPlace | FilePlace,
  args?: Args,
  message?: string,
  related?: readonly RelatedPlace[],
) => void;

/** A rule that sees the program, never a text. */
export interface ProgramRule<Defined extends Options = Options> extends RuleText<Defined> {
  /** It runs again for a key of this kind when a change has touched that. */
  readonly reads: ProgramKey;
  /** Whether it reports an absence: it is then silent until every document has been read. */
  readonly absence: boolean;
  /**
   * @param key an id of a criterion or group, the key of a record id, a folder, or '' for the program
   * @param optionsAt the options as they are set for a document, by its path
   */
  check(program: Program, key: string, report: Report, optionsAt: OptionsAt<Defined>): void;
}

/** A rule that sees which names in a document's comments silence nothing, once everything else has been found there. */
export interface SilencingRule<Defined extends Options = Options> extends RuleText<Defined> {
  readonly reads: 'silencings';
  check(unused: Silenced<unknown>['unused'], report: ReportInDocument): void;
}

export type OptionsAt<Defined extends Options = Options> = (path: string) => ValuesOf<Defined>;

export type Rule = DocumentRule | ProgramRule | SilencingRule;

/** Where a record is shown. */
export function placeOf({ path, index, shape }: RecordEntry): RecordPlace {
  return { path, record: index, at: shape.at };
}

/** Records by path and place in their document, so that what is found does not depend on the order of reading. */
export function inOrder(entries: Iterable<RecordEntry>): RecordEntry[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index));
}
