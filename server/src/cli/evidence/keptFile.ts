import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { isAddress } from '../../core/features/newEvidence/linkQuestions.ts';
import { placeOfFile } from '../../core/features/newEvidence/newEvidence.ts';
import { typeFor } from '../../core/features/newEvidence/windowsOffered.ts';
import { sha256In } from '../../core/model/sourceFile.ts';
import { isPersonalType } from '../../core/model/vocabulary.ts';
import { realPath, sizeAt, thingAt } from '../../workspace/disk/places.ts';
import { mostBytes, readRegular } from '../../workspace/disk/readRegular.ts';
import { isBelow, pathBelow } from '../../workspace/files.ts';
import type { Arguments } from '../arguments.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import type { AskedProgram } from '../programs.ts';
import type { askedOf } from './askedEvidence.ts';

/** What is recorded as evidence: under which source, and what is to be copied to where. */
export interface KeptFile {
  readonly source: string;
  readonly sha256: string | undefined;
  /** Who keeps what is at an address; undefined for a file of the repository, or where nobody says it. */
  readonly custodian: string | undefined;
  /** Its path relative to the root, and its content; undefined where it stays where it is. */
  readonly copy: { readonly path: string; readonly content: Buffer } | undefined;
}

/**
 * Where a file of evidence is kept, or an address.
 * @throws CouldNotRun where it cannot be read, or is nothing to keep in a repository
 */
export function keptFile(
  program: AskedProgram,
  asked: ReturnType<typeof askedOf>,
  file: string,
  args: Pick<Arguments, 'sha256' | 'custodian'>,
): KeptFile {
  if (isAddress(file)) return keptElsewhere(file, args);
  for (const name of ['sha256', 'custodian'] as const)
    if (args[name] !== undefined)
      throw new CouldNotRun(
        `--${name}: leave it out. It says something about an address, and ${file} is a file.`,
      );
  if (thingAt(file) !== 'file')
    throw new CouldNotRun(`${file} is not a file. Name a file, or an address that begins with https://.`);
  const real = realPath(file);
  if ((sizeAt(real) ?? 0) > mostBytes)
    throw new CouldNotRun(
      `${file} is larger than 256 MiB, which is too large for a repository. Keep it elsewhere, and record its address: \`tickmark evidence add CONTROL https://... --sha256 HASH --custodian PERSON\`.`,
    );
  const read = readRegular(real);
  if (typeof read !== 'object') throw new CouldNotRun(`${file} cannot be read. Check its permissions.`);
  const content = Buffer.from(read.bytes);
  const sha256 = hash('sha256', content, 'hex');
  requireNotPersonal(asked, file, sha256);
  return keptHere(program, asked, { file, real, content, sha256 });
}

function keptElsewhere(
  source: string,
  { sha256, custodian }: Pick<Arguments, 'sha256' | 'custodian'>,
): KeptFile {
  const read = sha256 === undefined ? undefined : sha256In(sha256);
  if (sha256 !== undefined && read === undefined)
    throw new CouldNotRun(`--sha256 ${sha256}: write the 64 hexadecimal digits of a SHA-256 hash.`);
  return { source, sha256: read, custodian, copy: undefined };
}

/** What a repository holds, every copy of it holds forever. */
function requireNotPersonal(
  { window, systems }: ReturnType<typeof askedOf>,
  file: string,
  sha256: string,
): void {
  const type = typeFor(window, systems);
  if (type === undefined || !isPersonalType(type)) return;
  throw new CouldNotRun(
    `${file}: a ${type} holds personal data, which stays out of the repository. Keep the file where access to it is limited, and record its address: \`tickmark evidence add CONTROL https://... --sha256 ${sha256} --custodian PERSON\`.`,
  );
}

function keptHere(
  { folder, engine, fileOf }: AskedProgram,
  asked: ReturnType<typeof askedOf>,
  {
    file,
    real,
    content,
    sha256,
  }: { readonly file: string; readonly real: string; readonly content: Buffer; readonly sha256: string },
): KeptFile {
  const kept = { sha256, custodian: undefined };
  if (isBelow(real, folder.root)) return { ...kept, source: pathBelow(real, folder.root), copy: undefined };
  const path = placeOfFile(engine.program, asked, basename(real));
  if (path === undefined)
    throw new CouldNotRun(
      `${file} would be read as a document of the program in its folder of evidence. Export it as PDF, or put it where the program reads no documents, and add it there.`,
    );
  if (thingAt(join(folder.root, path)) !== undefined)
    throw new CouldNotRun(
      `${fileOf(path)} exists already, and nothing is overwritten. To record that file, name it; to add ${file} too, rename it.`,
    );
  return { ...kept, source: path, copy: { path, content } };
}
