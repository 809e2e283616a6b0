import type { Catalogues } from '../../catalogue/catalogues.ts';
import { writtenLike } from '../../formats/yamlEdits.ts';
import { nearest } from '../../text/nearest.ts';
import { inOrder, type ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'criteria/not-in-catalogue',
  reads: 'criterion',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'An id under the name of a catalogue of your own that this catalogue does not have.',
  why: 'What is mapped to an id that does not exist is mapped to nothing, and the criterion that was meant looks uncovered.',
  fix: 'Correct the id, or add it to the catalogue.',
  messages: {
    default: '`{id}` is not in the catalogue {catalogue}. Correct it, or add it there.',
    withdrawn: '`{id}` has been withdrawn from the catalogue {catalogue}. See {successors}.',
    gone: '`{id}` has been withdrawn from the catalogue {catalogue}, with no successor named. Take it out.',
  },
  varying: ['successors'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorised}
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
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorised}
        - {id: CO-2, title: Changes are tested}
      === controls/approval.yaml
      id: PAY-01
      satisfies:
        ICFR: [CO-1 – CO-2, co-2]
        SOX: [404]
      `,
    ],
  },
  fixes({ path, range, args: { id = '', catalogue = '' }, facts, programme }) {
    const near = nearestId(id, catalogue, programme.catalogues);
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(programme, key, report) {
    const { catalogues } = programme;
    if (catalogues.criterion(key) ?? catalogues.group(key)) return;
    for (const { path, index, elsewhere } of inOrder(programme.citing(key))) {
      for (const [citation, keys] of elsewhere ?? []) {
        const known = keys.includes(key) ? catalogues.known(citation.catalogue) : undefined;
        if (!known) continue;
        const { id, at } = citation;
        const withdrawn = known.withdrawn.find(one => one.id.toLowerCase() === id.toLowerCase());
        const successors = withdrawn?.successors.join(', ') ?? '';
        const message = !withdrawn ? 'default' : successors === '' ? 'gone' : 'withdrawn';
        report({ path, record: index, at }, { id, catalogue: known.catalogue.name, successors }, message);
      }
    }
  },
  hint({ id = '', catalogue = '' }, { catalogues }) {
    const near = nearestId(id, catalogue, catalogues);
    return near === undefined ? undefined : `Was \`${near}\` meant?`;
  },
};

function nearestId(id: string, name: string, catalogues: Catalogues): string | undefined {
  const { criteria = [], groups = [] } = catalogues.named(name) ?? {};
  return nearest(
    id,
    [...criteria, ...groups].map(one => one.id),
  );
}
