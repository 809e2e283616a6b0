import { numbered } from '../../markdown/anchors.ts';
import { setsId, withoutAttributes } from '../../markdown/headingAttributes.ts';
import { grayMatterFences, type SiteGenerator } from './site.ts';
import { vitepressSlug } from './slugs.ts';

/** VitePress (https://vitepress.dev), as version 1.6.4 builds and tells of dead links. */
export const vitepress: SiteGenerator = {
  name: 'vitepress',
  label: 'VitePress',
  markers: ['.vitepress/'],
  settings: ['js', 'ts', 'mjs', 'mts'].flatMap(ending => [
    `.vitepress/config.${ending}`,
    `.vitepress/config/index.${ending}`,
  ]),
  isOwn: () => true,
  // A folder that is computed is not known.
  content: settings =>
    /\bsrcDir\b/.test(settings) ? (/\bsrcDir:\s*["']([^"']+)/.exec(settings)?.slice(1) ?? []) : ['.'],
  otherAnchors: /\bmarkdown\s*:|slugify/,
  // Links between pages that are rewritten lead from where they are then.
  hasOtherLinks: settings => /\bmarkdown\s*:|\brewrites\b/.test(settings),
  hooks: [],
  anchors: headings => numbered(headings.map(({ bare }) => vitepressSlug(withoutAttributes(bare)))),
  setsId: braces => setsId(braces.replace(/^\{:/, '{').replace(/^\{\/\*(.*)\*\/\}$/, '{$1}')),
  hasIdLines: false,
  setsIdsElsewhere: true,
  looksFurther: false,
  hasRootedLinks: true,
  fences: grayMatterFences,
};
