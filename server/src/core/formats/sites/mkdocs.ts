import { setsId, withoutAttributes } from '../../markdown/headingAttributes.ts';
import { pythonMarkdown } from '../../markdown/pythonMarkdown.ts';
import { pluginsIn } from './pluginsIn.ts';
import type { SiteGenerator } from './site.ts';
import { mkdocsNumbered, mkdocsSlug } from './slugs.ts';

/** Plugins that leave links where they lead. */
const keepsLinks =
  /^(?:(?:material\/)?(?:search|tags|social|privacy|offline|meta|optimize)|git-(?:revision-date(?:-localized)?|authors|committers(?:-2)?)|minify|glightbox|print-site|with-pdf|pdf-export|table-reader|mermaid2|awesome-pages|awesome-nav|literate-nav|section-index|exclude|redirects|htmlproofer|linkcheck)$/;

/**
 * MkDocs (https://www.mkdocs.org), as version 1.4.2 with python-markdown 3.4.1 and pymdown-extensions 9.5 builds. A link leads
 * from the folder of its page only, and one that begins with `/` is left as it is.
 */
export const mkdocs: SiteGenerator = {
  name: 'mkdocs',
  label: 'MkDocs',
  markers: ['mkdocs.yml', 'mkdocs.yaml'],
  settings: [],
  isOwn: () => true,
  content: settings => [/^docs_dir:[ \t]*["']?([^"'#\r\n]+)/m.exec(settings)?.[1]?.trim() ?? 'docs'],
  otherAnchors: /slugify|separator|^INHERIT:/m,
  hasOtherLinks: settings =>
    /^(?:INHERIT|hooks)[ \t]*:/m.test(settings) ||
    pluginsIn(settings, /^plugins[ \t]*:/m).some(plugin => !keepsLinks.test(plugin)),
  hooks: [],
  anchors: headings => mkdocsNumbered(headings.map(({ bare }) => mkdocsSlug(withoutAttributes(bare)))),
  // Without `attr_list`, the braces are words of the heading.
  setsId: braces => setsId(braces.replace(/^\{:/, '{')),
  hasIdLines: false,
  setsIdsElsewhere: true,
  looksFurther: false,
  hasRootedLinks: false,
  dialect: pythonMarkdown,
  fences: undefined,
};
