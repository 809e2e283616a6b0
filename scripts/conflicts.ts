// Names each line that an unfinished merge has left behind. Markdown and CSV take such lines as text, so no other check sees them.
// Part of `npm run lint`. Looks at every file that git does not ignore, below the current folder.
import { spawnSync } from 'node:child_process';

/** The lines that git writes around the two sides of a conflict, and between them. */
const marker = '^(<{7} |>{7} |\\|{7} |={7}\r?$)';

const { status, stdout, stderr } = spawnSync('git', ['grep', '--untracked', '-nIE', '-e', marker], {
  encoding: 'utf8',
});
// git grep gives 1 where it finds nothing.
if (status !== 1) {
  process.stderr.write(
    stdout.replace(/^(.+?:\d+):[^\n]*$/gm, '$1: has a marker of a merge conflict.') + stderr,
  );
  process.exitCode = 1;
}
