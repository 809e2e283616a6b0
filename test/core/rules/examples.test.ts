// Every rule's examples are its tests: in the bad ones it finds just the words marked, in the good ones nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { engineOf } from '../../fixture.ts';

function found(example: string, rule: string): string[] {
  const files = readExample(example);
  return [...engineOf(files).allFindings()]
    .filter(finding => finding.rule === rule)
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

for (const rule of rules) {
  describe(rule.name, () => {
    it('has bad and good examples', () => {
      assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
      for (const example of rule.examples.bad) assert.notDeepEqual(marked(example), []);
    });
    for (const [i, example] of rule.examples.bad.entries()) {
      it(`finds the words marked in bad example ${i + 1}`, () => {
        assert.deepEqual(found(example, rule.name), marked(example));
      });
    }
    for (const [i, example] of rule.examples.good.entries()) {
      it(`finds nothing in good example ${i + 1}`, () => {
        assert.deepEqual(found(example, rule.name), []);
      });
    }
    it('leaves no argument of its messages open', () => {
      for (const example of rule.examples.bad) {
        for (const { rule: name, message } of engineOf(readExample(example)).allFindings()) {
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
