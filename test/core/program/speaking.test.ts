// Which documents speak of criteria that they do not cite.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSpokenOf, speakingOf } from '../../../server/src/core/program/speaking.ts';
import { fixtureOf } from '../features/editingAt.ts';

/** The documents that speak of these criteria, the best first, with the criterion. */
function speaking(ids: readonly string[], documents: string): string[] {
  const { program } = fixtureOf(documents).engine;
  const found = speakingOf(ids, program);
  assert.equal(isSpokenOf(ids, program), found.length > 0);
  return found.map(({ entry, id }) => `${id} ${entry.path}`);
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
});
