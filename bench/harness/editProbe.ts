// Reads a whole programme into the engine and edits one of its documents many times; prints the milliseconds from each
// new text to the findings of the document, as JSON. A process of its own, started by measures/editToFindings.ts.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tsc } from '../../server/src/core/catalogue/tsc.ts';
import { analyse, type Engine } from '../../server/src/core/engine.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';
import { today } from '../generator/organisation.ts';

const [folder = '', size = '5500', times = '300'] = process.argv.slice(2);
const { programmes } = await discover(diskFiles, folder, true);
const [programme] = programmes;
if (!programme) throw new Error(`${folder} holds no programme.`);
const { host } = await load(diskFiles, programme, { today, report: undefined });

const path = documentOfAbout(Number(size));
const original = readFileSync(join(folder, path), 'utf8');
const firstId = /\bCC\d\.\d\b/.exec(original)?.[0] ?? 'CC1.1';
const edits = {
  // A letter more at the end: prose, which touches nothing else.
  prose: (i: number) => `${original}\n${'word '.repeat(1 + (i % 3))}`,
  // The first criterion cited becomes another one and back.
  mapping: (i: number) => original.replace(firstId, i % 2 === 0 ? 'CC7.2' : firstId),
};
const taken = Object.fromEntries(
  Object.entries(edits).map(([name, edit]) => [
    name,
    Array.from({ length: Number(times) }, (_, i) => timed(host.engine, edit(i))),
  ]),
);
console.log(JSON.stringify(taken));

/** The policy or control whose file's size is nearest to the one wanted. */
function documentOfAbout(wanted: number): string {
  const sizes = [...host.engine.programme.paths()]
    .filter(name => name.endsWith('.md'))
    .map(name => ({ name, off: Math.abs(statSync(join(folder, name)).size - wanted) }));
  const [nearest] = sizes.sort((a, b) => a.off - b.off);
  if (!nearest) throw new Error(`${folder} holds no Markdown document.`);
  return nearest.name;
}

function timed(engine: Engine, text: string): number {
  const role = host.roleOf(path);
  if (!role) throw new Error(`${path} is no document of the programme.`);
  const start = performance.now();
  engine.put([[path, analyse(path, text, role, tsc)]]);
  engine.findings(path);
  return performance.now() - start;
}
