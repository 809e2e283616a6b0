import { endingOf } from '../../formats/layouts/endings.ts';
import { isOwnName } from '../../formats/role.ts';
import { fileNameOf } from '../../program/link.ts';
import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/touched.ts';
import type { Move } from '../moves/paths.ts';
import { quoted, spellingProblem } from '../newRecord/answers.ts';
import type { FileRenaming, Refusal } from './renaming.ts';

/** The new path of a file or folder that gets another name, its ending kept; or why it cannot. */
export function renamedFile({ file, from }: FileRenaming, to: string, program: Program): Move | Refusal {
  const ending = endingOf(fileNameOf(file));
  const name = ending ? to + fileNameOf(file).slice(ending.stem.length) : to;
  const move = { from: file, to: folderOf(file) === '' ? name : `${folderOf(file)}/${name}` };
  const owner = [...program.defining(to)].find(({ path }) => path !== file && !path.startsWith(`${file}/`));
  const problem =
    spellingProblem(to) ??
    (isOwnName(to) ? undefined : `A file named ${to} is not read as a record. Enter another name.`) ??
    (program.catalogs.criterion(to) && `${quoted(to)} is the id of a criterion. Enter another name.`) ??
    (owner && `${quoted(to)} is a record already, in ${owner.path}. Enter another name.`) ??
    (program.summary(move.to) && `${move.to} is there already. Enter another name.`);
  return problem === undefined ? move : { refusal: `${quoted(from)} was not renamed. ${problem}` };
}
