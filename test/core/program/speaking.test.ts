// Which documents speak of criteria that they do not cite.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spokenInText } from '../../../server/src/core/formats/spokenInText.ts';
import { isSpokenOf, speakingOf, type TextsRead } from '../../../server/src/core/program/speaking.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { roleIn } from '../../fixture.ts';
import { fixtureOf } from '../features/editingAt.ts';

/** The documents that speak of these criteria, the best first, with the criterion. */
function speaking(ids: readonly string[], documents: string, most = 10, texts?: TextsRead): string[] {
  const { program } = fixtureOf(documents).engine;
  const found = speakingOf(ids, program, most, texts);
  assert.equal(isSpokenOf(ids, program, texts), found.length > 0);
  return found.map(({ entry, id }) => `${id} ${entry.path}`);
}

/** The same once the texts have been read. */
function speakingInTexts(ids: readonly string[], documents: string): string[] {
  const files = readExample(documents);
  const { engine } = fixtureOf(documents);
  return speaking(ids, documents, 10, ({ path }) => {
    const text = files.find(file => file.path === path)?.text ?? '';
    const role = roleIn(engine, files, path);
    return role ? spokenInText(text, role) : [];
  });
}

describe('documents that speak of a criterion', () => {
  it('are those with words for it in the title before those with a heading about it, drafts last', () => {
    const documents = `
=== policies/a-drafts.md
---
title: Encryption Policy
status: draft
---
Text.
=== policies/b-it.md
---
title: Rules for Everybody
---
## Purpose
## Encryption
Text.
=== policies/c-access.md
---
title: Access Control Policy
---
Text.
=== procedures/d-passwords.md
---
title: Choosing Passwords
---
Text.
=== policies/e-refunds.md
---
title: Refunds
---
Text.
`;
    assert.deepEqual(speaking(['CC6.1'], documents), [
      'CC6.1 policies/c-access.md',
      'CC6.1 procedures/d-passwords.md',
      'CC6.1 policies/b-it.md',
      'CC6.1 policies/a-drafts.md',
    ]);
  });

  it('do not cite it, and are neither controls nor templates, retired or empty', () => {
    const documents = `
=== policies/cites.md
---
title: Encryption Policy
satisfies: [CC6.1]
---
Text.
=== policies/retired.md
---
title: Encryption Policy
status: retired
---
Text.
=== policies/template.md
---
title: Encryption Policy
status: template
---
Text.
=== policies/empty.md
---
title: Encryption Policy
---
Coming soon.
=== controls/control.yaml
{id: A-1, title: Encryption, owner: x}
`;
    assert.deepEqual(speaking(['CC6.1'], documents), []);
  });

  it('do not deny it', () => {
    const documents = `
=== policies/physical.md
# Physical Security Policy
CC6.4 is out of scope.
=== policies/access.md
---
title: Access Control Policy
satisfies: [CC6.1, CC6.2 (not applicable)]
---
Text.
`;
    assert.deepEqual(speaking(['CC6.1', 'CC6.2', 'CC6.4'], documents), []);
  });

  it('are found for several criteria at once', () => {
    const documents = `
=== policies/backup.md
# Backup
Text.
=== policies/access.md
# Access Control Policy
Text.
`;
    assert.deepEqual(speaking(['CC6.1', 'CC6.2', 'A1.2'], documents), [
      'CC6.1 policies/access.md',
      'A1.2 policies/backup.md',
      'CC6.2 policies/access.md',
    ]);
  });

  it('are the first of them, where more are not wanted', () => {
    const documents = ['c', 'a', 'd', 'b']
      .map(name => `=== policies/${name}.md\n# Encryption Policy\nText.\n`)
      .join('');
    assert.deepEqual(speaking(['CC6.1'], documents, 2), ['CC6.1 policies/a.md', 'CC6.1 policies/b.md']);
  });
});

describe('documents that speak of a criterion in their texts', () => {
  const passwords = 'Passwords have at least twelve characters.';

  it('come last, those in force before drafts, and those that speak of it most first', () => {
    const documents = `
=== policies/a-draft.md
---
title: Rules
status: draft
---
${passwords}
=== policies/b-once.md
# Rules for everybody
We ship on Mondays. Vendors are reviewed. Vendors sign a contract. ${passwords}
=== policies/c-often.md
# Rules for everybody
- ${passwords}
- Passwords are never sent by email.
=== policies/d-draft.md
---
title: Password Policy
status: draft
---
Text.
`;
    assert.deepEqual(speaking(['CC6.1'], documents), ['CC6.1 policies/d-draft.md']);
    assert.deepEqual(speakingInTexts(['CC6.1'], documents), [
      'CC6.1 policies/d-draft.md',
      'CC6.1 policies/c-often.md',
      'CC6.1 policies/b-once.md',
      'CC6.1 policies/a-draft.md',
    ]);
  });

  it('do not only refer to what another document is about, nor hold it in code', () => {
    const documents = `
=== policies/a.md
# Rules for everybody
Text, [here](/passwords/policy.md), and \`password\`.
## Definitions
### Words
${passwords}
## 4. References
- Password Policy
=== policies/b.md
# Rules for everybody
## Definitions
Text.
## Sign in
${passwords}
`;
    assert.deepEqual(speakingInTexts(['CC6.1'], documents), ['CC6.1 policies/b.md']);
  });

  it('are read in the dialect of their layout, in which lettered items have children and no code', () => {
    const body = `# Rules for everybody\na. People:\n\n    - ${passwords}\n`;
    const inComply = `
=== comply.yml
name: Brightdesk
=== policies/a.md
acronym: RE
name: Rules
satisfies: {TSC: [CC1.1]}
---
${body}`;
    assert.deepEqual(speakingInTexts(['CC6.1'], inComply), ['CC6.1 policies/a.md']);
    assert.deepEqual(speakingInTexts(['CC6.1'], `\n=== policies/a.md\n${body}`), []);
  });
});
