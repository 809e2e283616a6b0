import type { Silencing } from '../formats/silencings.ts';
import type { Finding } from '../rules/rule.ts';

/** What a document, or a file of a catalog, yields by itself. */
interface OfDocument {
  readonly findings: readonly Finding[];
  readonly silencings: readonly Silencing[];
}

/** What documents yield by themselves, by their paths: findings, and comments that silence some. */
export class DocumentFindings {
  readonly #findings = new Map<string, readonly Finding[]>();
  /** Of documents that silence anything. */
  readonly #silencings = new Map<string, readonly Silencing[]>();

  /** Sets or (with undefined) forgets what a document yields. */
  set(path: string, found: OfDocument | undefined): void {
    if (found) this.#findings.set(path, found.findings);
    else this.#findings.delete(path);
    if (found && found.silencings.length > 0) this.#silencings.set(path, found.silencings);
    else this.#silencings.delete(path);
  }

  /** What its rules found in a document. */
  findings(path: string): readonly Finding[] {
    return this.#findings.get(path) ?? [];
  }

  /** What the comments of a document silence; undefined where it has none. */
  silencings(path: string): readonly Silencing[] | undefined {
    return this.#silencings.get(path);
  }

  /** The paths of the documents that silence anything. */
  silencing(): IterableIterator<string> {
    return this.#silencings.keys();
  }
}
