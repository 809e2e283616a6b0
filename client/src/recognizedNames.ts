// What the server recognizes and reads, by names: the same lists as in its formats/layouts, which a test compares.

/** Files at the root of what is recognized. */
export const markers: readonly string[] = [
  'tickmark.yaml',
  'tickmark.yml',
  'comply.yml',
  'comply.yaml',
  'opencontrol.yaml',
  'opencontrol.yml',
];

/** Folders that often hold control documentation, and often something else. */
export const folders: readonly string[] = ['controls', 'narratives', 'policies', 'procedures', 'standards'];

/** Files other than documents that may tell the generator of a site, or what makes its links and headings. */
export const siteFiles: readonly string[] = [
  ...['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map(ending => `docusaurus.config.${ending}`),
  ...['hugo.toml', 'hugo.json', 'config.toml', 'config.json', '_config.toml'],
  ...['js', 'jsx', 'ts', 'tsx'].map(ending => `MDXComponents.${ending}`),
  ...['render-link.html', 'render-heading.html'],
  ...['languages', 'markup', 'module'].flatMap(name => [`${name}.toml`, `${name}.json`]),
];

/** Folders that may tell it. */
export const siteFolders: readonly string[] = ['.vitepress', 'MDXComponents', '_plugins'];

/** The endings of documents. Other extensions give Markdown and YAML files languages of their own. */
export const endings: readonly string[] = ['md', 'markdown', 'mdx', 'md.tmpl', 'yaml', 'yml'];
