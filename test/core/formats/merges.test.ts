// `<<` as the readers of YAML have it that merge: what a record says is what it states, and what it brings in from elsewhere.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { records } from './recordLines.ts';

describe('a mapping with `<<`', () => {
  it('merges one mapping or a list of them, of which the first counts, and reads several merges as a list', () => {
    const base =
      '- &a {id: A, status: retired, satisfies: &s {TSC: [CC6.1]}}\n- &b {id: B, status: implemented}\n';
    const last = (text: string) => records('controls/a.yaml', base + text).at(-1);
    const retired = 'control C retired satisfies CC6.1';
    assert.equal(last('- <<: [*a, *b]\n  id: C\n'), retired);
    assert.equal(last('- <<:\n  - *a\n  - *b\n  id: C\n'), retired);
    assert.equal(last('- {id: C, <<: [*a, *b]}\n'), retired);
    assert.equal(last('- <<: [*b, *a]\n  id: C\n'), 'control C counts satisfies CC6.1');
    assert.equal(last('- <<: *a\n  <<: *b\n  id: C\n'), retired);
    assert.equal(last('- <<: *b\r\n  <<: *a\r\n  id: C\r\n'), 'control C counts satisfies CC6.1');
    // A merged mapping merges too; what is written in the record itself counts.
    assert.equal(
      last('- &c {<<: *a, status: live}\n- <<: *c\n  id: C\n'),
      'control C counts satisfies CC6.1',
    );
    assert.equal(
      last('- <<: [{status: retired}, {id: C}]\n  satisfies: CC1.1\n'),
      'control C retired satisfies CC1.1',
    );
    assert.equal(last('- "<<": *a\n  id: C\n'), 'control C counts');
  });

  it('merges inside of a value, and in the front matter of a document', () => {
    const base = '- id: A\n  satisfies: &s {TSC: &t {CC6.1: how}}\n';
    const last = (text: string) => records('controls/a.yaml', base + text).at(-1);
    assert.equal(
      last('- id: B\n  satisfies:\n    <<: [*s]\n    ISO27001: [A.8.24]\n'),
      'control B counts satisfies CC6.1 ISO27001:A.8.24',
    );
    assert.equal(
      last('- id: B\n  satisfies: {TSC: {<<: *t, CC6.2: how}}\n'),
      'control B counts satisfies CC6.1 CC6.2',
    );
    assert.deepEqual(
      records(
        'policies/a.md',
        '---\nx: &x {TSC: [CC6.1]}\ny: &y {id: P}\n<<: [*y]\nsatisfies: {<<: *x}\n---\nText.',
      ),
      ['policy P counts satisfies CC6.1 mentions CC6.1'],
    );
  });

  it('merges without end in neither depth nor width', () => {
    const chain = Array.from(
      { length: 3000 },
      (_, i) => `x${i}: &x${i} {<<: [*x${i - 1}, *x${i - 1}], k${i}: v}\n`,
    );
    const text = `id: A\n${chain.slice(1).join('').replace('*x0, *x0', '{}')}<<: *x299\nsatisfies: [CC6.1]\n`;
    assert.deepEqual(records('controls/a.yaml', text), ['control A counts satisfies CC6.1']);
  });
});
