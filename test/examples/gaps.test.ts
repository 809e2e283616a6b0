// examples/README.md promises which gaps the sample programs have: they are found, and nothing else is, also in the strict preset.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../architecture/project.ts';
import { collections, type Found, programsOf } from '../ledger/programs.ts';

const readme = readFileSync(join(root, 'examples/README.md'), 'utf8');
const programs = await programsOf(collections[0]);

/** The cells of the rows of a table below a heading, without its header. */
function rowsBelow(heading: string): string[][] {
  const [, below = ''] = readme.split(`\n${heading}\n`);
  const [section = ''] = below.split(/^##/m);
  const rows = section.split('\n').filter(line => line.startsWith('| '));
  return rows.slice(2).map(row => row.split('|').map(cell => cell.trim()));
}

function foundIn(name: string): readonly Found[] {
  const program = programs.find(one => one.name === `examples/${name}`);
  assert.ok(program, name);
  return program.found;
}

const words = (found: readonly Found[], preset: Found['preset']) =>
  found.filter(one => one.preset === preset).map(({ rule, file, message }) => `${rule} ${file}: ${message}`);

describe('examples/README.md', () => {
  it('names each gap of brightdesk with its rule and file, and no other', () => {
    // What is missing for a criterion is found at the scope, and the page names the document with the gap.
    const place = (rule: string, file: string) => (rule.startsWith('coverage/') ? rule : `${rule} ${file}`);
    const promised = rowsBelow('### Intended gaps').map(([, file = '', , rule = '']) =>
      place(rule.replaceAll('`', ''), file.replaceAll('`', '')),
    );
    const found = foundIn('brightdesk').filter(({ preset }) => preset === 'recommended');
    assert.ok(promised.length > 5);
    assert.deepEqual(found.map(({ rule, file }) => place(rule, file)).sort(), promised.sort());
  });

  it('names each criterion with a gap in the small programs, and no other', () => {
    let last = '';
    const promised = new Map<string, string[]>();
    for (const [, folder = '', , , , gaps = ''] of rowsBelow('## The small programs')) {
      last = folder === '' ? last : folder.replaceAll('`', '');
      // A criterion that is excluded with a reason is no gap.
      const open = gaps.split(';').filter(gap => !gap.includes('excluded'));
      const ids = open.flatMap(gap => gap.match(/\b[A-Z]+-?\d\.?\d?\b/g) ?? []);
      promised.set(last, [...(promised.get(last) ?? []), ...ids]);
    }
    assert.ok(promised.size > 3);
    for (const [folder, ids] of promised) {
      const found = foundIn(folder).filter(({ preset }) => preset === 'recommended');
      assert.ok(
        found.every(({ rule }) => rule.startsWith('coverage/')),
        words(found, 'recommended').join('\n'),
      );
      const named = found.map(({ message }) => message.match(/\b[A-Z]+-?\d\.?\d?\b/)?.[0]);
      assert.deepEqual(named.sort(), ids.sort(), folder);
    }
  });

  it('is right in the strict preset too, in all programs but the broken ones', () => {
    for (const { name, found } of programs) {
      if (!name.startsWith('examples/broken/')) assert.deepEqual(words(found, 'strict'), [], name);
    }
  });
});
