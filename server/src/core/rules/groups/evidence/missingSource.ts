import { isFolderPath } from '../../../model/sourceFile.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/missing-source',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'Evidence whose file or folder does not exist.',
  why: 'An auditor asks for the file, not for the record about it. If you cannot show it that day, it counts as not done.',
  fix: 'Correct the path, or add the file or folder. A path is relative to the folder of the document, or else to the folder of the manifest. A pointer to a large file stands for the file. The rule ignores paths that lead out of the program, or into a folder without such files or folders, because the evidence may be kept somewhere else.',
  messages: {
    default: 'The file `{file}` does not exist. Correct the path, or add the file.',
    folder: 'The folder `{file}` does not exist. Correct the path, or add the folder.',
  },
  examples: {
    bad: [
      `
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2026-03-18
        source: files/access-review-2026-q1.xlsx
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - id: EV-02
        controls: [AC-04]
        performed: 2026-06-17
        source: evidence/files/access-review-2026-q2.csv
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - id: EV-03
        controls: [AC-04]
        performed: 2026-06-18
        source: minutes-2026-06.pdf
                ^^^^^^^^^^^^^^^^^^^
      - id: EV-04
        controls: [AC-04]
        performed: 2026-06-19
        source: screens/2026-q2
                ^^^^^^^^^^^^^^^
      - id: EV-05
        controls: [AC-04]
        performed: 2026-06-20
        source: evidence/screenshots/
                ^^^^^^^^^^^^^^^^^^^^^
      === evidence/screens/2026-q1/okta.png
      binary
      === evidence/files/access-review-2026-q1.csv
      account,keep
      === evidence/minutes-2026-03.pdf
      %PDF
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === evidence/reviews.yaml
      - {id: EV-01, source: files/access-review-2026-q1.csv}
      - {id: EV-02, source: evidence/files/access-review-2026-q1.csv}
      - {id: EV-03, source: ./files/scan.pdf}
      - {id: EV-04, source: https://vault.example.com/files/review.csv}
      - {id: EV-05, source: vault.example.com/files/review.csv}
      - {id: EV-06, source: Compliance/2026/Access review.xlsx}
      - {id: EV-07, source: 'See files/review.csv, kept by the Head of IT'}
      - {id: EV-08, source: files/*.csv}
      - {id: EV-09, source: exports/2026-q3}
      - {id: EV-10, source: ../../infrastructure/plan.json}
      - {id: EV-11, source: okta.com}
      - {id: EV-12, source: 'Export of review.csv'}
      - {id: EV-13, source: files/later.csv, status: draft}
      - {id: EV-14, source: minutes.pdf}
      - {id: EV-15, source: files/scans/}
      - {id: EV-16, source: n/a}
      - {id: EV-17, source: Okta}
      === evidence/files/access-review-2026-q1.csv
      account,keep
      === evidence/files/scan.pdf.dvc
      outs: [{path: scan.pdf}]
      === evidence/files/scans/a.pdf
      %PDF
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'evidence')) {
      const { source } = entry.shape.values;
      if (!source || program.sources.stateOf(entry) !== 'missing') continue;
      const message = isFolderPath(source.text) ? 'folder' : 'default';
      report({ path: entry.path, record: entry.index, at: source.at }, { file: source.text }, message);
    }
  },
};
