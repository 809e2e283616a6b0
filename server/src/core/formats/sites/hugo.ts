import { numbered } from '../../markdown/anchors.ts';
import { setsId, withoutAttributes } from '../../markdown/headingAttributes.ts';
import type { SiteGenerator } from './site.ts';
import { hugoSlug } from './slugs.ts';

const endings = ['toml', 'yaml', 'yml', 'json'];

/**
 * Hugo (https://gohugo.io), as version 0.111.3 builds. It makes anchors of the source of a heading, marks and all; of which
 * marks, that differs.
 */
export const hugo: SiteGenerator = {
  name: 'hugo',
  label: 'Hugo',
  markers: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(name =>
    endings.map(ending => `${name}.${ending}`),
  ),
  settings: [],
  isOwn: settings =>
    /^[ \t]*["']?(?:baseURL|languageCode|contentDir|defaultContentLanguage)["']?[ \t]*[=:]/im.test(settings),
  content: settings => [
    /^[ \t]*["']?contentDir["']?[ \t]*[=:][ \t]*["']?([^"'#,\r\n]+)/im.exec(settings)?.[1]?.trim() ??
      'content',
  ],
  // A theme or module can have hooks that make headings.
  otherAnchors: /autoHeadingID|markup|defaultMarkdownHandler|\[?module|\btheme\b/i,
  anchors: (headings, text) => {
    const sources = headings.map(({ textStart, textEnd }) =>
      withoutAttributes(text.slice(textStart, textEnd)),
    );
    return [
      ...numbered(sources.map(hugoSlug)),
      ...headings.map(({ bare }) => hugoSlug(withoutAttributes(bare))),
    ];
  },
  setsId,
  hasIdLines: false,
  // It takes attributes of other blocks only where `markup` in its settings says so.
  setsIdsElsewhere: false,
  looksFurther: false,
  hasRootedLinks: false,
  fences: /^---[ \t]+#.*$/,
};
