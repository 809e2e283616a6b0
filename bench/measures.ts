// The measures that there are, by the names under which `--only` asks for them.
import type { Measure } from './harness/measure.ts';
import { coldCheck } from './measures/coldCheck.ts';
import { editing } from './measures/editing.ts';
import { editToFindings } from './measures/editToFindings.ts';
import { extension } from './measures/extension.ts';
import { filesChanged } from './measures/filesChanged.ts';
import { indexing } from './measures/indexing.ts';
import { keyTexts } from './measures/keyTexts.ts';
import { markdownlint } from './measures/markdownlint.ts';
import { markdownServer } from './measures/markdownServer.ts';
import { navigation } from './measures/navigation.ts';
import { pathologicalInputs } from './measures/pathologicalInputs.ts';
import { remark } from './measures/remark.ts';
import { scopeEdit } from './measures/scopeEdit.ts';
import { serverStart } from './measures/serverStart.ts';
import { warmCheck } from './measures/warmCheck.ts';
import { yamlServer } from './measures/yamlServer.ts';

type Measures = Readonly<Record<string, Measure>>;

/** Of the built command and server, whichever tree they were built in. */
export const ofBuild: Measures = {
  coldCheck,
  warmCheck,
  serverStart,
  indexing,
  editing,
  navigation,
  scopeEdit,
  filesChanged,
  pathologicalInputs,
};

/** Of the sources and the extension of this tree. */
export const ofTree: Measures = { editToFindings, extension, keyTexts };

/** Of other tools. */
export const ofPeers: Measures = { markdownlint, remark, markdownServer, yamlServer };

/**
 * The measures that are asked for. Ends the process with code 2 where there is no such measure.
 * @param only their names, separated by commas; undefined for all
 */
export function chosenOf(measures: Measures, only: string | undefined): [string, Measure][] {
  const names = only?.split(',') ?? Object.keys(measures);
  const unknown = names.find(name => !(name in measures));
  if (unknown !== undefined) {
    console.error(`There is no measure \`${unknown}\`. There are ${Object.keys(measures).join(', ')}.`);
    process.exit(2);
  }
  return Object.entries(measures).filter(([name]) => names.includes(name));
}
