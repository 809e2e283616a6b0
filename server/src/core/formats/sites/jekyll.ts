import { anchorOf, numbered } from '../../markdown/anchors.ts';
import { withoutAttributes } from '../../markdown/headingAttributes.ts';
import { pluginsIn } from './pluginsIn.ts';
import type { SiteGenerator } from './site.ts';
import { jekyllSlug } from './slugs.ts';

/** Plugins, those of GitHub Pages among them, that leave links as they are, or leave them where they lead. */
const keepsLinks: ReadonlySet<string> = new Set([
  ...[
    'jekyll-relative-links',
    'jekyll-titles-from-headings',
    'jekyll-optional-front-matter',
    'jekyll-readme-index',
  ],
  ...['jekyll-default-layout', 'jekyll-coffeescript', 'jekyll-commonmark-ghpages', 'jekyll-github-metadata'],
  ...['jekyll-paginate', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag', 'jekyll-gist', 'jekyll-avatar'],
  ...['jekyll-mentions', 'jekyll-redirect-from', 'jekyll-remote-theme', 'jekyll-include-cache', 'jemoji'],
]);

/**
 * Jekyll (https://jekyllrb.com), as version 4.3.1 with kramdown 2.4.0 and its parser of GFM builds. Hexo and Jupyter Book name
 * their settings as it does.
 */
export const jekyll: SiteGenerator = {
  name: 'jekyll',
  label: 'Jekyll',
  markers: ['_config.yml', '_config.yaml', '_config.toml'],
  settings: [],
  isOwn: settings =>
    !/^(?:source_dir|public_dir|skip_render|new_post_name|sphinx|execute|only_build_toc_files)[ \t]*:/m.test(
      settings,
    ),
  content: settings => [/^source[ \t]*[:=][ \t]*["']?([^"'#\r\n]+)/m.exec(settings)?.[1]?.trim() ?? '.'],
  // A plugin can make headings anew.
  otherAnchors: /^(?:markdown|kramdown|commonmark|plugins|gems)\b|auto_id/im,
  hasOtherLinks: settings =>
    pluginsIn(settings, /^(?:plugins|gems)[ \t]*:/m).some(plugin => !keepsLinks.has(plugin)),
  hooks: [{ pattern: /^_plugins\/$/, usual: ['_plugins/'], changes: 'all' }],
  anchors: headings => {
    const words = headings.map(({ bare }) => withoutAttributes(bare));
    return [...numbered(words.map(jekyllSlug)), ...words.map(anchorOf)];
  },
  setsId: braces => /^\{#[A-Za-z][\w:-]*\}$/.test(braces),
  hasIdLines: true,
  setsIdsElsewhere: true,
  looksFurther: false,
  hasRootedLinks: false,
  fences: undefined,
};
