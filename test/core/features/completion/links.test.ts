// Where a link of Markdown may lead: to headings, and to files beside the document.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  headingCompletions,
  linkPathTypedAt,
} from '../../../../server/src/core/features/completion/links.ts';
import { applied } from '../../../../server/src/core/formats/yamlEdits.ts';
import { inEverySpelling, type Marked } from '../marked.ts';

const program = `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access

      ## Joiners and leavers

      ## Reviews
      `;

/** The headings that are offered, and the document once the last of them has been taken. */
function headings({ editing, offset }: Marked) {
  const found = headingCompletions(editing, offset);
  const last = found?.at(-1);
  const { text } = editing.facts;
  return {
    labels: found?.map(({ label }) => label),
    taken: last ? applied(text, [last]).split(/\r?\n/).at(-2) : '',
  };
}

describe('the headings that a link may lead to', () => {
  for (const [what, path, line, labels, taken] of [
    [
      'of another document',
      'policies/a.md',
      'See [x](access.md#$0) now.',
      ['access', 'joiners-and-leavers', 'reviews'],
      'See [x](access.md#reviews) now.',
    ],
    [
      'in another folder',
      'controls/a.md',
      'See [x](../policies/access.md#jo$0in).',
      ['access', 'joiners-and-leavers', 'reviews'],
      'See [x](../policies/access.md#reviews).',
    ],
    ['of its own document', 'policies/a.md', 'See [x](#$0)', ['a-1'], 'See [x](#a-1)'],
    ['that is not closed yet', 'policies/a.md', 'See [x](#$0', ['a-1'], 'See [x](#a-1'],
    [
      'of a definition',
      'policies/a.md',
      '[x]: access.md#$0',
      ['access', 'joiners-and-leavers', 'reviews'],
      '[x]: access.md#reviews',
    ],
    ['of a document that does not exist', 'policies/a.md', 'See [x](gone.md#$0)', [], ''],
    ['in words that are no link', 'policies/a.md', 'See (access.md#$0)', undefined, ''],
    ['in code', 'policies/a.md', '`[x](access.md#$0)`', undefined, ''],
  ] as const) {
    it(what, () =>
      inEverySpelling(`${program}=== ${path}\n      # A 1\n\n      ${line}\n`, (text, spelling) => {
        const plain = (words: string) =>
          spelling.startsWith('behind') ? words.replace('See ', '𝒜\t👩‍👩‍👧 é\t See ') : words;
        assert.deepEqual(headings(text), { labels: labels && [...labels], taken: plain(taken) }, spelling);
      }),
    );
  }
});

describe('the path of a link', () => {
  for (const [line, folders] of [
    ['See [x](ac$0)', ['policies']],
    ['See [x](../$0)', ['']],
    ['See [x](./sub/a$0b.md)', ['policies/sub']],
    ['See [x](../../$0)', undefined],
    ['See [x](https://$0)', undefined],
    ['See [x](/$0)', undefined],
    ['See x(a$0', undefined],
  ] as const) {
    it(`goes on in a folder of the program: ${line}`, () =>
      inEverySpelling(`${program}=== policies/a.md\n      ${line}\n`, ({ editing, offset }) =>
        assert.deepEqual(linkPathTypedAt(editing, offset)?.folders, folders && [...folders]),
      ));
  }
});
