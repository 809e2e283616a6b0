// What cannot be renamed, and what it cannot be renamed to: the reason is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../../server/src/core/features/rename/renaming.ts';
import { soonInEverySpelling } from './marked.ts';
import { textsAfter } from './renaming.ts';

const manifest = `
=== tickmark.yaml
tickmark: 1
`;

describe('a rename is refused', () => {
  const cases: readonly (readonly [what: string, to: string, why: RegExp, before: string])[] = [
    ['of a criterion', 'AC-07', /id of a catalog/, '=== controls/a.yaml\nid: AC-01\nsatisfies: CC6.$01\n'],
    ['of nothing', 'AC-07', /Only ids/, '=== controls/a.yaml\nid: AC-01\ntags: [acc$0ess]\n'],
    [
      'of what is not there',
      'AC-07',
      /No record has the id `AC-09`/,
      '=== evidence/a.yaml\nid: EV-1\ncontrols: AC-$009\n',
    ],
    [
      'of one of several',
      'AC-07',
      /several records, in controls\/a.yaml, controls\/b.yaml/,
      '=== controls/a.yaml\nid: AC-$001\n=== controls/b.yaml\nid: AC-01\n',
    ],
    ['to nothing', '', /Enter an id/, '=== controls/a.yaml\nid: AC-$001\n'],
    ['to what is no id', 'a, b', /An id has letters/, '=== controls/a.yaml\nid: AC-$001\n'],
    ['to what says that there is none', 'n/a', /no id/, '=== controls/a.yaml\nid: AC-$001\n'],
    ['to the name of a file', 'access.md', /name of a file/, '=== controls/a.yaml\nid: AC-$001\n'],
    ['to a criterion', 'CC6.1', /id of a criterion/, '=== controls/a.yaml\nid: AC-$001\n'],
    [
      'to the id of another record',
      'ac-02',
      /a record already, in controls\/b.yaml/,
      '=== controls/a.yaml\nid: AC-$001\n=== controls/b.yaml\nid: AC-02\n',
    ],
    [
      'to the name of the file of another record',
      'access',
      /a record already, in policies\/access.md/,
      `${manifest}=== controls/a.yaml\nid: AC-$001\n=== policies/access.md\n# Access\n`,
    ],
    [
      'to a word, where text speaks of it',
      'access',
      /policies\/a.md names it in running text/,
      `${manifest}=== controls/a.yaml\nid: AC-$001\n=== policies/a.md\n# Access\n\nSee AC-01.\n`,
    ],
    [
      'of a file to the name of another',
      'laptops',
      /a record already, in policies\/laptops.md/,
      `${manifest}=== controls/a.yaml\nid: AC-01\npolicies: acc$0ess\n=== policies/access.md\n# Access\n=== policies/laptops.md\n# Laptops\n`,
    ],
    [
      'of a file to a name that is no record',
      'README',
      /not read as a record/,
      `${manifest}=== controls/a.yaml\nid: AC-01\npolicies: acc$0ess\n=== policies/access.md\n# Access\n`,
    ],
    [
      'of the name of a person',
      'ana',
      /stands for `ana-lopes`/,
      '=== tickmark.yaml\npeople: [{id: ana-lopes, name: Ana Lopes}]\n=== controls/a.yaml\nid: AC-01\nowner: Ana $0Lopes\n',
    ],
    [
      'of a person that is not listed',
      'ana',
      /lists no person `ben`/,
      '=== tickmark.yaml\npeople: [{id: ana-lopes, name: Ana Lopes}]\n=== controls/a.yaml\nid: AC-01\nowner: be$0n\n',
    ],
    [
      'of a role that several people have',
      'ana',
      /names several people: ana, ben/,
      '=== tickmark.yaml\npeople: [{id: ana, role: IT}, {id: ben, role: IT}]\n=== controls/a.yaml\nid: AC-01\nowner: I$0T\n',
    ],
    [
      'to the name of another person',
      'ben-lopes',
      /the id, name, or role of `ben`/,
      '=== tickmark.yaml\npeople: [{id: a$0na}, {id: ben, name: ben-lopes}]\n',
    ],
  ];
  for (const [what, to, why, before] of cases)
    it(what, () =>
      soonInEverySpelling(before, async marked => {
        const texts = await textsAfter(marked, to);
        assert.match(isRefusal(texts) ? texts.refusal : 'renamed', why);
      }),
    );

  it('by nobody in a body where no id is: the editor may know better', async () => {
    await soonInEverySpelling('=== policies/a.md\n# Acc$0ess\n', async marked => {
      assert.deepEqual(await textsAfter(marked, 'x'), { refusal: 'nothing of ours' });
    });
  });
});
