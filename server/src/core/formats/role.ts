import { kindOfPath, type RecordKind } from '../model/kinds.ts';
import type { ManifestShape } from '../model/shape.ts';
import { endingOf, isRegister, type Language } from './layouts/endings.ts';
import type { LayoutName, PageReading } from './layouts/layout.ts';
import { layoutNamed, takesEnding } from './layouts/layouts.ts';
import { isManifest, manifestName, manifestNames } from './layouts/native.ts';
import { type MisnamedFolder, misnamedFolder } from './misnamedFolder.ts';
import type { Site, SiteRole } from './sites/site.ts';
import { siteRole } from './sites/sites.ts';

export { isManifest, manifestName, manifestNames };

/** What a file's path says about how to read it. Facts depend on the text and on this, never on the path itself. */
export interface Role {
  readonly layout: LayoutName;
  readonly language: Language;
  readonly manifest: boolean;
  /** The kind that the folder says, where the record itself names none. */
  readonly folder: RecordKind | undefined;
  /** Of YAML outside those folders, the folder around it whose name is nearly that of one; absent where there is none. */
  readonly misnamed?: MisnamedFolder;
  /** The record's id where it states none: the file's name without its ending, or the folder's where it is its `index`. */
  readonly stem: string;
  /** Whether the file's name or folder says that it is a template. */
  readonly template: boolean;
  /** Whether a folder around it is one of source code, where `controls/` may hold parts of a page; absent where none is. */
  readonly amongCode?: true;
  /** Whether its folder says that it is in force no more. */
  readonly archived: boolean;
  /** Whether its ending says that it is the source of a template language, in which `{{Name}}` is final. */
  readonly rendered: boolean;
  /** How it is known as a policy where it is a page outside the conventional folders; absent where it is none. */
  readonly pages?: PageReading;
  /** Whether the manifest includes it though it may be no record. */
  readonly included: boolean;
  /** What the manifest sets otherwise for the document rules here, by rule and option; absent where it sets nothing. */
  readonly options?: RuleOptions;
  /** Whether the manifest says that what follows an id (`CC6.1.2`, `CC6.1.b`) is the number of a point of focus. */
  readonly suffixesArePoints?: true;
  /** What the sites that it belongs to make of it; absent where their settings lie neither beside it nor above. */
  readonly site?: SiteRole;
}

/** Options of rules, by rule and option. */
export type RuleOptions = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

export type OptionValue = number | readonly string[];

const readme = /^readme/i;
/** Pages about a folder, made for those who browse it or for a site generator: no records, wherever they lie. */
const aboutFolder = /^(?:_index|_sidebar|_navbar|summary|changelog)$/i;
/**
 * What a repository's front page links to, and what tells an assistant how to work in the repository; in a folder of policies a
 * code of conduct is a policy.
 */
const frontPage =
  /^(?:licen[cs]e|contributing|code_of_conduct|todo|security|notice|authors|claude|agents|gemini|copilot-instructions)$/i;
const template = /^_?templates?(?:[-_. ]|$)|[-_. ]templates?$/i;
/**
 * What tells an assistant how to work in the repository, wherever it lies, unless the manifest includes it. Case matters:
 * `agents.md` may be about people.
 */
const forAssistants = /^(?:CLAUDE(?:\.local)?|AGENTS|GEMINI|copilot-instructions)$/;
const templateFolder = /(?:^|[/_ -])templates?\//i;
const codeFolder =
  /(?:^|\/)(?:src(?!\/(?:content|docs|pages)\/)|libs?|apps?|components|packages|pkg|internal|node_modules)\//i;
const archiveFolder = /(?:^|\/)_?(?:archive[^/]*|retired|superseded|deprecated|obsolete)\//i;

/**
 * What a file (its path relative to the program's root, with `/`) is to a program of this layout;
 * undefined for a file that is not read.
 * @param layout the name of the program's layout
 * @param included whether the manifest includes the file, which is then read wherever it lies
 * @param pages how pages outside the conventional folders are known as policies; that of the layout where it is left out
 * @param sites those in and around the program
 */
export function roleOf(
  path: string,
  layout: LayoutName,
  included: boolean,
  pages: PageReading | undefined = layoutNamed(layout).pages,
  sites: readonly Site[] = [],
): Role | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = endingOf(name);
  if (!ending) return undefined;
  const { language, stem, rendered } = ending;
  if (language === 'markdown' && forAssistants.test(stem) && !included) return undefined;
  if (language === 'csv' && !isRegister(path)) return undefined;
  const named = layoutNamed(layout);
  const { isFlat, elsewhere } = named;
  const manifest = isManifest(path);
  const about =
    readme.test(name) || (language === 'markdown' && (aboutFolder.test(stem) || isFolderIndex(path, stem)));
  const isOwn = takesEnding(named, path) && (!isFlat || path.split('/').length === 2);
  const folder = about || manifest || !isOwn ? undefined : kindOfPath(path);
  const isPage = language === 'markdown' && isOwn && !about && !frontPage.test(stem);
  const isReadAnywhere = elsewhere === 'everything' || (elsewhere === 'pages' && isPage);
  const isRead = isOwn && (folder !== undefined || isReadAnywhere);
  if (!isRead && !included) return undefined;
  const misnamed =
    language === 'yaml' && folder === undefined && !manifest && !about ? misnamedFolder(path) : undefined;
  const site = language === 'markdown' && sites.length > 0 ? siteRole(path, sites) : undefined;
  return {
    layout,
    language,
    manifest,
    folder,
    stem: isIndex(stem) && !about ? (/(?<![^/])([^/]+)\/[^/]*$/.exec(path)?.[1] ?? stem) : stem,
    template: template.test(stem) || templateFolder.test(path),
    archived: archiveFolder.test(path),
    rendered,
    included,
    ...(codeFolder.test(path) ? { amongCode: true } : {}),
    ...(isPage && folder === undefined && pages !== undefined ? { pages } : {}),
    ...(misnamed ? { misnamed } : {}),
    ...(site ? { site } : {}),
  };
}

/** A role with what the manifest says of how documents are read. */
export function roleUnder(
  role: Role,
  manifest: Pick<ManifestShape, 'suffixesArePoints'> | undefined,
  options: RuleOptions | undefined,
): Role {
  const suffixes = manifest?.suffixesArePoints ? ({ suffixesArePoints: true } as const) : undefined;
  return options || suffixes ? { ...role, ...(options ? { options } : {}), ...suffixes } : role;
}

/** Whether a page is the list of what lies in a conventional folder; deeper down `index` may be the page itself. */
function isFolderIndex(path: string, stem: string): boolean {
  return isIndex(stem) && kindOfPath(path) !== undefined && kindOfPath(parentOf(path)) === undefined;
}

/** Whether a file is the page of its folder. */
function isIndex(stem: string): boolean {
  return stem.toLowerCase() === 'index';
}

/** Names that Windows gives to devices: there no file can have them, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Whether a file of this name, without its ending, is a record by itself in a folder of records: not the page of the folder, nor
 * a template, nor what tells an assistant how to work; and whether every system can have such a file.
 */
export function isOwnName(stem: string): boolean {
  const others = [readme, aboutFolder, template, forAssistants, device];
  return !isIndex(stem) && others.every(one => !one.test(stem));
}

/** A path one folder shorter, which stands for the folder's own. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
