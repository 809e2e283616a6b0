import { dateIn, nameOf } from '../../../program/record.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/file-changed',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  needsHistory: true,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'Evidence whose file was changed after it was collected.',
  why: 'Evidence shows what was so on the day when it was collected. If its file was changed later, an auditor cannot tell what the control left behind and what was added afterward, and doubts the rest.',
  fix: 'Look at the change with `git show COMMIT`. If it was a mistake, restore the file. If the file was collected again, correct `collected`. Otherwise, keep the file that was collected, and record the corrected one as evidence of its own. Only `tickmark check` reports this, because an editor does not ask git. A file that was committed late, moved, or changed back is not reported. Other line endings and a pointer of Git LFS are no change, and neither is a commit on the day after collection. Documents of the program can change.',
  messages: {
    default:
      'The file `{file}` was changed on {on} (commit {commit}), after it was collected as evidence `{name}` on {collected}. Restore it, or collect the evidence again.',
  },
  varying: ['on', 'commit'],
  examples: {
    bad: [
      `
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2026-03-18
        collected: 2026-03-19
        source: files/access-review-2026-q1.csv
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      === evidence/files/access-review-2026-q1.csv @ 2026-03-20
      account,keep
      jo,yes
      === evidence/files/access-review-2026-q1.csv @ 2026-05-04
      account,keep
      jo,no
      `,
    ],
    good: [
      `
      === evidence/reviews.yaml
      - {id: EV-01, collected: 2026-03-19, source: files/corrected-the-day-after.csv}
      - {id: EV-02, collected: 2026-03-19, source: files/committed-late.csv}
      - {id: EV-03, collected: 2026-03-19, source: files/changed-back.csv}
      - {id: EV-04, collected: 2026-03-19, source: files/collected-again.csv}
      - {id: EV-05, collected: 2026-05-04, source: files/collected-again.csv}
      - {id: EV-06, performed: 2026-03-19, source: files/not-said-when.csv}
      === evidence/files/corrected-the-day-after.csv @ 2026-03-19
      account,keep
      === evidence/files/corrected-the-day-after.csv @ 2026-03-20
      account,keep,since
      === evidence/files/committed-late.csv @ 2026-05-04
      account,keep
      === evidence/files/changed-back.csv @ 2026-03-19
      account,keep
      === evidence/files/changed-back.csv @ 2026-05-04
      account
      === evidence/files/changed-back.csv @ 2026-05-05
      account,keep
      === evidence/files/collected-again.csv @ 2026-03-19
      account,keep
      === evidence/files/collected-again.csv @ 2026-05-04
      account,keep,since
      === evidence/files/not-said-when.csv @ 2026-03-19
      account,keep
      === evidence/files/not-said-when.csv @ 2026-05-04
      account,keep,since
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'evidence')) {
      const { source, collected } = entry.shape.values;
      const change = program.sources.changeOf(entry);
      // Of those who name the file, who collected it last says what it should be.
      if (!source || !collected || !change || dateIn(entry.shape.values, 'collected') !== change.collected)
        continue;
      // That is said of the hash.
      if (program.sources.stateOf(entry) === 'differs') continue;
      const { on, commit } = change;
      report(
        { path: entry.path, record: entry.index, at: source.at },
        { file: source.text, name: nameOf(entry), collected: change.collected, on, commit },
        'default',
        [
          {
            path: entry.path,
            record: entry.index,
            at: collected.at,
            words: 'The day on which it was collected.',
          },
        ],
      );
    }
  },
};
