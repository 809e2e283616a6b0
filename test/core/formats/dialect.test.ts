// A document is read in the dialect of Markdown in which its layout is written: Comply's is Pandoc's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../../fixture.ts';
import { records } from './recordLines.ts';

const comply = '=== comply.yml\nname: Pedal\n=== policies/flood.md\nname: Flood\nacronym: FL\n---\n';

/** What is found of these rules in the body of a policy of Comply's, by the words of each finding. */
const found = (body: string, ...rules: readonly string[]) =>
  findingsOf(comply + body)
    .filter(line => rules.some(rule => line.endsWith(` ${rule}`)))
    .map(line => JSON.parse(line.slice(line.indexOf('"'), line.lastIndexOf('"') + 1)));

/** The words left to be replaced in such a body. */
const placeholders = (body: string) => found(body, 'documents/placeholder');

describe("in a policy of Comply's", () => {
  it('what is indented by four below a lettered, roman, or numbered item is text', () => {
    for (const mark of [
      'a.',
      'b)',
      '(c)',
      'A)',
      'A. ',
      'i.',
      '(i)',
      'iv)',
      'I)',
      '#.',
      '(1)',
      '3.',
      '(@)',
      '-',
    ])
      assert.deepEqual(
        placeholders(`# What to do\n\n${mark} Tell them:\n\n    [list all people]\n`),
        ['[list all people]'],
        mark,
      );
  });

  it('it is text however deep, and with any line end', () => {
    const body = [
      'a. Tell these people:',
      '',
      '    i. [job title 1]',
      '    ii. [job title 2]',
      '',
      '        1. [job title 3]',
      '',
      '            Then [job title 4].',
      '',
      '                [list the code that this is]',
      'b. [job title 5]',
      '',
    ].join('\n');
    const expected = [1, 2, 3, 4, 5].map(number => `[job title ${number}]`);
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(placeholders(body.replaceAll('\n', end)), expected, JSON.stringify(end));
  });

  it('it is text in quotes, next to tables, and below terms and notes', () => {
    assert.deepEqual(placeholders('> a. Tell:\n>\n>     i. [list all people]\n'), ['[list all people]']);
    assert.deepEqual(
      placeholders('a. Tell:\n\n    | Who | When |\n    | - | - |\n    | [list all people] | now |\n'),
      ['[list all people]'],
    );
    assert.deepEqual(placeholders('Owner\n\n:   Who acts:\n\n    [job title]\n'), ['[job title]']);
    assert.deepEqual(placeholders('Tell them.[^1]\n\n[^1]: Who:\n\n    [job title]\n'), ['[job title]']);
    assert.deepEqual(placeholders('   Who    When\n-------- ------\n     [role]  now\n'), []);
  });

  it('links and ids are found there', () => {
    assert.deepEqual(
      found('(a) See:\n\n    (i) [Doors](doors.md) for CC9.9\n', 'documents/broken-link', 'criteria/unknown'),
      ['doors.md', 'CC9.9'],
    );
    assert.deepEqual(records('policies/a.md', 'name: A\n---\na. Do:\n\n    i. This is CC6.1.\n', 'comply'), [
      'policy (a) counts mentions CC6.1',
    ]);
  });

  it('code is still code', () => {
    assert.deepEqual(placeholders('a. Run:\n\n        [list all people]\n\nThen:\n\n    [job title]\n'), []);
    assert.deepEqual(placeholders('```\n[list all people]\n```\n'), []);
    assert.deepEqual(placeholders('Ask B. Meier, or\na. Smith.\n\n    [list all people]\n'), []);
  });
});

describe('the dialect is', () => {
  const body = 'a. Tell:\n\n    i. See CC6.1.\n';

  it("Comply's in its layout", () => {
    const text = `---\nname: A\n---\n${body}`;
    assert.deepEqual(records('policies/a.md', text, 'comply'), ['policy (a) counts mentions CC6.1']);
    assert.deepEqual(records('procedures/a.md', text, 'comply'), ['procedure (a) counts mentions CC6.1']);
    assert.deepEqual(records('policies/a.md', body, 'comply'), ['policy (a) counts mentions CC6.1']);
  });

  it("Comply's in a document that has its form, wherever it lies", () => {
    for (const meta of [
      'name: A\nsatisfies: {}\n---\n',
      '---\nacronym: A\n---\n',
      '---\nid: A\nmajorRevisions: []\n---\n',
    ])
      assert.match(records('policies/a.md', meta + body).join(), / mentions CC6\.1$/, meta);
  });

  it("GitHub's elsewhere", () => {
    for (const layout of ['native', 'plain'] as const)
      assert.deepEqual(records('policies/a.md', `---\nid: A\n---\n${body}`, layout), ['policy A counts']);
  });
});
