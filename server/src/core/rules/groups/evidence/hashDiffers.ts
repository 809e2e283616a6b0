import { named } from '../../questions/named.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/hash-differs',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'Evidence whose file has another content than its hash says.',
  why: 'A hash says that the file is the one that was collected. Where it is not, somebody has changed evidence or put another file in its place, and an auditor who finds it doubts the rest.',
  fix: 'Find out in the history which of them is right: bring the file back, or collect the evidence again and state the hash of that. Other line ends are no other content, and a pointer to a large file is judged by the hash that it names. Files of more than 32 MB are not judged.',
  messages: {
    default:
      'The file `{file}` has another content than this hash says. Bring back the file that was collected, or collect the evidence again.',
  },
  examples: {
    bad: [
      `
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2026-03-18
        source: files/access-review-2026-q1.csv
        sha256: b4c43717363e9ee65008dad757fdcaa969cd5185828346932e72c7fd4d77abae
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      === evidence/files/access-review-2026-q1.csv
      account,keep
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === evidence/reviews.yaml
      - id: EV-01
        source: files/access-review-2026-q1.csv
        sha256: 7d690b8bca0419be5cda7a6d430725aba210eb32af5b5d74404bb46079ef617c
      - id: EV-02
        source: files/scan-2026.pdf
        sha256: a0d5b1d283deb3666314daff4bcc72968cbb13cf3f23434b633f936f78977879
      - id: EV-03
        source: files/access-review-2026-q1.csv
        sha256: TBD
      - id: EV-04
        source: https://vault.example.com/access-review-2026-q1.csv
        sha256: a0d5b1d283deb3666314daff4bcc72968cbb13cf3f23434b633f936f78977879
      === evidence/files/scan-2026.pdf
      version https://git-lfs.github.com/spec/v1
      oid sha256:a0d5b1d283deb3666314daff4bcc72968cbb13cf3f23434b633f936f78977879
      size 48211
      === evidence/files/access-review-2026-q1.csv
      account,keep
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of named(program, key, 'evidence')) {
      const { source, sha256 } = entry.shape.values;
      if (!source || !sha256 || program.sources.stateOf(entry) !== 'differs') continue;
      report({ path: entry.path, record: entry.index, at: sha256.at }, { file: source.text });
    }
  },
};
