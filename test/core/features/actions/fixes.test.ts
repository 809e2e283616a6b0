import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ShownFinding } from '../../../../server/src/core/engine/shownFinding.ts';
import { readExample } from '../../../../server/src/core/rules/example.ts';
import { engineOf } from '../../../fixture.ts';
import { anyDocument } from '../anyDocument.ts';
import { afterFix, type Fixture, fixesFor, fixtureOf } from '../editingAt.ts';

function findingsOf({ engine }: Fixture): ShownFinding[] {
  return [...engine.allFindings()];
}

/** What the fixes for a rule's findings are called, each with the file it changes as it is then; those that make one aside. */
function fixed(example: string, rule: string, crlf = false): Record<string, string> {
  const fixture = fixtureOf(example, crlf);
  const results = findingsOf(fixture)
    .filter(finding => finding.rule === rule)
    .flatMap(finding => fixesFor(fixture, finding))
    .filter(({ creates }) => !creates)
    .map(fix => {
      const changed = afterFix(fixture, fix).find(({ path }) => path === fix.edits[0]?.path);
      return [fix.title, changed?.text ?? ''] as const;
    });
  return Object.fromEntries(results);
}

const control = (...lines: string[]) =>
  ['=== controls/a.md', '---', 'id: AC-01', ...lines, '---', 'Text.', ''].join('\n');
const front = (...lines: string[]) => ['---', 'id: AC-01', ...lines, '---', 'Text.', ''].join('\n');

describe('documents/broken-link', () => {
  it('is mended by a path without signs that mean something in a link', () => {
    const example =
      '=== policies/a.md\n# A\n\nSee [b](b.md).\n=== policies/#1 (new/b.md\n# B\n=== tickmark.yaml\ntickmark: 1\n';
    assert.deepEqual(fixed(example, 'documents/broken-link'), {
      'Write %231%20%28new/b.md': '# A\n\nSee [b](%231%20%28new/b.md).',
    });
  });
});

describe('criteria/unknown', () => {
  it('is mended by the criteria that come near, in every form', () => {
    for (const form of [
      ['satisfies: [CC6.1, CC9.9] # mapped'],
      ['satisfies: {TSC: ["CC9.9 - Risk"]}'],
      ['satisfies:', '  TSC:', '    - CC9.9 # mapped', '    - CC6.1'],
      ['satisfies: {TSC: [', '  CC6.1,', '  CC9.9, # mapped', ']}'],
      ['satisfies: {CC9.9: how}'],
    ]) {
      const fixes = fixed(control(...form), 'criteria/unknown');
      assert.equal(fixes['Write CC9.2'], front(...form).replace('CC9.9', 'CC9.2'));
    }
  });

  it('is mended in prose too, and keeps the line ends', () => {
    const fixes = fixed(
      control('satisfies: [CC6.1]').replace('Text.', '𝒜 See (CC1.9).'),
      'criteria/unknown',
      true,
    );
    const after = Object.values(fixes)[0] ?? '';
    assert.match(after, /𝒜 See \(CC1\.\d\)\.\r\n$/);
    assert.doesNotMatch(after, /[^\r]\n/);
  });
});

describe('criteria/spelling', () => {
  it('is mended to the id, and what follows it stays', () => {
    const fixes = fixed(
      control('satisfies: [cc6.1, CC 6.2, cc_6_3, cc6.4.b, "CC 6.5 - Media"]'),
      'criteria/spelling',
    );
    assert.deepEqual(Object.keys(fixes), [
      'Write CC6.1',
      'Write CC6.2',
      'Write CC6.3',
      'Write CC6.4.b',
      'Write CC6.5',
    ]);
    assert.match(fixes['Write CC6.5'] ?? '', /"CC6\.5 - Media"/);
  });
});

describe('criteria/range', () => {
  it('is mended by turning the range round', () => {
    const fixes = fixed(control('satisfies: [CC6.4–CC6.1, CC9.2 to A1.3, CC7.3 to CC7.1]'), 'criteria/range');
    assert.deepEqual(Object.keys(fixes), ['Write CC6.1–CC6.4', 'Write CC7.1 to CC7.3']);
  });
});

describe('criteria/out-of-scope', () => {
  const manifest = (...scope: string[]) =>
    ['=== tickmark.yaml', 'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}', ...scope, ''].join('\n');

  it('is mended in the manifest, in its own form', () => {
    const title = 'Add Availability to the scope';
    const flow = fixed(
      manifest('scope: {categories: [security]} # now') + control('satisfies: [A1.2]'),
      'criteria/out-of-scope',
    );
    assert.match(flow[title] ?? '', /^scope: \{categories: \[security, availability\]\} # now$/m);
    const block = fixed(
      manifest('scope:', '  categories:', '    - security # common') + control('satisfies: [A1.2]'),
      'criteria/out-of-scope',
      true,
    );
    assert.match(block[title] ?? '', /\r\n {4}- security # common\r\n {4}- availability$/);
  });
});

describe('scope/security-missing', () => {
  it('is mended where the categories are listed', () => {
    const example =
      '=== tickmark.yaml\nreports:\n  - id: a\n    kind: soc2\n    categories: [privacy] # ours\n';
    assert.match(
      fixed(example, 'scope/security-missing')['Add security to the scope'] ?? '',
      /\[privacy, security\] # ours\n$/,
    );
  });
});

describe('scope/dates', () => {
  const reports = (...lines: string[]) => ['=== tickmark.yaml', ...lines, ''].join('\n');

  it('gets the key, whose date is for the organization to say', () => {
    assert.deepEqual(fixed(reports('report: {id: a, type: 2}'), 'scope/dates'), {
      'Add an empty period': 'report: {id: a, type: 2, period: {start: , end: }}\n',
    });
    assert.deepEqual(fixed(reports('reports:', '  - id: a # first', '    type: 1'), 'scope/dates'), {
      'Add an empty asOf': 'reports:\n  - id: a # first\n    type: 1\n    asOf:\n',
    });
    assert.deepEqual(fixed(reports('report:', '  id: a', '  type: 2', '  period:'), 'scope/dates'), {
      'Add an empty period': 'report:\n  id: a\n  type: 2\n  period: {start: , end: }\n',
    });
    assert.deepEqual(fixed(reports('report: {id: a, type: 2, period: {start: 2026-01-01}}'), 'scope/dates'), {
      'Add an empty end': 'report: {id: a, type: 2, period: {start: 2026-01-01, end:}}\n',
    });
  });

  it('gets it once', () => {
    assert.deepEqual(fixed(reports('report: {id: a, type: 2, period: {start: , end: }}'), 'scope/dates'), {});
    assert.deepEqual(fixed(reports('report:', '  type: 1', '  asOf:'), 'scope/dates'), {});
    assert.deepEqual(
      fixed(reports('report: {type: 2, period: {start: 2026-01-01, end: }}'), 'scope/dates'),
      {},
    );
  });
});

describe('controls/unmapped and documents/orphan', () => {
  const title = 'Add an empty satisfies';

  it('get an empty satisfies, once', () => {
    assert.deepEqual(fixed(control('title: SSO # single'), 'controls/unmapped'), {
      [title]: front('title: SSO # single', 'satisfies: {TSC: []}'),
    });
    assert.deepEqual(fixed(control('satisfies: # to be said', 'title: SSO'), 'controls/unmapped'), {
      [title]: front('satisfies: {TSC: []} # to be said', 'title: SSO'),
    });
    assert.deepEqual(fixed(control('satisfies: {TSC: []}'), 'controls/unmapped'), {});
    assert.deepEqual(fixed(control('satisfies: !tag'), 'controls/unmapped'), {});
  });

  it('get it in their own record of a list, behind a block of text that ends it', () => {
    const example =
      '=== controls/a.yaml\n- id: A\n  statement: |\n    Words.\n- {id: B}\n- id: C\n  satisfies: [CC6.1]\n';
    const fixture = fixtureOf(example);
    const texts = findingsOf(fixture)
      .filter(({ rule }) => rule === 'controls/unmapped')
      .flatMap(finding => fixesFor(fixture, finding))
      .flatMap(fix => afterFix(fixture, fix).map(({ text }) => text));
    assert.deepEqual(texts, [
      '- id: A\n  statement: |\n    Words.\n  satisfies: {TSC: []}\n- {id: B}\n- id: C\n  satisfies: [CC6.1]\n',
      '- id: A\n  statement: |\n    Words.\n- {id: B, satisfies: {TSC: []}}\n- id: C\n  satisfies: [CC6.1]\n',
    ]);
  });

  it('get it in the front matter of a policy, also one without an opening fence', () => {
    const orphan = (text: string) => `${control('satisfies: [CC6.1]')}=== policies/travel.md\n${text}`;
    assert.deepEqual(fixed(orphan('---\nid: travel\n---\nText.\n'), 'documents/orphan'), {
      [title]: '---\nid: travel\nsatisfies: {TSC: []}\n---\nText.\n',
    });
    assert.deepEqual(fixed(orphan('name: Travel\nacronym: TR\n---\nText.\n'), 'documents/orphan'), {
      [title]: 'name: Travel\nacronym: TR\nsatisfies: {TSC: []}\n---\nText.\n',
    });
  });
});

describe('coverage/claimed-in-part and criteria/group', () => {
  it('are mended in the list of the document, or by naming the members', () => {
    const example = control('satisfies:', '  TSC:', '    - CC9.1 # risk').replace('Text.', 'The CC9 series.');
    assert.deepEqual(fixed(example, 'coverage/claimed-in-part'), {
      'Add CC9.2 to satisfies': front('satisfies:', '  TSC:', '    - CC9.1 # risk', '    - CC9.2').replace(
        'Text.',
        'The CC9 series.',
      ),
    });
    assert.deepEqual(fixed(control('satisfies: [CC9]'), 'criteria/group'), {
      'Write CC9.1, CC9.2': front('satisfies: [CC9.1, CC9.2]'),
    });
  });

  it('is mended in the record that claims', () => {
    const example =
      '=== controls/a.yaml\n- {id: A, satisfies: [CC6.1]}\n- id: B\n  satisfies: [CC9, CC9.1]\n';
    assert.deepEqual(fixed(example, 'coverage/claimed-in-part'), {
      'Add CC9.2 to satisfies': '- {id: A, satisfies: [CC6.1]}\n- id: B\n  satisfies: [CC9, CC9.1, CC9.2]\n',
    });
  });
});

describe('documents/duplicate-id and documents/unknown-reference', () => {
  it('are mended by another id, in the quotes that stood there', () => {
    const twins = `${control('satisfies: [CC6.1]')}=== controls/b.yaml\nid: "AC-01" # again\nsatisfies: [CC6.2]\n`;
    assert.deepEqual(fixed(twins, 'documents/duplicate-id'), {
      'Change this id to AC-02': 'id: "AC-02" # again\nsatisfies: [CC6.2]\n',
    });
    const reference = (value: string) =>
      `=== policies/access-control.md\nText.\n${control('satisfies: [CC6.1]', `policies: ${value}`)}`;
    assert.deepEqual(fixed(reference("['access-contrl'] # ours"), 'documents/unknown-reference'), {
      'Write access-control': front('satisfies: [CC6.1]', "policies: ['access-control'] # ours"),
    });
    assert.deepEqual(fixed(reference('nothing-like-it'), 'documents/unknown-reference'), {});
  });
});

describe('documents/placeholder', () => {
  it('is set aside by marking the document as a draft, and a control as planned', () => {
    const title = 'Mark the document as a draft';
    assert.deepEqual(
      fixed('=== policies/a.md\n---\ntitle: A # ours\n---\nOf [Company].\n', 'documents/placeholder'),
      {
        [title]: '---\ntitle: A # ours\nstatus: draft\n---\nOf [Company].\n',
      },
    );
    assert.deepEqual(
      fixed(
        '=== policies/a.md\n---\ntitle: A\nstatus: approved\n---\nOf [Company].\n',
        'documents/placeholder',
      ),
      {},
    );
    assert.deepEqual(fixed(control('satisfies: [CC6.1]', 'owner: TBD'), 'documents/placeholder'), {
      'Mark the control as planned': front('satisfies: [CC6.1]', 'owner: TBD', 'status: planned'),
    });
  });
});

describe('documents/syntax', () => {
  it('is mended by closing the front matter', () => {
    const title = 'Close the front matter';
    assert.deepEqual(fixed('=== policies/a.md\n---\ntitle: A\n\n# A\n', 'documents/syntax', true), {
      [title]: '---\r\ntitle: A\r\n---\r\n\r\n# A\r\n',
    });
    assert.deepEqual(fixed('=== policies/a.md\n---\ntitle: A', 'documents/syntax'), {
      [title]: '---\ntitle: A\n---',
    });
    assert.deepEqual(fixed('=== policies/a.md\n---\ntitle: A\n', 'documents/syntax'), {
      [title]: '---\ntitle: A\n---',
    });
  });
});

describe('every fix', () => {
  it('is offered only where the YAML can still be read after it', () => {
    const excluding = (scope: string) => {
      const fixture = fixtureOf(
        `=== tickmark.yaml\nreport: {id: a, kind: soc2, categories: [availability]}\n${scope}\n=== controls/a.yaml\nid: A\n`,
      );
      const missing = findingsOf(fixture).filter(({ rule }) => rule === 'coverage/missing');
      assert.ok(missing.length > 0);
      return missing.some(finding =>
        fixesFor(fixture, finding).some(({ title }) => title.startsWith('Exclude')),
      );
    };
    assert.equal(excluding('scope: {categories: [security]}'), true);
    assert.equal(excluding('scope: !<x>'), false);
  });

  it('in any text stays inside the document, and breaks nothing that could be read', () => {
    const others = readExample(
      '=== tickmark.yaml\nscope: {categories: [availability]}\n=== controls/b.md\n---\nid: AC-1\n---\n',
    );
    fc.assert(
      fc.property(anyDocument, ({ path, text }) => {
        const files = [
          ...others.filter(file => file.path !== path),
          { path, text, marks: [], cursor: undefined },
        ];
        const fixture = { files, engine: engineOf(files) };
        const broken = (list: readonly { rule: string }[]) =>
          list.filter(({ rule }) => rule === 'documents/syntax').length;
        const before = findingsOf(fixture);
        for (const finding of before.slice(0, 10)) {
          for (const fix of fixesFor(fixture, finding)) {
            for (const { start, end, path: changed } of fix.edits) {
              const length = files.find(file => file.path === changed)?.text.length ?? -1;
              assert.ok(0 <= start && start <= end && end <= length);
            }
            // What becomes a record is judged as one from then on, and its faults were there before.
            if (finding.rule === 'documents/unread-record' || finding.rule === 'documents/no-record')
              continue;
            const after = [...engineOf(afterFix(fixture, fix)).allFindings()];
            assert.ok(broken(after) <= broken(before), `${finding.rule}: ${fix.title}`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
