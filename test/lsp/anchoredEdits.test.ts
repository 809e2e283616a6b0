import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { silencingFixes } from '../../server/src/core/features/actions/silence.ts';
import type { Fix, FixEdit } from '../../server/src/core/rules/rule.ts';
import { rules } from '../../server/src/core/rules/rules.ts';
import { anchoredEdits } from '../../server/src/lsp/anchoredEdits.ts';
import { editingOf, type Fixture, fixesFor, fixtureOf, fixtureOfRule } from '../core/features/editingAt.ts';
import { goldensIn } from '../core/rules/golden.ts';
import { appliedElsewhere, appliedInActiveEditor } from './vsCodeEdits.ts';

const goldens = fileURLToPath(new URL('../core/rules/fixes/', import.meta.url));

/** What VS Code makes of edits, in every kind of editor and however it is set. */
function outcomes(text: string, edits: readonly FixEdit[]): string[] {
  const anchored = anchoredEdits(text, edits);
  // An editor is set to tabs by a document with tabs.
  const hasTabs = /^ *\t/m.test(text);
  return [
    appliedElsewhere(text, anchored),
    appliedInActiveEditor(text, anchored, 'spaces'),
    ...(hasTabs ? [appliedInActiveEditor(text, anchored, 'tabs')] : []),
  ];
}

/** Says that a fix comes out as its plain edits do; gives how many of its documents are sent with a caret. */
function assertSame({ files }: Fixture, { title, edits }: Fix): number {
  let carets = 0;
  for (const { path, text } of files) {
    const own = edits.filter(edit => edit.path === path);
    const meant = appliedElsewhere(text, own);
    for (const outcome of outcomes(text, own)) assert.equal(outcome, meant, `${title} in ${path}`);
    if (anchoredEdits(text, own).some(({ caret }) => caret !== undefined)) carets++;
  }
  return carets;
}

/** The same for every finding of a fixture, and for its silencing; gives for how many documents a caret was sent. */
function assertAllSame(fixture: Fixture): number {
  let carets = 0;
  for (const finding of fixture.engine.allFindings()) {
    const silencing = silencingFixes(editingOf(fixture, finding.path), finding);
    for (const fix of [...fixesFor(fixture, finding), ...silencing]) carets += assertSame(fixture, fix);
  }
  return carets;
}

describe('every fix comes out the same in every editor of VS Code', () => {
  for (const crlf of [false, true]) {
    const ends = crlf ? 'with \\r\\n' : 'with \\n';

    it(`in the golden files, ${ends}`, () => {
      const names = readdirSync(goldens, { recursive: true, encoding: 'utf8' });
      let carets = 0;
      for (const name of names.filter(each => each.endsWith('.txt'))) {
        for (const { before } of goldensIn(readFileSync(`${goldens}${name}`, 'utf8'))) {
          carets += assertAllSame(fixtureOf(before, crlf));
        }
      }
      assert.ok(carets > 100, `${carets}`);
    });

    it(`in the examples of all rules, ${ends}`, () => {
      let carets = 0;
      for (const rule of rules) {
        for (const example of rule.examples.bad) carets += assertAllSame(fixtureOfRule(rule, example, crlf));
      }
      assert.ok(carets > 100, `${carets}`);
    });
  }

  it('whatever the document and the edits are', () => {
    const line = fc.stringMatching(/^(?: {0,6}|\t)[a$}\\]{0,2}$/);
    const lines = fc.array(line, { maxLength: 5 });
    const edit = fc.record({
      ends: fc.tuple(fc.nat(30), fc.nat(30)),
      lines,
      caret: fc.option(fc.nat(30), { nil: undefined }),
    });
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 4 }), fc.boolean(), (document, drawn, crlf) => {
        const lineBreak = crlf ? '\r\n' : '\n';
        const text = document.join(lineBreak);
        const edits: FixEdit[] = [];
        let from = 0;
        for (const { ends, lines, caret } of drawn) {
          const start = outsideBreak(text, from + ends[0]);
          const end = outsideBreak(text, start + ends[1]);
          const own = lines.join(lineBreak);
          const place = caret === undefined ? {} : { caret: outsideBreak(own, caret) };
          edits.push({ path: 'a.yaml', start, end, text: own, ...place });
          from = end + 1;
          if (from > text.length) break;
        }
        const meant = appliedElsewhere(text, edits);
        for (const outcome of outcomes(text, edits)) assert.equal(outcome, meant);
      }),
    );
  });
});

/** An offset of a text, before a line end rather than in it. */
function outsideBreak(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return text.startsWith('\r\n', at - 1) ? at - 1 : at;
}

describe('an anchored edit', () => {
  const path = 'a.yaml';

  it('of several lines begins where its indented line begins, with the caret where it was', () => {
    const edit = { path, start: 8, end: 8, text: '\n  owner:', caret: 9 };
    assert.deepEqual(anchoredEdits('- id: a\n  b: c', [{ ...edit, start: 14, end: 14 }]), [
      { path, start: 8, end: 14, text: '  b: c\n  owner:', caret: 15 },
    ]);
  });

  it('stays what it is where no blanks stand before it, and in one line', () => {
    for (const edit of [
      { path, start: 7, end: 7, text: '\n  owner:', caret: 9 },
      { path, start: 14, end: 14, text: ' # why: ', caret: 8 },
    ]) {
      assert.deepEqual(anchoredEdits('- id: a\n  b: c', [edit]), [edit]);
    }
  });

  it('takes in the edits before it in its line', () => {
    const edits = [
      { path, start: 5, end: 6, text: 'C' },
      { path, start: 6, end: 6, text: '\n  owner:', caret: 9 },
    ];
    assert.deepEqual(anchoredEdits('  b: c', edits), [
      { path, start: 0, end: 6, text: '  b: C\n  owner:', caret: 15 },
    ]);
  });

  it('has no caret where an editor that is set to tabs may write its indentation otherwise', () => {
    const text = 'a:\n    b: c\n\td';
    const edit = { path, start: 11, end: 11, text: '\n    owner:' };
    assert.deepEqual(anchoredEdits(text, [{ ...edit, caret: 11 }]), [edit]);
  });
});
