// A command that is killed at any moment leaves every file as it was or as it should become, and the next run is not hindered.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { Random } from '../../bench/generator/random.ts';
import { command, node, tickmarkWith } from '../cli/tickmark.ts';
import { emptyFolder, write } from '../workspace/folder.ts';

/** How many runs are killed, and in how many milliseconds at most. */
const [kills, longest] = [24, 400];
const documents = 60;
const text = (id: string, i: number) =>
  `---\nid: AC-${i}\nsatisfies: [${id}]\n---\n${'Text. '.repeat(2000)}\n`;

it('a command that is killed loses nothing', async t => {
  const [folder, caches] = [emptyFolder(t), emptyFolder(t)];
  const random = new Random(7);
  write(folder, '.git/HEAD', '');
  const env = { ...process.env, XDG_CACHE_HOME: caches };
  for (let kill = 0; kill < kills; kill++) {
    for (let i = 0; i < documents; i++) write(folder, `controls/${i}.md`, text('cc6.1', i));
    rmSync(join(folder, 'base.json'), { force: true });
    const args = [command, 'check', '--fix', '--baseline', 'base.json', '--cache', 'kept'];
    const child = spawn(node, args, { cwd: folder, env, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), longest * random.next());
    await once(child, 'close');
    clearTimeout(timer);
    for (let i = 0; i < documents; i++) {
      const found = readFileSync(join(folder, `controls/${i}.md`), 'utf8');
      assert.ok([text('cc6.1', i), text('CC6.1', i)].includes(found), `controls/${i}.md after ${kill} kills`);
    }
  }
  // Whatever was left behind, the next run does its work and clears it.
  for (let i = 0; i < documents; i++) write(folder, `controls/${i}.md`, text('cc6.1', i));
  rmSync(join(folder, 'base.json'), { force: true });
  const run = tickmarkWith(
    { cwd: folder, env },
    'check',
    '--fix',
    '--baseline',
    'base.json',
    '--cache',
    'kept',
  );
  assert.deepEqual([run.code, run.stderr], [0, '']);
  for (const place of ['controls', '.']) {
    const drafts = readdirSync(join(folder, place)).filter(name => name.startsWith('.tickmark'));
    assert.deepEqual(drafts, [], place);
  }
});
