import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measure, type Result, subject } from '../harness/measure.ts';
import { runNode } from '../harness/runNode.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const probe = join(root, 'bench', 'harness', 'activateProbe.cjs');

/** The extension's package, and what it costs an extension host to load and to activate it. */
export const extension: Measure = ({ runs }) => {
  const size = packageSize();
  const taken = Array.from({ length: runs }, () => activated());
  const result = (measure: string, values: readonly number[]): Result => ({
    measure,
    subject,
    runs: values.map(value => ({ value })),
  });
  return [
    { measure: 'extension: package', subject, unit: 'MB', runs: [{ value: size / 1024 ** 2 }] },
    result(
      'extension: activate()',
      taken.map(({ call }) => call),
    ),
    result(
      'extension: load and activate()',
      taken.map(({ load, call }) => load + call),
    ),
  ];
};

/** Makes the package; gives its size in bytes. */
function packageSize(): number {
  runNode([join(root, 'scripts', 'package.mjs')], root);
  const [newest] = readdirSync(join(root, 'dist'))
    .filter(name => name.endsWith('.vsix'))
    .map(name => statSync(join(root, 'dist', name)))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  if (!newest) throw new Error('No package was made.');
  return newest.size;
}

function activated(): { load: number; call: number } {
  const { stdout } = runNode([probe, join(root, 'client', 'dist', 'main.node.cjs')], tmpdir());
  const taken: unknown = JSON.parse(stdout);
  const [load, call] = Array.isArray(taken) ? taken.map(Number) : [];
  if (load === undefined || call === undefined) throw new Error(`The probe printed ${stdout}`);
  return { load, call };
}
