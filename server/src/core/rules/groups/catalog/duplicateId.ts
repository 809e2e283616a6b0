import { writtenLike } from '../../../formats/yamlEdits.ts';
import { nextFree } from '../../fixes/newId.ts';
import type { ProgramRule } from '../../rule.ts';
import { reportProblems } from './problems.ts';

export const rule: ProgramRule = {
  name: 'catalog/duplicate-id',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'An id that occurs twice in a catalog.',
  why: 'Controls cite criteria by their ids. A second criterion with the same id can never be cited, so nothing can cover it.',
  fix: 'Give the second one its own id, or remove it.',
  messages: { default: '{problem}' },
  varying: ['problem'],
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
        - {id: CO-1, title: Changes are tested}
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
      `,
    ],
  },
  fixes({ path, range, facts: { text } }) {
    const written = text.slice(range.start, range.end);
    const id = written.replace(/^(["'])(.*)\1$/, '$2');
    if (!/^[\w.-]+$/.test(id)) return [];
    const free = nextFree(id, new Set(text.toLowerCase().match(/[\w.-]+/g)));
    const edits = [{ path, ...range, text: writtenLike(written, free) }];
    return [{ title: `Write ${free}`, edits, preferred: false }];
  },
  check(program, _key, report) {
    reportProblems(program, code => code === 'duplicate-id', report);
  },
};
