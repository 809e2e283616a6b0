// Every rule's examples are its tests: in the bad ones it finds just the words marked, in the good ones nothing, under the
// strictest preset that has the rule, and whatever else stands beside them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExampleFile, readExample } from '../../../server/src/core/rules/example.ts';
import type { Rule } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { engineOf } from '../../fixture.ts';
import { alone, bystanders, judgedExample } from './judgedExample.ts';

function found(rule: Rule, files: readonly ExampleFile[]): string[] {
  return [...engineOf(files).allFindings()]
    .filter(finding => finding.rule === rule.name)
    .map(({ path, range: { start, end } }) => {
      const text = files.find(file => file.path === path)?.text ?? '';
      return `${path} ${start}-${end} ${JSON.stringify(text.slice(start, end))}`;
    });
}

function marked(example: string): string[] {
  return readExample(example)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text, marks }) =>
      marks.map(({ start, end }) => `${path} ${start}-${end} ${JSON.stringify(text.slice(start, end))}`),
    );
}

const nobody = ['', []] as const;
const everybody = [' among bystanders', bystanders] as const;

for (const rule of rules) {
  describe(rule.name, () => {
    it('has bad and good examples', () => {
      assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
      for (const example of rule.examples.bad) assert.notDeepEqual(marked(example), []);
    });
    for (const [among, others] of alone.has(rule.name) ? [nobody] : [nobody, everybody]) {
      for (const [i, example] of rule.examples.bad.entries()) {
        it(`finds the words marked in bad example ${i + 1}${among}`, () => {
          assert.deepEqual(found(rule, [...judgedExample(rule, example), ...others]), marked(example));
        });
      }
      for (const [i, example] of rule.examples.good.entries()) {
        it(`finds nothing in good example ${i + 1}${among}`, () => {
          assert.deepEqual(found(rule, [...judgedExample(rule, example), ...others]), []);
        });
      }
    }
    it('leaves no argument of its messages open', () => {
      for (const example of rule.examples.bad) {
        for (const { rule: name, message } of engineOf(judgedExample(rule, example)).allFindings()) {
          if (name === rule.name) assert.doesNotMatch(message, /(?<!\{)\{[a-z]+\}/i);
        }
      }
    });
  });
}

describe('the list of rules', () => {
  it('has names of the form group/name, each once', () => {
    for (const { name } of rules) assert.match(name, /^[a-z]+\/[a-z\d]+(?:-[a-z\d]+)*$/);
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
  });
});
