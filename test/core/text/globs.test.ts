// Globs of the manifest. The oracle is picomatch, which matched them before: where both read a glob they agree.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globFault, globMatcher, globStarts } from '../../../server/src/core/text/globs.ts';

/** What fits a glob, and what does not. */
const cases: Readonly<Record<string, readonly [fits: readonly string[], not: readonly string[]]>> = {
  'docs/*.md': [['docs/a.md'], ['docs/x/a.md', 'a.md', 'docs/.a.md', 'docs/a.yaml', 'Docs/a.md']],
  './docs/*.md': [['docs/a.md'], ['x/docs/a.md']],
  '././docs/*.md': [['docs/a.md'], ['x/docs/a.md']],
  'docs/**': [
    ['docs/a.md', 'docs/x/y/a.md'],
    ['docs.md', 'x/docs/a.md', 'docs/.x/a.md'],
  ],
  'docs/**/*.md': [
    ['docs/a.md', 'docs/x/y/a.md'],
    ['docs/a.yaml', 'docs/.x/a.md'],
  ],
  '**/old/*.md': [
    ['old/a.md', 'x/y/old/a.md'],
    ['old/x/a.md', 'older/a.md'],
  ],
  '**': [
    ['a.md', 'x/a.md'],
    ['.a.md', '.x/a.md'],
  ],
  '.x/.*': [['.x/.a.md'], ['.x/a.md', 'x/.a.md']],
  'a?c.md': [['abc.md'], ['ac.md', 'a/c.md', 'abbc.md']],
  '[a-c]x[!0-9].md': [['bxa.md'], ['dxa.md', 'bx1.md', 'Bxa.md']],
  '[[:digit:]].md': [['7.md'], ['a.md', '[.md']],
  'a[b.md': [['a[b.md'], ['ab.md']],
  'a]b.md': [['a]b.md'], ['ab.md']],
  '{docs,notes}/*.{md,yaml}': [
    ['docs/a.md', 'notes/b.yaml'],
    ['docs/a.txt', 'docs,notes/a.md'],
  ],
  'a{b,c{d,e}}.md': [
    ['ab.md', 'acd.md', 'ace.md'],
    ['ac.md', 'abd.md'],
  ],
  'a{b.md': [['a{b.md'], ['ab.md']],
  'a,b}.md': [['a,b}.md'], ['a.md']],
  'Policy (old).md': [['Policy (old).md'], ['Policy old.md']],
  '\\*\\?\\[\\{a,b}.md': [['*?[{a,b}.md'], ['xxx.md']],
  'a**b.md': [['ab.md', 'axb.md'], ['a/b.md']],
  'é*.md': [['éa.md'], ['ea.md']],
};

describe('a glob', () => {
  for (const [glob, [fits, not]] of Object.entries(cases)) {
    it(`${glob} fits what it should`, () => {
      assert.equal(globFault(glob), undefined);
      const matches = globMatcher([glob, 'other']);
      for (const path of fits) assert.ok(matches(path), `${path} fits`);
      for (const path of not) assert.ok(!matches(path), `${path} does not fit`);
    });
  }

  const faults = {
    long: ['a'.repeat(1001)],
    not: ['!docs/*.md'],
    extended: ['docs/+(a|b).md', '*(a*)', '!(a)', 'x!(a)', '@(a)', '?(a)'],
    group: ['docs/(a|b).md'],
    range: ['a{1..3}.md', '{a}.md'],
    alternatives: ['{a,b}'.repeat(9)],
    ending: ['docs\\'],
  };
  for (const [fault, globs] of Object.entries(faults)) {
    it(`is not read, and fits nothing: ${fault}`, () => {
      for (const glob of globs) {
        assert.equal(globFault(glob), fault === 'not' || glob !== '!(a)' ? fault : 'not');
        assert.ok(!globMatcher([glob])('a'));
      }
    });
  }

  it('begins with what all that it fits begins with', () => {
    const globs = ['docs/*.md', './a/b?', '././a/c?', '/x/**', '**/y', 'a\\*b', 'c.md'];
    assert.deepEqual(globStarts(globs), ['docs/', 'a/b', 'a/c', 'x/', '', 'a', 'c.md']);
  });
});

const sign = fc.constantFrom(
  'a',
  'b',
  '.',
  '*',
  '?',
  '[ab]',
  '[^a]',
  '[a-c]',
  '{a,b}',
  '{a,*b}',
  '-',
  'é',
  'A',
);
const segment = fc.oneof(
  fc.constantFrom('**', '*', 'a', 'b.md', '*.md'),
  fc.array(sign, { minLength: 1, maxLength: 4 }).map(signs => signs.join('')),
);
const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map(segments => segments.join('/'));
const name = fc
  .array(fc.constantFrom('a', 'b', 'c', '.', '-', 'é', 'A'), { minLength: 1, maxLength: 4 })
  .map(signs => signs.join(''));
const path = fc
  .array(
    name.filter(one => !/\.$/.test(one)),
    { minLength: 1, maxLength: 4 },
  )
  .map(names => names.join('/'));

describe('globs', () => {
  it('fit what picomatch says', () => {
    fc.assert(
      fc.property(glob, fc.array(path, { minLength: 1, maxLength: 20 }), (one, paths) => {
        // Of `*/**` and `a**` picomatch has an opinion of its own, and `[!a]` it takes for one of two signs.
        // A class, and a star in braces, it lets stand for a full stop at the start. Of `./` in front it drops two at most.
        fc.pre(!/^(?:\.\/){3}|(?:^|\/)[[{]|\/\*\*$|\*\*[^/]|[^/]\*\*/.test(one));
        const [ours, theirs] = [globMatcher([one]), picomatch(one)];
        for (const each of paths) assert.equal(ours(each), theirs(each), `${one} and ${each}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('fit together what one of them fits', () => {
    fc.assert(
      fc.property(fc.array(glob, { maxLength: 8 }), path, (globs, one) => {
        assert.equal(
          globMatcher(globs)(one),
          globs.some(each => globMatcher([each])(one)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
