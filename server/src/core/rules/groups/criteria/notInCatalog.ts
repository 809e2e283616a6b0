import type { Catalogs } from '../../../catalog/catalogs.ts';
import { isTsc } from '../../../catalog/isTsc.ts';
import { tsc } from '../../../catalog/tsc.ts';
import type { DocumentFacts } from '../../../formats/facts.ts';
import { textIn } from '../../../formats/stated.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { CitationShape } from '../../../model/shape.ts';
import type { Program } from '../../../program/program.ts';
import type { RecordEntry } from '../../../program/record.ts';
import { nearest } from '../../../text/nearest.ts';
import type { TextRange } from '../../../text/range.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import type { YamlScalar } from '../../../yaml/node.ts';
import { isNearTsc } from '../../questions/keysMeant.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'criteria/not-in-catalog',
  reads: 'criterion',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  severityApart: {
    messages: ['elsewhere'],
    severity: { start: 'warning', recommended: 'warning', strict: 'error' },
    when: 'for a common criterion under the name of no catalog',
  },
  summary:
    'A citation of an id that your own catalog does not have, or of a criterion of the TSC under the name of no catalog.',
  why: 'A mapping to an id that does not exist maps to nothing, and the criterion that you meant looks uncovered.',
  fix: 'Correct the id, or add it to the catalog. List the criteria of the TSC under `TSC`.',
  messages: {
    default: '`{id}` is not in the catalog {catalog}. Correct the id, or add it to the catalog.',
    withdrawn: '`{id}` has been withdrawn from the catalog {catalog}. See {successors}.',
    gone: '`{id}` has been withdrawn from the catalog {catalog}, which names no successor. Remove it.',
    elsewhere:
      '`{id}` is a criterion of the TSC, and does not count under `{catalog}`, which is the name of no catalog. List it under `TSC`.',
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
      `
      === controls/sso.yaml
      id: AC-01
      satisfies:
        ISO 27001: [A.5.15, CC6.1, CC6.2]
                            ^^^^^
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
      `
      === tickmark.yaml
      tickmark: 1
      catalogs: [customer.yaml]
      === customer.yaml
      name: Customer
      criteria: [{id: CC1.1, title: Reports come monthly}]
      === controls/reports.yaml
      id: RP-01
      satisfies: {Customer: [CC1.1], TSC: [CC2.3]}
      `,
    ],
  },
  fixes({ path, range, message, args: { id = '', catalog = '' }, facts, program }) {
    if (message === 'elsewhere') {
      const name = nameOfOurs(facts, range);
      if (!name) return [];
      const text = writtenLike(facts.text.slice(name.start, name.end), 'TSC');
      const edit = { path, start: name.start, end: name.end, text };
      return [{ title: `Write TSC for ${catalog}`, edits: [edit], preferred: true }];
    }
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
        if (!keys.includes(key)) continue;
        const { id, at } = citation;
        const known = catalogs.loaded(citation.catalog);
        if (!known) {
          const { catalog } = citation;
          if (isFirstUnder(citation, elsewhere) && !isNearTsc(catalog) && !areSomeUnread(program))
            report({ path, record: index, at }, { id, catalog }, 'elsewhere');
          continue;
        }
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

/** Whether a citation is the first of those under its name that are told of: one finding for a list is enough. */
function isFirstUnder({ catalog, at }: CitationShape, elsewhere: RecordEntry['elsewhere']): boolean {
  const [first] =
    [...(elsewhere ?? [])].find(([one, keys]) => one.catalog === catalog && keys.length > 0) ?? [];
  return first?.at === at;
}

/** Whether a catalog is named that could not be read at all: it may be the one that is meant. */
function areSomeUnread({ catalogFiles: { named } }: Program): boolean {
  return named.catalogs.some(({ lack }) => lack !== undefined);
}

/** The name under which a place is cited, where all that stands under it are criteria of the TSC, and nothing says so. */
function nameOfOurs({ records }: DocumentFacts, place: TextRange): YamlScalar | undefined {
  for (const { mapping } of records) {
    const satisfies = mapping && entry(mapping, 'satisfies')?.value;
    for (const one of items(satisfies)) {
      if (one?.type !== 'mapping' || one.entries.some(({ key }) => isTsc(key.value))) continue;
      const found = one.entries.find(
        ({ value }) => value && value.start <= place.start && place.end <= value.end,
      );
      const ids = items(found?.value).map(textIn);
      if (found && ids.every(id => id !== undefined && tsc.criterion(id.toUpperCase()))) return found.key;
    }
  }
  return undefined;
}

function nearestId(id: string, name: string, catalogs: Catalogs): string | undefined {
  const { criteria = [], groups = [] } = catalogs.named(name) ?? {};
  return nearest(
    id,
    [...criteria, ...groups].map(one => one.id),
  );
}
