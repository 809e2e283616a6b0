import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proposalsFor } from '../../../server/src/core/features/proposals.ts';
import { factsOf, fixtureOf } from './editingAt.ts';

const manifest = `
  === tickmark.yaml
  report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security], exclude: [{criterion: CC6.3, reason: none}]}`;

/** What is proposed for the first record of a document: the id, a star where it is typical, and why. */
function proposed(document: string, among?: readonly string[]): string[] {
  const fixture = fixtureOf(`${manifest}\n${document}\n`);
  const path = fixture.files[1]?.path ?? '';
  const { program } = fixture.engine;
  const [entry] = program.records(path);
  assert.ok(entry, path);
  const asked = among && new Set(among);
  return proposalsFor(entry, factsOf(fixture, path), program, asked).map(
    ({ id, isTypical, why }) => `${id}${isTypical ? '*' : ''} ${why}`,
  );
}

describe('proposals for a document', () => {
  it('begin with what documents of its title are typical for, in scope', () => {
    // CC6.3 is excluded, and PI1.4 is of a category that the report does not cover.
    assert.deepEqual(
      proposed(`
  === policies/access.md
  # Access Control Policy`),
      [
        'CC6.1* “access control” in the title',
        'CC6.2* “access control” in the title',
        'CC5.2* a typical document for it',
      ],
    );
  });

  it('take the name of a page without a title', () => {
    assert.deepEqual(
      proposed(`
  === policies/code-of-conduct.md
  Be kind.`),
      ['CC1.1* “code of conduct” in the title', 'CC3.3* a typical document for it'],
    );
  });

  it('go on with what its headings are about, but for those of any document', () => {
    assert.deepEqual(
      proposed(`
  === policies/it.md
  # Refunds
  ## Purpose and scope
  ## 2. Roles and responsibilities
  ## Encryption
  ## Backups
  ## Revision history`),
      ['CC6.1 the heading “Encryption”'],
    );
  });

  it('are by its text where neither title nor headings tell anything', () => {
    const text = 'Passwords have twelve characters. Vendors are reviewed.';
    assert.deepEqual(proposed(`\n  === policies/it.md\n  # Refunds\n  ${text}`), [
      'CC6.1 “password” in the text',
      'CC9.2 “vendor” in the text',
    ]);
    assert.deepEqual(proposed(`\n  === policies/it.md\n  # Encryption\n  ${text}`), [
      'CC6.1* “encryption” in the title',
      'CC6.7* “encryption” in the title',
    ]);
  });

  it('are by its text where criteria are asked about', () => {
    const document = '\n  === policies/it.md\n  # Encryption\n  Vendors are reviewed.';
    assert.deepEqual(proposed(document, ['CC9.2']), ['CC9.2 “vendor” in the text']);
  });

  it('leave out what it cites already', () => {
    assert.deepEqual(
      proposed(`
  === controls/c.yaml
  {id: A-1, title: Code of conduct is signed, satisfies: [CC1.1], owner: x}`),
      [],
    );
  });

  it('leave out what it denies', () => {
    assert.deepEqual(
      proposed(`
  === policies/physical.md
  # Physical Security Policy
  The hosting provider does this, so CC6.4 is out of scope.`),
      [],
    );
    assert.deepEqual(
      proposed(`
  === policies/access.md
  ---
  title: Access Control Policy
  satisfies: [CC6.1, CC6.2 (not applicable)]
  ---`),
      ['CC5.2* a typical document for it'],
    );
  });

  it('are none where no word is known', () => {
    assert.deepEqual(
      proposed(`
  === policies/refunds.md
  # Refunds`),
      [],
    );
  });
});
