import { daysBetween } from '../../text/calendar.ts';
import { monthIn } from '../../text/months.ts';
import type { Definitions } from '../indexes/definitions.ts';
import type { EvidenceFolder, EvidenceFolders } from '../indexes/evidenceFolders.ts';
import type { Kinds } from '../indexes/kinds.ts';
import type { Manifests } from '../indexes/manifests.ts';
import { MultiMap } from '../multiMap.ts';
import { byPlace, isControl, namesOf, type RecordEntry } from '../record.ts';
import type { Period, Report } from '../report.ts';
import { referenceKey } from '../touched.ts';
import { type ControlWindows, controlWindows } from './controlWindows.ts';
import { timeSettings } from './settings.ts';
import { SystemNames } from './systemNames.ts';

interface Told {
  readonly definitions: Definitions;
  readonly kinds: Kinds;
  readonly manifests: Manifests;
  readonly evidenceFolders: EvidenceFolders;
}

/** What was counted of each control. */
type Kept = WeakMap<RecordEntry, { readonly windows: ControlWindows | undefined }>;

/**
 * The windows of controls in reports, and the evidence that fills them, kept by difference: what has changed of a control or of
 * its evidence is counted again when it is asked for, and nothing else.
 */
export class Evidence {
  readonly #indexes: Told;
  readonly #today: () => string;
  /** By what windows depend on beside a control and its evidence. */
  readonly #kept = new Map<string, Kept>();
  /** What was asked for last: the windows of many controls are asked for one after the other. */
  #asked:
    | { readonly report: Report; readonly manifest: unknown; readonly today: string; readonly key: string }
    | undefined;
  #counted = 0;
  /** The evidence that counts, by the keys of the controls that it names. */
  readonly #naming = new MultiMap<RecordEntry>();

  /** @param today gives the calendar date that stands for today */
  constructor(indexes: Told, today: () => string) {
    this.#indexes = indexes;
    this.#today = today;
  }

  /** Whether the program keeps evidence at all: of one that keeps it elsewhere, nothing is concluded. */
  get isKept(): boolean {
    const { kinds, evidenceFolders, definitions } = this.#indexes;
    if (kinds.of('evidence').size > 0) return true;
    for (const control of evidenceFolders.controls) if (definitions.ofKey(control).size > 0) return true;
    return false;
  }

  /** The month in which the fiscal year begins, 1 to 12; undefined where the manifest does not say it. */
  get fiscalYearBegins(): number | undefined {
    return monthIn(this.#indexes.manifests.stated?.shape.fiscalYearBegins?.text ?? '');
  }

  /** How often the windows of a control have been counted so far. */
  get counted(): number {
    return this.#counted;
  }

  /**
   * The windows of a control in a report; undefined where the report is not over a period that has windows, or where the record
   * is none of its controls.
   */
  windows(report: Report, control: RecordEntry): ControlWindows | undefined {
    const period = periodOf(report);
    if (!period) return undefined;
    const kept = this.#keptFor(report);
    let told = kept.get(control);
    if (!told) {
      this.#counted++;
      const manifest = this.#indexes.manifests.stated?.shape;
      const windows = controlWindows(control, this.of(control), this.foldersOf(control), {
        report,
        period,
        settings: timeSettings(manifest),
        names: new SystemNames(manifest),
        today: this.#today(),
      });
      kept.set(control, (told = { windows }));
    }
    return told.windows;
  }

  /** The evidence that counts and names a control, by place. */
  of(control: RecordEntry): readonly RecordEntry[] {
    const naming = namesOf(control.shape).flatMap(name => [...this.#naming.get(name)]);
    return [...new Set(naming)].sort(byPlace);
  }

  /** Whether a control has evidence that counts, or a folder of it. */
  has(control: RecordEntry): boolean {
    return this.of(control).length > 0 || this.foldersOf(control).length > 0;
  }

  /** Takes up evidence that counts. */
  add(entry: RecordEntry): void {
    for (const key of controlKeys(entry)) this.#naming.add(key, entry);
  }

  /** Lets go evidence that counted. */
  delete(entry: RecordEntry): void {
    for (const key of controlKeys(entry)) this.#naming.delete(key, entry);
  }

  /** The folders of evidence of a control whose files have no record, by path. */
  foldersOf(control: RecordEntry): readonly EvidenceFolder[] {
    return this.#indexes.evidenceFolders.of(namesOf(control.shape));
  }

  /** The controls of the program that evidence names. */
  controlsOf(entry: RecordEntry): readonly RecordEntry[] {
    const named = controlKeys(entry).flatMap(key => [...this.#indexes.definitions.ofKey(key)]);
    return [...new Set(named)].filter(entry => isControl(entry.shape));
  }

  /** Forgets what was counted of a control: its evidence has changed. */
  forget(control: RecordEntry): void {
    for (const kept of this.#kept.values()) kept.delete(control);
  }

  /** Forgets what was counted for reports other than these, or otherwise than now. */
  keep(reports: readonly Report[]): void {
    const keys = new Set(reports.map(report => this.keyOf(report)));
    for (const key of this.#kept.keys()) if (!keys.has(key)) this.#kept.delete(key);
  }

  /** Equal for reports in which the windows of every control are the same. */
  keyOf(report: Report): string {
    const manifest = this.#indexes.manifests.stated;
    const today = this.#today();
    const asked = this.#asked;
    if (asked?.report === report && asked.manifest === manifest && asked.today === today) return asked.key;
    const key = this.#newKeyOf(report);
    this.#asked = { report, manifest, today, key };
    return key;
  }

  #keptFor(report: Report): Kept {
    const key = this.keyOf(report);
    let kept = this.#kept.get(key);
    if (!kept) this.#kept.set(key, (kept = new WeakMap()));
    return kept;
  }

  #newKeyOf({ period, otherSystems }: Report): string {
    const manifest = this.#indexes.manifests.stated?.shape;
    const systems = (manifest?.systems ?? []).map(({ id, name }) => `${id}=${name ?? ''}`);
    const said = [period?.start, period?.end, this.#today(), timeSettings(manifest).key];
    return [...said, ...otherSystems, ...systems].join('\n');
  }
}

/** The keys of the controls that a record of evidence names, each once. */
function controlKeys({ shape }: RecordEntry): readonly string[] {
  const named = shape.references.flatMap(({ key, id }) => (key === 'controls' ? [referenceKey(id)] : []));
  return [...new Set(named)];
}

/** The days of a report over a period that has windows: a Type I says nothing about operation, and a period can be too long. */
export function periodOf({ type, period }: Report): Period | undefined {
  return type === 1 || !period || isTooLong(period) ? undefined : period;
}

/** The days of ten years, with three leap years among them. */
const mostDays = 3653;

/** Whether a period is so long that no windows are made of it: nobody reports on more than ten years, so a date is wrong. */
export function isTooLong({ start, end }: Period): boolean {
  return daysBetween(start, end) + 1 > mostDays;
}

/** Whether a record is evidence that counts. */
export function isEvidence({ shape: { kind, standing } }: RecordEntry): boolean {
  return kind === 'evidence' && standing === 'counts';
}
