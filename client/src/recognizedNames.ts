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

/** The endings of documents. Other extensions give Markdown and YAML files languages of their own. */
export const endings: readonly string[] = ['md', 'markdown', 'mdx', 'md.tmpl', 'yaml', 'yml'];
