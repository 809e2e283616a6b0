import { anchorOf, numbered } from '../../markdown/anchors.ts';
import { withoutAttributes } from '../../markdown/headingAttributes.ts';
import type { SiteGenerator } from './site.ts';
import { jekyllSlug } from './slugs.ts';

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
