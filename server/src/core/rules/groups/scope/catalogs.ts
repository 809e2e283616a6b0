import { isTsc } from '../../../catalog/isTsc.ts';
import { reportMappings } from '../../../formats/manifestEdits.ts';
import { addToList, writtenLike } from '../../../formats/yamlEdits.ts';
import { manifestEntry } from '../../../model/manifestKeys.ts';
import { nearest } from '../../../text/nearest.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/catalogs',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A report that names a catalog that does not exist, or that does not fit the kind of report.',
  why: 'A SOC 2 or SOC 3 report concludes on the Trust Services Criteria. A SOC 1 report concludes on control objectives of the organization. Without the right catalog, there is nothing to measure the report against.',
  fix: 'Name the file of the catalog under `catalogs` in the manifest, or correct the name. SOC 2 and SOC 3 reports need `TSC`; a SOC 1 report must not name it.',
  messages: {
    default:
      'The program has no catalog `{name}`. Correct the name, or add its file under `catalogs` in the manifest.',
    soc1: 'A SOC 1 report is not measured against the Trust Services Criteria. Remove `{name}`, or make this a SOC 2 report.',
    tsc: 'A SOC 2 or SOC 3 report is measured against the Trust Services Criteria. Add `TSC` to the catalogs of `{report}`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [TSC, ICFR]}
                                                                       ^^^
        - {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [ICFR, ISO27001]}
                                                            ^^^^^^^^
                                                                             ^^^^^^^^
      scope: {categories: [security]}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria: [{id: CO-1, title: Payments are authorized}]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [icfr]}
        - {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [SOC 2, ICFR]}
      scope: {categories: [security]}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria: [{id: CO-1, title: Payments are authorized}]
      `,
    ],
  },
  fixes({ path, range, message, args: { name = '' }, facts, program }) {
    if (message === 'tsc') {
      const report = reportMappings(facts).find(({ start, end }) => start <= range.start && range.end <= end);
      const list = report && manifestEntry(report, 'catalogs')?.value;
      const edits = list ? [{ path, ...addToList(facts.text, list, ['TSC']) }] : [];
      return edits.length > 0 ? [{ title: 'Add TSC', edits, preferred: true }] : [];
    }
    const names = program.catalogs.all.map(one => one.name);
    const near = message === 'default' ? nearest(name, names) : undefined;
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check({ manifest, reports, catalogs, catalogFiles: { named } }, _key, report) {
    // A file that has not been read yet may have any name.
    if (!manifest || named.catalogs.some(({ lack }) => lack === 'unread')) return;
    for (const { id, kind, shape } of reports) {
      const stated = shape?.catalogs;
      if (!stated) continue;
      const at = (place: number) => ({ path: manifest.path, record: 0, at: place });
      for (const { text, at: place } of stated.names) {
        if (isTsc(text) && kind === 'soc1') report(at(place), { name: text }, 'soc1');
        if (!isTsc(text) && !catalogs.named(text)) report(at(place), { name: text });
      }
      if (kind !== 'soc1' && !stated.names.some(({ text }) => isTsc(text))) {
        report(at(stated.at), { report: id }, 'tsc');
      }
    }
  },
};
