import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/hash-differs',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'Evidence whose file does not match its hash.',
  why: 'A hash shows that the file is the one that was collected. If they differ, somebody has changed the evidence or replaced the file. An auditor who finds that doubts the rest.',
  fix: 'Check the history to see which one is right. Restore the file, or collect the evidence again and record the new hash. Different line endings do not count as a difference. `tickmark check` also accepts a file that has the hash in git, because filters can write something else to the disk. For a pointer to a large file, the rule compares the hash that the pointer names. It does not check files larger than 32 MB.',
  messages: {
    default:
      'The file `{file}` does not match this hash. Restore the file that was collected, or collect the evidence again.',
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
    for (const entry of recordsAt(program, key, 'evidence')) {
      const { source, sha256 } = entry.shape.values;
      if (!source || !sha256 || program.sources.stateOf(entry) !== 'differs') continue;
      report({ path: entry.path, record: entry.index, at: sha256.at }, { file: source.text });
    }
  },
};
