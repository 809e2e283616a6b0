import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ShownFinding } from '../../../../server/src/core/engine/shownFinding.ts';
import { silencingFixes } from '../../../../server/src/core/features/actions/silence.ts';
import { applied } from '../../../../server/src/core/formats/yamlEdits.ts';
import type { ExampleFile } from '../../../../server/src/core/rules/example.ts';
import type { Fix } from '../../../../server/src/core/rules/rule.ts';
import { rules } from '../../../../server/src/core/rules/rules.ts';
import { engineOf } from '../../../fixture.ts';
import { editingOf, type Fixture, fixtureOf, fixtureOfRule } from '../editingAt.ts';

function fixesFor(fixture: Fixture, finding: ShownFinding): readonly Fix[] {
  return silencingFixes(editingOf(fixture, finding.path), finding);
}

/** The files once a comment has been put there, with this reason typed at its caret. */
function withReason({ files }: Fixture, { edits }: Fix, reason: string): ExampleFile[] {
  return files.map(file => ({
    ...file,
    text: applied(
      file.text,
      edits
        .filter(({ path }) => path === file.path)
        .map(({ text, caret = 0, ...range }) => ({
          ...range,
          text: text.slice(0, caret) + reason + text.slice(caret),
        })),
    ),
  }));
}

/** The document once a finding of a rule in it has been silenced on its line, and in its file. */
function silenced(fixture: string, rule: string, crlf = false): (string | undefined)[] {
  const read = fixtureOf(fixture, crlf);
  const finding = [...read.engine.allFindings()].find(other => other.rule === rule);
  assert.ok(finding);
  const fixes = fixesFor(read, finding);
  return ['here', 'in this file'].map(where => {
    const fix = fixes.find(({ title }) => title === `Silence ${rule} ${where}, with a reason`);
    return fix && withReason(read, fix, 'why').find(({ path }) => path === finding.path)?.text;
  });
}

const policy = (...lines: readonly string[]) =>
  ['=== policies/a.md', '---', 'id: a', 'satisfies: [CC6.1]', '---', ...lines, ''].join('\n');

describe('a finding is silenced', () => {
  it('at the end of its line in prose, and in the first line of the front matter for its file', () => {
    const [here, file] = silenced(policy('For TBD.  ', 'More.'), 'documents/placeholder', true);
    assert.match(
      here ?? '',
      /^For TBD\. <!-- tickmark-ignore documents\/placeholder: why --> {2}\r\nMore\.\r\n$/m,
    );
    assert.match(file ?? '', /^---\r\n# tickmark-ignore-file documents\/placeholder: why\r\nid: a\r\n/);
  });

  it('in the cell of a table', () => {
    const [here] = silenced(policy('| a | b |', '| - | - |', '| x | TBD |'), 'documents/placeholder');
    assert.match(here ?? '', /^\| x \| TBD <!-- tickmark-ignore documents\/placeholder: why --> \|$/m);
  });

  it('beside a value', () => {
    const [here, file] = silenced('=== controls/a.yaml\n- id: A\n- id: B\n', 'controls/unmapped');
    assert.equal(here, '- id: A # tickmark-ignore controls/unmapped: why\n- id: B\n');
    assert.equal(file, '# tickmark-ignore-file controls/unmapped: why\n- id: A\n- id: B\n');
  });

  it('only in its file, where no comment can stand on its line', () => {
    const block = '=== controls/a.yaml\nid: A\nsatisfies: |\n  CC9.9\n';
    assert.deepEqual(silenced(block, 'criteria/unknown'), [
      undefined,
      '# tickmark-ignore-file criteria/unknown: why\nid: A\nsatisfies: |\n  CC9.9\n',
    ]);
  });

  it('only in its file, where a value goes on in the next line', () => {
    const [here] = silenced('=== controls/a.yaml\n{id: A, version: one\n  two}\n', 'controls/unmapped');
    assert.equal(here, undefined);
  });

  it('in the body of a document that has no front matter, or one that must begin with a key', () => {
    const [, plain] = silenced('=== policies/a.md\nFor TBD.\n', 'documents/placeholder');
    assert.equal(plain, '<!-- tickmark-ignore-file documents/placeholder: why -->\nFor TBD.\n');
    const [, bare] = silenced(
      '=== policies/a.md\nname: A\nacronym: A\nsatisfies: {TSC: [CC6.1]}\n---\nFor TBD.\n',
      'documents/placeholder',
    );
    assert.match(bare ?? '', /---\n<!-- tickmark-ignore-file documents\/placeholder: why -->\nFor TBD\.\n$/);
  });
});

describe('whatever is found', () => {
  for (const rule of rules) {
    it(`can be silenced, and nothing else comes or goes (${rule.name})`, () => {
      for (const [index, example] of rule.examples.bad.entries()) {
        // The line ends of one example show those of all: each rule is silenced in the same way.
        for (const crlf of index === 0 ? [false, true] : [false]) {
          const fixture = fixtureOfRule(rule, example, crlf);
          const before = [...fixture.engine.allFindings()];
          // What other rules find in it too, their own examples show.
          for (const finding of before.filter(one => one.rule === rule.name)) {
            const fixes = fixesFor(fixture, finding);
            // A register in CSV has no place for a comment.
            const isRead =
              !['documents/too-large', 'scope/not-read'].includes(finding.rule) &&
              !finding.path.endsWith('.csv');
            if (!finding.rule.startsWith('rules/') && isRead) assert.ok(fixes.length > 0, finding.message);
            for (const fix of fixes) {
              const files = withReason(fixture, fix, 'why');
              const engine = engineOf(files);
              const isSilenced = (rule: string) =>
                engine.suppressed(finding.path).some(one => one.rule === rule);
              assert.ok(isSilenced(finding.rule), fix.title);
              const shown = [...engine.allFindings()].map(one => `${one.path} ${one.rule}`);
              const expected = before
                .map(one => `${one.path} ${one.rule}`)
                .filter(one => one !== `${finding.path} ${finding.rule}`);
              assert.deepEqual(
                shown.filter(one => one !== `${finding.path} ${finding.rule}`),
                expected,
                fix.title,
              );
              assert.ok(shown.length < before.length);
              // Without a reason it is still there, and so is a word about that.
              const half = [...engineOf(withReason(fixture, fix, '')).allFindings()];
              assert.equal(half.length, before.length + 1);
              assert.ok(half.some(one => one.rule === 'rules/reason-missing'));
            }
          }
        }
      }
    });
  }
});
