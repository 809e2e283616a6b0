import { type Evidence, isEvidence } from '../evidence/evidence.ts';
import { citedBy, isControl, type RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import type { Citations } from './citations.ts';
import type { Definitions } from './definitions.ts';
import type { RecordIndex } from './programIndex.ts';

/** Has what is counted of windows follow the evidence: a record of it changes the windows of its controls, and their criteria. */
export class EvidenceOf implements RecordIndex {
  readonly #evidence: Evidence;
  readonly #citations: Citations;
  readonly #definitions: Definitions;
  #wasKept = false;

  /** @param evidence of a program whose kinds of records have taken up a change before this index does */
  constructor(evidence: Evidence, citations: Citations, definitions: Definitions) {
    this.#evidence = evidence;
    this.#citations = citations;
    this.#definitions = definitions;
  }

  /** The folders of evidence that name a control (by the key of a reference to it) are others now. */
  follow(control: string, touched: Touched): void {
    this.#followKept(touched);
    touched.records.add(control);
    for (const entry of this.#definitions.ofKey(control)) this.#forget(entry, touched);
  }

  set(entry: RecordEntry, touched: Touched): void {
    if (isEvidence(entry)) this.#evidence.add(entry);
    this.#follow(entry, touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    if (isEvidence(entry)) this.#evidence.delete(entry);
    this.#follow(entry, touched);
  }

  /** It has no key of its own. */
  touchAll(): void {}

  picture(): unknown {
    return undefined;
  }

  #follow(entry: RecordEntry, touched: Touched): void {
    const isOfEvidence = entry.shape.kind === 'evidence';
    // A folder may name a control that has come or gone.
    if (isOfEvidence || isControl(entry.shape)) this.#followKept(touched);
    if (!isOfEvidence || !isEvidence(entry)) return;
    for (const control of this.#evidence.controlsOf(entry)) this.#forget(control, touched);
  }

  /** With the first evidence, something is concluded of every control. */
  #followKept(touched: Touched): void {
    const { isKept } = this.#evidence;
    if (this.#wasKept !== isKept) this.#citations.touchAll(touched);
    this.#wasKept = isKept;
  }

  #forget(control: RecordEntry, touched: Touched): void {
    this.#evidence.forget(control);
    for (const criterion of citedBy(control)) {
      this.#citations.tallies.forgetTime(criterion);
      touched.criteria.add(criterion);
    }
  }
}
