import { readYaml } from '../yaml/read.ts';
import type { DocumentFacts } from './facts.ts';
import { native } from './layouts/native.ts';
import type { Role } from './role.ts';
import { silencingsIn } from './silencings.ts';

/** A file of catalogs is no document: it holds no record, whatever its folder or keys say. */
const role: Role = {
  layout: native.name,
  language: 'yaml',
  manifest: false,
  folder: undefined,
  stem: '',
  template: false,
  archived: false,
  rendered: false,
  included: false,
};

/** What is known of a file of catalogs as of any text: its lines, and the comments that silence rules. */
export function catalogFacts(text: string): DocumentFacts {
  const document = readYaml(text);
  return {
    text,
    role,
    format: native.name,
    envelope: undefined,
    markdown: undefined,
    yaml: [document],
    records: [],
    citations: [],
    silencings: silencingsIn(text, undefined, [document]),
    summary: { shape: { format: native.name, records: [], manifest: undefined }, places: [] },
  };
}
