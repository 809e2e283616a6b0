// scripts/conflicts.ts finds what an unfinished merge leaves behind, which Markdown shows as text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { root, runIn } from './project.ts';

const conflict = ['before', '<<<<<<< HEAD', 'ours', '||||||| base', '=======', 'theirs', '>>>>>>> topic', ''];

describe('markers of a merge conflict', () => {
  it('are nowhere in the project', () =>
    assert.deepEqual(runIn(root, 'scripts/conflicts.ts'), { code: 0, output: '' }));

  it('are found in every text file that git does not ignore, with either line end', t => {
    const folder = emptyFolder(t);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    write(folder, 'CHANGELOG.md', conflict.join('\n'));
    write(folder, 'a/register.csv', conflict.join('\r\n'));
    write(folder, '.gitignore', 'dist\n');
    write(folder, 'dist/a.md', conflict.join('\n'));
    write(folder, 'right.md', 'A title\n========\n\n  <<<<<<< HEAD\n<<<<<<<\n<<<<<<<< HEAD\n');
    const { code, output } = runIn(folder, 'scripts/conflicts.ts');
    assert.equal(code, 1);
    assert.deepEqual(
      output.trimEnd().split('\n').sort(),
      ['CHANGELOG.md', 'a/register.csv'].flatMap(path =>
        [2, 4, 5, 7].map(line => `${path}:${line}: has a marker of a merge conflict.`),
      ),
    );
  });

  it('cannot be looked for without git, which is no success', t => {
    const { code, output } = runIn(emptyFolder(t), 'scripts/conflicts.ts');
    assert.equal(code, 1);
    assert.match(output, /git|repository/);
  });
});
