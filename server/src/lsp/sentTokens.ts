import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';

/** How many numbers a token has (LSP, semantic tokens). */
const numbersOfToken = 5;

interface Sent {
  readonly resultId: string;
  readonly data: readonly number[];
}

/**
 * The tokens that a client has of its open documents, so that it is sent only what has changed. The library's own builder names
 * results by the time, and two of one millisecond alike.
 */
export class SentTokens {
  readonly #sent = new Map<string, Sent>();
  #count = 0;

  /** All tokens of a document. */
  full(key: string, data: number[]): SemanticTokens {
    return { resultId: this.#keep(key, data), data };
  }

  /**
   * What has changed since the client was sent tokens of a document.
   * @param previous the result that it has; where that is not the last one, it is sent all tokens
   */
  since(previous: string, key: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const sent = this.#sent.get(key);
    const resultId = this.#keep(key, data);
    return sent?.resultId === previous ? { resultId, edits: editsOf(sent.data, data) } : { resultId, data };
  }

  /** Forgets the documents that are not open any more. */
  keepOnly(isOpen: (key: string) => boolean): void {
    for (const key of this.#sent.keys()) if (!isOpen(key)) this.#sent.delete(key);
  }

  #keep(key: string, data: readonly number[]): string {
    const resultId = String(++this.#count);
    this.#sent.set(key, { resultId, data });
    return resultId;
  }
}

/** The one edit of whole tokens that makes the old ones the new ones; none where they are the same. */
function editsOf(old: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  if (same === old.length && same === now.length) return [];
  const start = same - (same % numbersOfToken);
  let behind = 0;
  while (behind < shorter - start && old.at(-1 - behind) === now.at(-1 - behind)) behind++;
  behind -= behind % numbersOfToken;
  return [{ start, deleteCount: old.length - behind - start, data: now.slice(start, now.length - behind) }];
}
