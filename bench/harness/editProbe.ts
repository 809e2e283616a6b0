// Reads a whole program into the engine and edits one of its documents many times; prints for each kind of edit the
// milliseconds from each new text to the findings of the document, and how much work each was, as JSON. A process of its
// own, started by measures/editToFindings.ts with the number of documents.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';
import { today } from '../generator/organization.ts';
import { usual } from './documents.ts';
import { type Edits, remapping, typing } from './edits.ts';
import { programFolder } from './program.ts';

const times = 300;

const documents = Number(process.argv[2]);
const { programs } = await discover(diskFiles, programFolder(documents), 'named');
const [program] = programs;
if (!program) throw new Error(`There is no program of ${documents} documents.`);
const { host } = await load(diskFiles, program, { today, report: undefined });
const { path, text } = usual('procedure', documents);
const { engine } = host;

set(text);
console.log(JSON.stringify({ prose: edited(typing(text)), mapping: edited(remapping(text)) }));

function edited(edits: Edits): { milliseconds: number; work: number }[] {
  const buffer = TextDocument.create(path, 'markdown', 0, text);
  return Array.from({ length: times }, (_, i) => {
    TextDocument.update(buffer, [edits(i)], i + 1);
    const changed = buffer.getText();
    const before = workDone();
    const start = performance.now();
    set(changed);
    engine.findings(path);
    return { milliseconds: performance.now() - start, work: workDone() - before };
  });
}

function set(changed: string): void {
  const role = host.roleOf(path);
  if (!role) throw new Error(`${path} is no document of the program.`);
  engine.setText(path, changed, role);
}

/** Documents read, keys touched and rules run. */
function workDone(): number {
  const { documentsRead, keysTouched, rulesRun } = engine.work;
  return documentsRead + keysTouched + rulesRun;
}
