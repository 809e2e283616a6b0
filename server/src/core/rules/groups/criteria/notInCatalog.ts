import type { Catalogs } from '../../../catalog/catalogs.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import { nearest } from '../../../text/nearest.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'criteria/not-in-catalog',
  reads: 'criterion',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A citation of an id that your own catalog does not have.',
  why: 'A mapping to an id that does not exist maps to nothing, and the criterion that you meant looks uncovered.',
  fix: 'Correct the id, or add it to the catalog.',
  messages: {
    default: '`{id}` is not in the catalog {catalog}. Correct the id, or add it to the catalog.',
    withdrawn: '`{id}` has been withdrawn from the catalog {catalog}. See {successors}.',
    gone: '`{id}` has been withdrawn from the catalog {catalog}, which names no successor. Remove it.',
  },
  varying: ['successors'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorized}
        - {id: CO-2, title: Changes are tested}
      === controls/approval.yaml
      id: PAY-01
      satisfies:
        ICFR: [CO-1, CO-3]
                     ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorized}
        - {id: CO-2, title: Changes are tested}
      === controls/approval.yaml
      id: PAY-01
      satisfies:
        ICFR: [CO-1 – CO-2, co-2]
        SOX: [404]
      `,
    ],
  },
  fixes({ path, range, args: { id = '', catalog = '' }, facts, program }) {
    const near = nearestId(id, catalog, program.catalogs);
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(program, key, report) {
    const { catalogs } = program;
    if (catalogs.criterion(key) ?? catalogs.group(key)) return;
    for (const { path, index, elsewhere } of inOrder(program.citing(key))) {
      for (const [citation, keys] of elsewhere ?? []) {
        const known = keys.includes(key) ? catalogs.loaded(citation.catalog) : undefined;
        if (!known) continue;
        const { id, at } = citation;
        const withdrawn = known.withdrawn.find(one => one.id.toLowerCase() === id.toLowerCase());
        const successors = withdrawn?.successors.join(', ') ?? '';
        const message = !withdrawn ? 'default' : successors === '' ? 'gone' : 'withdrawn';
        report({ path, record: index, at }, { id, catalog: known.catalog.name, successors }, message);
      }
    }
  },
  hint({ id = '', catalog = '' }, { catalogs }) {
    const near = nearestId(id, catalog, catalogs);
    return near === undefined ? undefined : `Did you mean \`${near}\`?`;
  },
};

function nearestId(id: string, name: string, catalogs: Catalogs): string | undefined {
  const { criteria = [], groups = [] } = catalogs.named(name) ?? {};
  return nearest(
    id,
    [...criteria, ...groups].map(one => one.id),
  );
}
