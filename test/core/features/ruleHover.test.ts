import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { editingAt } from './editingAt.ts';

/** The words that are explained at `$0`, and the first line of that with its links. */
function told(example: string): string {
  const { editing, offset } = editingAt(example);
  const hover = hoverAt(editing, offset);
  if (!hover) return 'nothing';
  const { start, end } = hover.range;
  const markdown = markdownOfBlocks(hover.blocks, target => ('page' in target ? target.page : undefined));
  return `${editing.facts.text.slice(start, end)}: ${markdown.split('\n')[0]}`;
}

const orphan = /^documents\/orphan: \[\*\*documents\/orphan\*\*\]\(<?documents\/orphan>?\) · A policy/;
const token = /^secrets\/token: \[\*\*secrets\/token\*\*\]\(<?secrets\/token>?\) · /;

describe('the name of a rule under the cursor', () => {
  it('is explained in the manifest, with a link to the page of the rule', () => {
    assert.match(told('=== tickmark.yaml\nrules:\n  documents/orp$0han: off\n'), orphan);
    assert.match(told('=== tickmark.yaml\nrules: {$0documents/orphan: {severity: hint}}\n'), orphan);
    assert.match(
      told('=== tickmark.yaml\nrules:\n  folders:\n    policies/drafts:\n      documents/orphan$0: off\n'),
      orphan,
    );
  });

  it('is explained in comments that silence it', () => {
    assert.match(
      told('=== policies/a.md\nText. <!-- tickmark-ignore documents/or$0phan: nobody cites it -->\n'),
      orphan,
    );
    assert.match(
      told(
        '=== controls/a.yaml\n# tickmark-ignore-file documents/orphan, $0secrets/token: both are known\nid: A-1\n',
      ),
      token,
    );
    assert.match(told('=== policies/a.md\n---\n# tickmark-ignore secrets/token$0\ntitle: A\n---\n'), token);
  });

  it('says how severe it is', () => {
    const { editing, offset } = editingAt('=== tickmark.yaml\nrules: {documents/orp$0han: off}\n');
    assert.match(markdownOfBlocks(hoverAt(editing, offset)?.blocks ?? []), /\n\nSeverity: \w+/);
  });

  it('is none elsewhere, and an unknown name is not explained', () => {
    assert.equal(told('=== policies/a.md\nWe keep documents/orp$0han on.\n'), 'nothing');
    assert.equal(told('=== policies/a.md\n<!-- tickmark-ignore documents/orp$0: why -->\n'), 'nothing');
    assert.equal(told('=== policies/a.md\n<!-- tickmark-ignore documents/orphan: w$0hy -->\n'), 'nothing');
  });
});
