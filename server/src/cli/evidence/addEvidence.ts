import { join } from 'node:path';
import {
  type EvidencePlace,
  type NewEvidence,
  newEvidence,
} from '../../core/features/newEvidence/newEvidence.ts';
import { nameOf } from '../../core/program/record.ts';
import { LineTable } from '../../core/text/lineTable.ts';
import { type Source, sourceOf } from '../../core/text/source.ts';
import { makeFile } from '../../workspace/disk/makeFile.ts';
import { NotMade } from '../../workspace/disk/newFile.ts';
import { readRegular } from '../../workspace/disk/readRegular.ts';
import { NotReplaced, replaceFile } from '../../workspace/disk/replaceFile.ts';
import type { Arguments } from '../arguments.ts';
import { cacheFor } from '../cacheFor.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import { type AskedProgram, findPrograms, readPrograms } from '../programs.ts';
import { write } from '../terminal.ts';
import { joined, printable, type TerminalText, terminal } from '../terminalText.ts';
import { askedOf, controlAsked } from './askedEvidence.ts';
import { type KeptFile, keptFile } from './keptFile.ts';

/**
 * `tickmark evidence add`: records a file as evidence of a control, and copies it into the program where it lies outside.
 * @throws CouldNotRun where anything of it cannot be done; then nothing has been written
 */
export async function addEvidence(args: Arguments): Promise<number> {
  const [name, file] = args.operands;
  if (name === undefined || file === undefined)
    throw new CouldNotRun(
      'Name a control and a file: `tickmark evidence add CONTROL FILE --window WINDOW`. `tickmark evidence add --help` has examples.',
    );
  const here = { operands: [], place: args.place };
  const found = await findPrograms(here);
  const { programs } = await readPrograms(args, found, cacheFor(args, found));
  const { program, control } = controlAsked(programs, name);
  const asked = askedOf(program.engine.program, control, args);
  const kept = keptFile(program, asked, file, args);
  const disk = new DocumentsOnDisk(program);
  const made = newEvidence(disk.place, {
    ...asked,
    source: kept.source,
    sha256: kept.sha256,
    custodian: kept.custodian,
  });
  if (!made)
    throw new CouldNotRun(
      `The program would read no record of evidence that is written for ${nameOf(control)}. Set \`evidenceFolder\` in the manifest to a folder that it reads.`,
    );
  writeBoth(program, kept, made, disk);
  write(told(program, kept, made, file));
  return 0;
}

/** The documents of a program as they are on the disk now. */
class DocumentsOnDisk {
  readonly place: EvidencePlace;
  readonly #read = new Map<string, { readonly source: Source; readonly before: Buffer }>();

  constructor({ host, engine, folder, fileOf }: AskedProgram) {
    const { program } = engine;
    const read: EvidencePlace['read'] = (path, text) => host.factsOf(path, text);
    const factsAt: EvidencePlace['factsAt'] = path => {
      const found = readRegular(join(folder.root, path), { within: folder.root });
      if (typeof found !== 'object') return undefined;
      const before = Buffer.from(found.bytes);
      const content = before.toString('utf8');
      if (!Buffer.from(content, 'utf8').equals(before))
        throw new CouldNotRun(`${fileOf(path)} is not UTF-8, so no record can be added to it.`);
      const source = sourceOf(content);
      this.#read.set(path, { source, before });
      return read(path, source.text);
    };
    this.place = { program, read, factsAt };
  }

  /** What a document held when it was read, and what it is to hold with another text. */
  changed(path: string, text: string): { readonly before: Buffer | undefined; readonly content: string } {
    const read = this.#read.get(path);
    return { before: read?.before, content: `${read?.source.bom ? '\ufeff' : ''}${text}` };
  }
}

/** Writes the file and the record, or neither. */
function writeBoth(
  { folder, fileOf }: AskedProgram,
  { copy }: KeptFile,
  { path, text, edit }: NewEvidence,
  disk: DocumentsOnDisk,
): void {
  let takeBack = () => {};
  try {
    if (copy) takeBack = makeFile(join(folder.root, copy.path), copy.content, folder.root);
  } catch (error) {
    if (!(error instanceof NotMade)) throw error;
    throw new CouldNotRun(`${fileOf(copy?.path ?? '')} could not be written: ${error.message}.`);
  }
  try {
    if (edit) {
      const { before, content } = disk.changed(path, text);
      replaceFile(join(folder.root, path), before, content);
    } else makeFile(join(folder.root, path), text, folder.root);
  } catch (error) {
    takeBack();
    if (!(error instanceof NotReplaced || error instanceof NotMade)) throw error;
    throw new CouldNotRun(
      `${fileOf(path)} could not be written: ${error.message}. Tickmark wrote nothing else.`,
    );
  }
}

function told(
  { fileOf }: AskedProgram,
  { copy }: KeptFile,
  { id, title, path, text, start, open, unwritten }: NewEvidence,
  file: string,
): TerminalText {
  const lines = new LineTable(text);
  const at = (offset: number) => `${fileOf(path)}:${lines.positionAt(offset).line + 1}`;
  const parts = [terminal`${printable(`${at(start)}: recorded ${id}, ${title}`)}`];
  if (copy) parts.unshift(terminal`${printable(`${fileOf(copy.path)}: copied from ${file}`)}`);
  for (const { key, start: offset } of open)
    parts.push(terminal`${printable(`${at(offset)}: add \`${key}\`, ${meaningOf(key)}`)}`);
  for (const { key, value } of unwritten)
    parts.push(
      terminal`${printable(`${at(start)}: not recorded, because no column is named \`${key}\`: ${value}`)}`,
    );
  return terminal`${joined(parts, terminal`\n`)}\n`;
}

/** What a person is to write under a key. */
function meaningOf(key: string): string {
  return meanings.get(key) ?? 'which only you can state';
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['performed', 'the day on which the control was performed'],
  ['type', 'which of the expected types this is'],
  ['covers', 'the first and last day that it covers'],
  ['query', 'the query that extracted the population'],
  ['extractedOn', 'the day on which it was extracted'],
  ['count', 'how many items it has, zero too'],
  ['custodian', 'who keeps it'],
]);
