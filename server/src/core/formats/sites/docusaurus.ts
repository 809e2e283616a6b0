import { anchorOf, numbered } from '../../markdown/anchors.ts';
import { withoutAttributes } from '../../markdown/headingAttributes.ts';
import { grayMatterFences, type SiteGenerator } from './site.ts';

/**
 * Docusaurus (https://docusaurus.io), as @docusaurus/core 3.10.2 builds and tells of broken links and anchors. Its folders of
 * pages are those that its settings name as a `path`; what else they compute is not known.
 */
export const docusaurus: SiteGenerator = {
  name: 'docusaurus',
  label: 'Docusaurus',
  markers: ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map(ending => `docusaurus.config.${ending}`),
  settings: [],
  isOwn: () => true,
  content: settings => [
    ...[...settings.matchAll(/\bpath:\s*["'`]([^"'`]+)/g)].map(([, path = '']) => path),
    'docs',
  ],
  otherAnchors: /slug|rehypePlugins|remarkPlugins|preprocessor/i,
  hasOtherLinks: settings => /rehypePlugins|remarkPlugins|preprocessor/i.test(settings),
  hooks: [
    {
      pattern: /^src\/theme\/MDXComponents(?:\.\w+|\/)$/,
      usual: ['js', 'jsx', 'ts', 'tsx']
        .map(ending => `src/theme/MDXComponents.${ending}`)
        .concat('src/theme/MDXComponents/'),
      changes: 'all',
    },
  ],
  anchors: headings => numbered(headings.map(({ bare }) => anchorOf(withoutAttributes(bare)))),
  // In either of its formats, `.md` and MDX. Other braces are words there, or do not compile.
  setsId: braces => /^\{#[^{}]+\}$|^\{\/\*[ \t]*#[^{}]*\*\/\}$/.test(braces),
  hasIdLines: false,
  setsIdsElsewhere: false,
  looksFurther: true,
  hasRootedLinks: true,
  // Versions and translations.
  otherContent:
    /^(?:versioned_docs\/[^/]+|\w+_versioned_docs\/[^/]+|i18n\/[^/]+\/docusaurus-plugin-content-[^/]+(?:\/[^/]+)?)(?=\/)/,
  fences: grayMatterFences,
};
