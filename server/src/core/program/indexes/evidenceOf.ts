import { type Evidence, isEvidence } from '../evidence/evidence.ts';
import { citedBy, type RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import type { Citations } from './citations.ts';
import type { RecordIndex } from './programIndex.ts';

/** Has what is counted of windows follow the evidence: a record of it changes the windows of its controls, and their criteria. */
export class EvidenceOf implements RecordIndex {
  readonly #evidence: Evidence;
  readonly #citations: Citations;
  #wasKept = false;

  /** @param evidence of a program whose kinds of records have taken up a change before this index does */
  constructor(evidence: Evidence, citations: Citations) {
    this.#evidence = evidence;
    this.#citations = citations;
  }

  set(entry: RecordEntry, touched: Touched): void {
    this.#follow(entry, touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    this.#follow(entry, touched);
  }

  /** It has no key of its own. */
  touchAll(): void {}

  picture(): unknown {
    return undefined;
  }

  #follow(entry: RecordEntry, touched: Touched): void {
    if (entry.shape.kind !== 'evidence') return;
    // With the first record of it, something is concluded of every control.
    if (this.#wasKept !== this.#evidence.isKept) this.#citations.touchAll(touched);
    this.#wasKept = this.#evidence.isKept;
    if (!isEvidence(entry)) return;
    for (const control of this.#evidence.controlsOf(entry)) {
      this.#evidence.forget(control);
      for (const criterion of citedBy(control)) {
        this.#citations.tallies.forgetTime(criterion);
        touched.criteria.add(criterion);
      }
    }
  }
}
