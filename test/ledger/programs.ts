// The programs that have a ledger, and what is found in them: those of examples/, and the corpora where they are at hand.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShownFinding } from '../../server/src/core/engine/shownFinding.ts';
import { manifestName, roleOf } from '../../server/src/core/formats/role.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';
import type { ProgramHost } from '../../server/src/workspace/programHost.ts';
import { corpus } from '../corpora/corpora.ts';
import { type Entry, type JudgedPreset, type Named, readLedger } from './ledger.ts';

/** The day on which every program is judged: the examples are seen on it. */
const today = '2026-11-23';

/** Where the ledgers lie. */
const ledgers = fileURLToPath(new URL('.', import.meta.url));

/** A finding with what it says. */
export interface Found extends Named {
  readonly message: string;
}

export interface JudgedProgram {
  /** `examples/…` or `corpora/…`, which is the path of its ledger too. */
  readonly name: string;
  /** The file of its ledger, which need not be there where nothing is found. */
  readonly ledger: string;
  readonly entries: readonly Entry[];
  readonly found: readonly Found[];
}

/** The two folders of programs by name, and why one is passed over: false where it is there. */
export const collections = [
  { name: 'examples', folder: fileURLToPath(new URL('../../examples', import.meta.url)), skip: false },
  { name: 'corpora', ...corpus() },
] as const;

/** Reads every program of a collection, with its ledger. */
export async function programsOf({ name, folder }: (typeof collections)[number]): Promise<JudgedProgram[]> {
  const root = realpathSync(folder);
  const programs: JudgedProgram[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const { programs: inside } = await discover(diskFiles, join(root, entry.name), 'named');
    for (const program of inside) {
      const { host } = await load(diskFiles, program, { today, report: undefined });
      const of = `${name}/${relative(root, program.root).split(sep).join('/')}`;
      const ledger = join(ledgers, `${of}.yaml`);
      const entries = existsSync(ledger) ? readLedger(readFileSync(ledger, 'utf8')) : [];
      programs.push({ name: of, ledger, entries, found: findingsOf(host) });
    }
  }
  return programs;
}

/** The ledgers of a collection that are there. */
export function ledgersOf({ name }: (typeof collections)[number]): string[] {
  return readdirSync(join(ledgers, name), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => join(ledgers, name, path));
}

/** What is found as the program stands, and then what `strict` adds in its documents. */
function findingsOf(host: ProgramHost): Found[] {
  const { engine, folder } = host;
  const recommended = [...engine.allFindings()];
  const known = new Set(recommended.map(({ fingerprint }) => fingerprint));
  const manifest = join(folder.root, manifestName);
  const role = roleOf(manifestName, 'native', false);
  if (!role) throw new Error(`${manifestName} is no manifest`);
  const text = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
  const strictly = /^rules:\n/m.test(text)
    ? text.replace(/^rules:\n/m, 'rules:\n  preset: strict\n')
    : `${text}\nrules: {preset: strict}\n`;
  engine.setText(manifestName, strictly, role);
  const strict = [...engine.allFindings()].filter(({ fingerprint }) => !known.has(fingerprint));
  return [...named(host, 'recommended', recommended), ...named(host, 'strict', strict)];
}

/** Findings as a ledger names them; those in a manifest that only strictness brought are none of the program's. */
function named(host: ProgramHost, preset: JudgedPreset, findings: readonly ShownFinding[]): Found[] {
  return findings.flatMap(({ rule, path, range, fingerprint, message }) => {
    const lines = host.lines(path);
    if (!lines) return [];
    const at = (offset: number) => {
      const { line, character } = lines.positionAt(offset);
      return `${line + 1}:${character + 1}`;
    };
    const place = `${at(range.start)}-${at(range.end)}`;
    return [{ preset, rule, file: path, place, fingerprint, message }];
  });
}
