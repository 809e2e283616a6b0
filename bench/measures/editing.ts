import { longPolicy, thousandControls, usual } from '../harness/documents.ts';
import {
  completeWhileTyping,
  controlIn,
  criterionIn,
  editAndPull,
  opened,
  remapping,
  typing,
  type Word,
} from '../harness/edits.ts';
import { type Measure, timed } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { Samples } from '../harness/samples.ts';
import type { OpenDocument, Session } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

/** How often a document is edited in each session in each way, and how often completed. */
const edits = 50;
const completions = 25;
const few = 100;

/**
 * From an edit of an open document to its diagnostics, pulled over standard input and output, and from a letter typed to what
 * may stand there.
 */
export const editing: Measure = async ({ many, runs }) => [
  ...(await among(few, runs, async (session, samples) => {
    await edit(session, samples, '5.5 KB', usual('procedure', few));
  })),
  ...(await among(many, runs, async (session, samples) => {
    const page = usual('procedure', many);
    await edit(session, samples, '5.5 KB', page);
    await complete(session, samples, 'criterion', page, criterionIn(page.text));

    const evidence = usual('evidence', many);
    await opened(session, evidence);
    await complete(session, samples, 'id of a control', evidence, controlIn(evidence.text));

    await edit(session, samples, '48 KB policy', longPolicy(many));

    const register = thousandControls(many);
    await edit(session, samples, '250 KB YAML', register);
    await complete(session, samples, 'criterion, 250 KB YAML', register, criterionIn(register.text));
  })),
];

/** Works in so many sessions, each with a server of its own that has read the whole program. */
async function among(
  documents: number,
  runs: number,
  work: (session: Session, samples: Samples) => Promise<void>,
) {
  const samples = new Samples(documents);
  for (let run = 0; run < runs; run++) {
    const { session, start } = await begin(programFolder(documents), { warm: true });
    await indexed(session, start);
    await work(session, samples);
    await session.end();
  }
  return samples.results;
}

async function edit(session: Session, samples: Samples, what: string, document: OpenDocument): Promise<void> {
  samples.add(`open to diagnostics, ${what}`, await timed(() => opened(session, document)));
  const kinds = { prose: typing(document.text), mapping: remapping(document.text) };
  for (const [kind, changes] of Object.entries(kinds)) {
    const taken = await editAndPull(session, document, changes, edits);
    samples.add(`edit to diagnostics: ${kind}, ${what}`, ...taken);
  }
}

async function complete(
  session: Session,
  samples: Samples,
  what: string,
  document: OpenDocument,
  word: Word,
): Promise<void> {
  const { taken, most } = await completeWhileTyping(session, document, word, completions);
  if (most === 0) throw new Error(`Nothing was offered to complete ${word.text} in ${document.path}.`);
  samples.add(`completion: ${what}`, ...taken);
}
