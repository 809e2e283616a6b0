import { thousandControls, usual } from '../harness/documents.ts';
import { controlIn, criterionIn, retyping, type Word } from '../harness/edits.ts';
import { type Measure, type Result, repeated, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { type OpenDocument, pause } from '../harness/session.ts';
import { begin, indexed } from '../harness/tickmarkServer.ts';

/** How often completions are asked for in each session, and how long there is between two, in milliseconds. */
const times = 50;
const gap = 10;

/** From a letter typed to the completions there. */
export const completion: Measure = async ({ many, runs }) => {
  const page = usual('procedure', many);
  const evidence = usual('evidence', many);
  const register = thousandControls(many);
  return [
    await completed('criterion', many, page, criterionIn(page.text), runs),
    await completed('id of a control', many, evidence, controlIn(evidence.text), runs),
    await completed('criterion, 250 KB YAML', many, register, criterionIn(register.text), runs),
  ];
};

async function completed(
  what: string,
  documents: number,
  { path, text }: OpenDocument,
  word: Word,
  runs: number,
): Promise<Result> {
  const retype = retyping(text, word);
  const sessions = await repeated(runs, async () => {
    const { session, start } = await begin(programmeFolder(documents));
    await session.open({ path, text });
    await indexed(session, start);
    const taken: number[] = [];
    let most = 0;
    for (let i = 0; i < times; i++) {
      await pause(gap);
      const asked = performance.now();
      const { change, caret } = retype(i);
      void session.change(path, change);
      most = Math.max(most, await session.complete(path, caret));
      taken.push(performance.now() - asked);
    }
    await session.end();
    if (most === 0) throw new Error(`Nothing was offered to complete: ${what}.`);
    return { taken, most };
  });
  return {
    measure: `completion: ${what}`,
    subject,
    documents,
    runs: sessions.flatMap(({ taken }) => taken.map(value => ({ value }))),
    findings: Math.max(...sessions.map(({ most }) => most)),
  };
}
