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
 * None where a key or value of ours stands to which nothing of that belongs; undefined where the place is not ours to
 * complete: in running text about nothing we know, in a comment, and under a key of somebody else's.
 */
export function completionsAt(editing: Editing, offset: number): Completion[] | undefined {
  const { facts } = editing;
  const at = Math.max(0, Math.min(offset, facts.text.length));
  const skeletons = skeletonCompletions(editing, at);
  const within = withinDocument(editing, at);
  return skeletons.length > 0 ? [...skeletons, ...(within ?? [])] : within;
}

function withinDocument(editing: Editing, at: number): Completion[] | undefined {
  const { facts } = editing;
  if (facts.role.language === 'csv') return [];
  if (facts.role.language === 'yaml') return inYaml(editing, at, 0);
  const { envelope } = facts;
  if (envelope && envelope.style !== 'none' && at >= envelope.metaStart) {
    // The line of the closing fence is neither metadata nor body.
    if (at < envelope.metaEnd || (at === envelope.metaEnd && envelope.style === 'unclosed')) {
      return inYaml(editing, at, envelope.metaStart);
    }
    if (at < envelope.bodyStart) return undefined;
  }
  const begun = begunFrontMatter.exec(facts.text.slice(0, at));
  if (begun) return inYaml(editing, at, begun[1]?.length ?? 0);
  const found = inProse(editing, at);
  return found.length > 0 ? found : undefined;
}

function inYaml(editing: Editing, offset: number, from: number): Completion[] | undefined {
  const cursor = yamlCursorAt(editing.facts.text, from, offset);
  if (!cursor) return undefined;
  if (!editing.facts.role.manifest) return recordCompletions(editing, cursor, offset);
  const offers = manifestOffers(editing, cursor, offset);
  return offers && placed(editing, offers, cursor);
}
