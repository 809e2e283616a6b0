import type { Editing } from '../editing.ts';
import { manifestOffers } from './inManifest.ts';
import { inProse } from './inProse.ts';
import { recordCompletions } from './inRecord.ts';
import { type Completion, placed } from './offer.ts';
import { skeletonCompletions } from './skeletons.ts';
import { yamlCursorAt } from './yamlCursor.ts';

/** A document up to the first key that is typed behind its opening fence; what follows makes it no front matter yet. */
const begunFrontMatter = /^(---[ \t]*(?:\r\n|\n|\r))(?:[\w-]+:.*(?:\r\n|\n|\r))*[\w-]*$/;

/**
 * What can be put at an offset: criteria (by id and by words; in scope first, missing ones before covered, those already
 * listed last), ids of records, people, words a key allows, and keys; in front matter, YAML and prose, half-typed text too.
 * In an empty document whole records come first.
 */
export function completionsAt(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  const at = Math.max(0, Math.min(offset, facts.text.length));
  return [...skeletonCompletions(editing, at), ...withinDocument(editing, at)];
}

function withinDocument(editing: Editing, at: number): Completion[] {
  const { facts } = editing;
  if (facts.role.language === 'yaml') return inYaml(editing, at, 0);
  const { envelope } = facts;
  if (envelope && envelope.style !== 'none' && at >= envelope.metaStart) {
    // The line of the closing fence is neither metadata nor body.
    if (at < envelope.metaEnd || (at === envelope.metaEnd && envelope.style === 'unclosed')) {
      return inYaml(editing, at, envelope.metaStart);
    }
    if (at < envelope.bodyStart) return [];
  }
  const begun = begunFrontMatter.exec(facts.text.slice(0, at));
  if (begun) return inYaml(editing, at, begun[1]?.length ?? 0);
  return inProse(editing, at);
}

function inYaml(editing: Editing, offset: number, from: number): Completion[] {
  const cursor = yamlCursorAt(editing.facts.text, from, offset);
  if (!cursor) return [];
  return editing.facts.role.manifest
    ? placed(editing, manifestOffers(editing, cursor, offset), cursor)
    : recordCompletions(editing, cursor, offset);
}
