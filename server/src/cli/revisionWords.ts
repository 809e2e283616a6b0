import { type Revision, shortCommit } from './place.ts';

/** What text says of the revision in which documents were read: a sentence for each. */
export function revisionWords(revision: Revision | undefined): string[] {
  if (!revision) return [];
  const { name, commit, date } = revision;
  return [`The documents are those of revision ${name}: commit ${shortCommit(commit)} of ${date}.`];
}

/** What JSON says of it, as a part of an object. */
export function revisionJson(revision: Revision | undefined): { readonly revision?: Revision } {
  return revision ? { revision } : {};
}
