// Prints how the findings in the examples and the corpora differ from the ledgers in test/ledger/: what is to be judged, as an
// entry of which the verdict and the reason are left to a person, and what is judged and found no more. With --moved it
// writes where a finding that was judged stands now. It never writes a judgment.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { compare, judgedPresets, moveEntries, written } from '../test/ledger/ledger.ts';
import { collections, type Found, type JudgedProgram, programsOf } from '../test/ledger/programs.ts';
import { root } from './toolchain.mjs';

function tell(program: JudgedProgram): string[] {
  const { fresh, gone, moved, unjudged, untrue } = compare(program.found, program.entries);
  const unknown = new Set(fresh);
  return [
    ...toJudge(program.found.filter(finding => unknown.has(finding))),
    ...gone.map(entry => `gone: ${entry.rule} ${written(entry)}`),
    ...moved.map(
      ({ entry, place }) => `moved: ${entry.rule} ${written(entry)}, to ${place} (--moved writes that)`,
    ),
    ...unjudged.map(entry => `without a verdict or a reason: ${entry.rule} ${written(entry)}`),
    ...untrue.map(entry => `false, so mend the rule: ${entry.rule} ${written(entry)}`),
  ];
}

/** Entries for a ledger, with what each finding says, to be judged. */
function toJudge(found: readonly Found[]): string[] {
  return judgedPresets.flatMap(preset => {
    const ofPreset = found.filter(finding => finding.preset === preset);
    const rules = [...new Set(ofPreset.map(({ rule }) => rule))].sort();
    const judgments = rules.flatMap(rule => [
      `  - rule: ${rule}`,
      '    verdict:',
      '    why:',
      '    findings:',
      ...ofPreset
        .filter(finding => finding.rule === rule)
        .flatMap(finding => [`      # ${finding.message}`, `      - ${written(finding)}`]),
    ]);
    return judgments.length > 0 ? [`${preset}:`, ...judgments] : [];
  });
}

function writePlaces({ ledger, found, entries }: JudgedProgram): void {
  const { moved } = compare(found, entries);
  if (moved.length > 0) writeFileSync(ledger, moveEntries(readFileSync(ledger, 'utf8'), moved));
}

for (const collection of collections) {
  if (collection.skip !== false) console.log(`${collection.name}: passed over, ${collection.skip}`);
  const programs = collection.skip === false ? await programsOf(collection) : [];
  for (const program of programs) {
    if (process.argv.includes('--moved')) {
      writePlaces(program);
      continue;
    }
    const told = tell(program);
    console.log(`${program.name}: ${program.found.length} findings, ${program.entries.length} judged`);
    if (told.length > 0) console.log([`in ${relative(root, program.ledger)}:`, ...told].join('\n'));
    if (told.length > 0) process.exitCode = 1;
  }
}
