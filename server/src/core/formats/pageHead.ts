import type { Dialect } from '../markdown/dialect.ts';
import type { YamlDocument, YamlMapping } from '../yaml/node.ts';
import { readYaml } from '../yaml/read.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import { formatOf, layoutNamed } from './layouts/layouts.ts';
import type { Role } from './role.ts';
import { dialectOf } from './sites/sites.ts';

/** What is to be known of a Markdown document before its body is read. */
export interface PageHead {
  readonly envelope: Envelope;
  /** Its front matter; empty without any. */
  readonly yaml: readonly YamlDocument[];
  readonly mapping: YamlMapping | undefined;
  /** The dialect in which its body is written. */
  readonly dialect: Dialect;
}

/**
 * Reads the front matter of a Markdown document.
 * @param text without a byte order mark
 */
export function pageHead(text: string, role: Role): PageHead {
  const envelope = envelopeOf(text, layoutNamed(role.layout).hasOptionalFence);
  const yaml = envelope.style === 'none' ? [] : [readYaml(text, envelope.metaStart, envelope.metaEnd)];
  const root = yaml[0]?.root;
  const mapping = root?.type === 'mapping' ? root : undefined;
  const { dialect } = layoutNamed(formatOf(role.layout, envelope.style, mapping));
  return { envelope, yaml, mapping, dialect: dialectOf(role.site, dialect) };
}
