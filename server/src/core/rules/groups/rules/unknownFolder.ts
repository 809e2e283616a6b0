import { writtenLike } from '../../../formats/yamlEdits.ts';
import { nearFolder } from '../../questions/nearFolder.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'rules/unknown-folder',
  reads: 'program',
  absence: true,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A folder in the rule settings of the manifest that has no documents, but looks like a misspelling of a folder that does.',
  why: 'Settings for a folder that does not exist have no effect. Rules that you turned off there still report, and rules that you raised to errors do not.',
  fix: 'Write the path of the folder relative to the manifest, without glob characters. The settings apply to everything below it.',
  messages: {
    default: 'No document is in `{folder}`, so these settings have no effect. Did you mean `{near}`?',
    file: '`{folder}` is a document, but settings apply to folders. Name its folder, or silence the rule in the document itself.',
  },
  varying: ['near'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      rules:
        folders:
          polices:
          ^^^^^^^
            documents/placeholder: off
          policies/drafts/**:
          ^^^^^^^^^^^^^^^^^^
            preset: start
          policies/access.md:
          ^^^^^^^^^^^^^^^^^^
            preset: start
      === policies/access.md
      # Access policy
      === policies/drafts/travel.md
      # Travel policy
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      rules:
        folders:
          policies: {preset: start}
          ./policies/drafts/: {preset: start}
          evidence/2026-q2: {preset: start}
          policies/archive: {preset: start}
          handbook: {preset: start}
          team-b/controls: {preset: strict}
      === policies/drafts/2026/travel.md
      # Travel policy
      === policies/active/access.md
      # Access policy
      === evidence/2026-q1/review.yaml
      id: EV-01
      === team-a/controls/sso.yaml
      id: AC-01
      `,
    ],
  },
  fixes({ path, range, args: { near }, facts }) {
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check(program, _key, report) {
    const { manifest } = program;
    if (!manifest) return;
    for (const { folder, at } of manifest.shape.rules) {
      if (at === undefined || folder === '' || program.inFolder(folder).size > 0) continue;
      const place = { path: manifest.path, record: 0, at };
      if (program.summary(folder)) report(place, { folder }, 'file');
      else {
        const near = nearFolder(folder, program);
        if (near !== undefined) report(place, { folder, near });
      }
    }
  },
};
