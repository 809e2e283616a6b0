import { keyOf } from '../../../catalog/catalogs.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

/** How many criteria of a group the message names. */
const mostNamed = 10;

export const rule: ProgramRule = {
  name: 'coverage/group-cited',
  reads: 'criterion',
  absence: false,
  severity: { start: 'hint', recommended: 'hint', strict: 'hint' },
  summary: 'A group from your own catalog under `satisfies`, without all of its criteria.',
  why: 'A report concludes on each criterion by itself. A control that names a group serves none of its criteria until you name them.',
  fix: 'Name the criteria of the group that you mean. A range (`A.5.1–A.5.4`) names every criterion from the first to the last.',
  messages: { default: '`{group}` is a group of {catalog}. Name the criteria that you mean: {missing}.' },
  varying: ['missing'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      groups: [{id: IT, title: Systems}]
      criteria:
        - {id: CO-1, title: Changes are tested, group: IT}
        - {id: CO-2, title: Data is backed up, group: IT}
      === policies/it.md
      ---
      title: IT policy
      satisfies: {ICFR: [IT, CO-1]}
                         ^^
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      groups: [{id: IT, title: Systems}]
      criteria:
        - {id: CO-1, title: Changes are tested, group: IT}
        - {id: CO-2, title: Data is backed up, group: IT}
      === policies/it.md
      ---
      title: IT policy
      satisfies: {ICFR: [IT, CO-1, CO-2]}
      ---
      `,
    ],
  },
  fixes({ path, range, args: { missing = '' } }) {
    // An id that needs quotes cannot be inserted without them.
    const isPlain = missing.split(', ').every(id => writtenLike('', id) === id);
    if (!isPlain || missing.includes('…')) return [];
    return [{ title: `Write ${missing}`, edits: [{ path, ...range, text: missing }], preferred: false }];
  },
  check(program, key, report) {
    const { catalogs } = program;
    const { catalog, thing: group } = catalogs.group(key) ?? {};
    if (!group || !catalog || catalog === catalogs.tsc || catalogs.criterion(key)) return;
    const members = catalog.members(group.id).map(({ id }) => id);
    for (const { path, index, elsewhere } of inOrder(program.citing(key))) {
      const cited = new Set([...(elsewhere?.values() ?? [])].flat());
      const missing = members.filter(id => !cited.has(keyOf(catalog.name, id)));
      if (missing.length === 0) continue;
      const shown = missing.slice(0, mostNamed).join(', ') + (missing.length > mostNamed ? ', …' : '');
      const args = { group: group.id, catalog: catalog.name, missing: shown };
      for (const [{ at }, keys] of elsewhere ?? []) {
        if (keys.includes(key)) report({ path, record: index, at }, args);
      }
    }
  },
};
