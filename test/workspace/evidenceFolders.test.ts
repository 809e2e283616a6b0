// Evidence by folder alone: what lies in `evidence/CONTROL/WINDOW/`, for the command and for the server.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { folderOf } from './folder.ts';
import { opened } from './opened.ts';

const program = `
=== tickmark.yaml
report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-06-30}, categories: [security]}
=== controls/AC-04.md
---
id: AC-04
---
`;

describe('the folders of evidence', () => {
  it('are listed with the documents, but for what is ignored, hidden, or in another program', async t => {
    const folder = folderOf(
      t,
      `${program}=== .gitignore
*.tmp
=== evidence/AC-04/2026-Q1/review.pdf
=== evidence/AC-04/2026-Q1/deep/accounts.csv
=== evidence/AC-04/2026-Q1/a.tmp
=== evidence/AC-04/2026-Q1/.gitkeep
=== evidence/AC-04/2026-Q1/notes.md
=== evidence/AC-04/elsewhere/b.pdf
=== other/tickmark.yaml
=== other/evidence/AC-04/2026-Q2/c.pdf
`,
    );
    const { programs } = await discover(diskFiles, folder, 'named');
    assert.deepEqual(
      programs.map(({ root, evidence }) => [root.slice(folder.length), evidence]),
      [
        ['', ['evidence/AC-04/2026-Q1/deep/accounts.csv', 'evidence/AC-04/2026-Q1/review.pdf']],
        ['/other', ['evidence/AC-04/2026-Q2/c.pdf']],
      ],
    );
  });

  it('fill windows where the program is opened with them', async () => {
    const { workspace } = await opened(`${program}=== evidence/AC-04/2026-Q1/review.pdf\n`);
    const { engine } = workspace.programs[0] ?? assert.fail();
    assert.deepEqual(engine.program.evidenceFiles, ['evidence/AC-04/2026-Q1/review.pdf']);
    assert.ok(engine.paths().includes('controls/AC-04.md'));
  });

  it('are followed as files come and go', async () => {
    const watched = await opened(program);
    const { workspace, files } = watched;
    const filesNow = () => workspace.programs[0]?.engine.program.evidenceFiles;
    assert.deepEqual(filesNow(), []);
    const key = '/w/evidence/AC-04/2026-Q1/review.pdf';
    files.texts.set(key, '%PDF');
    await workspace.filesChanged([key]);
    assert.deepEqual(filesNow(), ['evidence/AC-04/2026-Q1/review.pdf']);
    files.texts.delete(key);
    await workspace.filesChanged(['/w/evidence/AC-04']);
    assert.deepEqual(filesNow(), []);
  });
});
