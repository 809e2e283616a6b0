import { numbered } from '../../markdown/anchors.ts';
import { setsId, withoutAttributes } from '../../markdown/headingAttributes.ts';
import type { Hook, SiteGenerator } from './site.ts';
import { hugoSlug } from './slugs.ts';

/** A template that makes links or headings in place of Hugo. */
function markupHook(name: string, changes: Hook['changes']): Hook {
  const file = `_markup/render-${name}.html`;
  return {
    pattern: new RegExp(`^layouts/(?:.+/)?${file}$`),
    usual: [`layouts/_default/${file}`, `layouts/${file}`],
    changes,
  };
}

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
  // With several languages, later versions have a hook of their own.
  hasOtherLinks: settings => /markup|renderHooks|\[?module|\btheme\b|\blanguages\b/i.test(settings),
  hooks: [
    markupHook('link', 'links'),
    markupHook('heading', 'anchors'),
    {
      pattern: /^config\/[^/]+\/(?:languages|markup|module)\.(?:toml|ya?ml|json)$/,
      usual: ['languages', 'markup', 'module'].flatMap(name =>
        endings.map(ending => `config/_default/${name}.${ending}`),
      ),
      changes: 'all',
    },
  ],
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
