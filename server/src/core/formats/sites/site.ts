import type { Dialect } from '../../markdown/dialect.ts';
import type { Heading } from '../../markdown/facts.ts';
import type { LinkRoots, SiteName } from '../../model/shape.ts';

/**
 * All that is particular to one generator of sites. Each behavior was seen in the version that the generator's file names, not
 * remembered. Everything else asks for these facts and never for the name.
 */
export interface SiteGenerator {
  readonly name: SiteName;
  /** What it is called in a message. */
  readonly label: string;
  /** Files and folders (they end in `/`) that tell it, relative to the folder of the site. */
  readonly markers: readonly string[];
  /** Where its settings stand, if not in the file that tells it. */
  readonly settings: readonly string[];
  /** Whether a file of such a name has this generator's settings; other tools have some of the same name. */
  readonly isOwn: (settings: string) => boolean;
  /** The folders of its pages, relative to the folder of the site; it may lead out of that. */
  readonly content: (settings: string) => readonly string[];
  /** What in its settings has anchors made in another way. */
  readonly otherAnchors: RegExp;
  /** Whether something in its settings may have links lead elsewhere: a plugin, a theme, or code. */
  readonly hasOtherLinks: (settings: string) => boolean;
  /** Files and folders of a site that make links or anchors in another way. */
  readonly hooks: readonly Hook[];
  /** The anchors of the headings of a page, those in rare forms in more than one way. */
  readonly anchors: (headings: readonly Heading[], text: string) => readonly string[];
  /**
   * Whether braces at the end of a heading set its id: there is then no anchor of its words, and their number is not taken.
   */
  readonly setsId: (braces: string) => boolean;
  /** Whether a line of its own beside a heading (`{: #x}`) sets its id in the same way. */
  readonly hasIdLines: boolean;
  /** Whether attributes in braces set an id also where they are not at the end of a heading. */
  readonly setsIdsElsewhere: boolean;
  /** Whether a link without `./`, `../` or `/` is tried beside its page, then from the content's folder, then from the site's. */
  readonly looksFurther: boolean;
  /** Whether a link that begins with `/` leads to the source of a page, from the content's folder. */
  readonly hasRootedLinks: boolean;
  /** Folders of pages beside those of the content, such as those of versions; matched from the folder of the site. */
  readonly otherContent?: RegExp;
  /** The dialect of Markdown in which its pages are read; absent where that is CommonMark. */
  readonly dialect?: Dialect;
  /** What else than `---` it takes as the first line of front matter in YAML. */
  readonly fences: RegExp | undefined;
}

/** What has something made in another way by being there. */
export interface Hook {
  /** Relative to the folder of the site; the path of a folder ends in `/`. */
  readonly pattern: RegExp;
  /** Paths at which it mostly lies. In a folder whose files are not listed, it is looked for only there. */
  readonly usual: readonly string[];
  readonly changes: 'links' | 'anchors' | 'all';
}

/** What gray-matter takes, which reads front matter for several: it takes the name of a language behind the fence. */
export const grayMatterFences = /^---[ \t]*ya?ml[ \t]*$/i;

/** A site that was found. Its paths are relative to the outer one of its own folder and the program's root. */
export interface Site {
  readonly generator: SiteName;
  /** The program's root; '' unless the site lies around it. */
  readonly frame: string;
  /** The folder of the site; '' unless it lies inside the program. */
  readonly root: string;
  readonly content: readonly string[];
  /** Whether nothing in its settings has anchors made in another way. */
  readonly hasUsualAnchors: boolean;
  /** Whether nothing in it may have links lead elsewhere than the generator has them lead by itself. */
  readonly hasUsualLinks: boolean;
}

/** What the sites are to one page that it belongs to. */
export interface SiteRole {
  /** Mostly one; several where settings of more than one generator lie side by side. */
  readonly generators: readonly SiteName[];
  /** Those of them in whose content it lies: others never read it. */
  readonly reading: readonly SiteName[];
  /** The one that surely makes its anchors, in the way that is usual. */
  readonly anchors?: SiteName;
  /** Where its links to other pages are looked for beside its own folder; absent where nowhere else. */
  readonly links?: LinkRoots;
}
