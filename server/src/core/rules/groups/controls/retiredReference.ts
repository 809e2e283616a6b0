import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { RecordKind } from '../../../model/kinds.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, type RecordEntry } from '../../../program/record.ts';
import { isOver } from '../../questions/isOver.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/retired-reference',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  tag: 'deprecated',
  summary: 'A risk, vendor, or answer that relies on a retired control.',
  why: 'A risk whose control is retired is untreated. A vendor whose monitoring control is retired is not monitored.',
  fix: 'Name the control that replaced it. Leave the retired control in records of what happened while it was in place: evidence, tests, and deviations.',
  messages: {
    default: 'Control `{name}` is retired, but {kind} relies on it. Name the control that replaced it.',
  },
  examples: {
    bad: [
      `
      === controls/AC-01.md
      ---
      id: AC-01
      status: retired
      ---
      === controls/AC-02.md
      ---
      id: AC-02
      supersedes: [AC-01]
      ---
      === risks/theft.yaml
      id: RK-01
      treatment: mitigate
      controls: [AC-01]
                 ^^^^^
      `,
    ],
    good: [
      `
      === controls/AC-01.md
      ---
      id: AC-01
      retiredOn: 2027-01-01
      ---
      === controls/AC-02.md
      ---
      id: AC-02
      status: retired
      ---
      === risks/theft.yaml
      id: RK-01
      treatment: mitigate
      controls: [AC-01]
      === evidence/review.yaml
      id: EV-01
      controls: [AC-02]
      `,
    ],
  },
  fixes({ path, range, args: { name = '' }, facts, program }) {
    return successorsOf(program, name).map(successor => {
      const text = writtenLike(facts.text.slice(range.start, range.end), successor);
      return { title: `Write ${successor}`, edits: [{ path, ...range, text }], preferred: true };
    });
  },
  check(program, key, report) {
    const defining = inOrder(program.defining(key));
    if (!defining.every(entry => isRetired(entry, program.today))) return;
    const related = defining.map(({ path, index, shape: { values, at } }) => ({
      path,
      record: index,
      at: (values['retiredOn'] ?? values['status'])?.at ?? at,
      words: 'The control is retired here.',
    }));
    for (const [entry, references] of program.references(key)) {
      const { kind, standing, values } = entry.shape;
      const relying = words[kind];
      if (relying === undefined || standing !== 'counts' || isOver.test(values['status']?.text ?? ''))
        continue;
      for (const { id, at } of references) {
        report(
          { path: entry.path, record: entry.index, at },
          { name: id, kind: relying },
          'default',
          related,
        );
      }
    }
  },
};

/** The kinds of records that rely on a control as it is now. */
const words: Partial<Record<RecordKind, string>> = {
  risk: 'this risk',
  vendor: 'this vendor',
  answer: 'this answer',
};

function isRetired({ shape: { standing, values } }: RecordEntry, today: string): boolean {
  const on = dateIn(values, 'retiredOn');
  return on === undefined ? standing === 'retired' : on <= today;
}

/** The names of the records that say that they replace it. */
function successorsOf(program: Program, id: string): readonly string[] {
  return [...program.references(id)].flatMap(([{ shape }, references]) => {
    const name = shape.id?.text ?? shape.stem;
    return name !== undefined && references.some(({ key }) => key === 'supersedes') ? [name] : [];
  });
}
