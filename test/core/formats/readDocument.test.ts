import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { envelopeOf } from '../../../server/src/core/formats/envelope.ts';
import type { LayoutName } from '../../../server/src/core/formats/layouts/layout.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { records } from './recordLines.ts';

describe('a Markdown document', () => {
  it('is what its kind says, else its folder', () => {
    assert.deepEqual(records('docs/a.md', '---\nkind: policy\nid: A\n---\n'), ['policy A stub']);
    assert.deepEqual(records('team/controls/a.md', '---\nid: A\n---\n'), ['control A counts']);
    assert.deepEqual(records('docs/a.md', '---\nid: A\n---\n'), []);
    assert.deepEqual(records('policies/a.md', 'Text.'), ['policy (a) counts']);
    assert.deepEqual(records('policies/README.md', 'Text.'), []);
    assert.deepEqual(records('evidence/files/export.md', 'Text.'), []);
  });

  it('cites in front matter, prose and tables, never in code, HTML or link targets', () => {
    const text = [
      '---',
      'title: For CC1.1',
      'satisfies:',
      '  TSC: [CC6.1, "CC6.2 - Users"]',
      '  ISO27001: [A.8.24]',
      '---',
      'Prose CC6.3, `CC9.9`, [CC6.6](https://example.com/CC9.8).',
      '',
      '| Criterion | How |',
      '| --- | --- |',
      '| A1.2 | Backups |',
      '',
      '<!-- CC9.7 -->',
      '',
      '```',
      'CC9.6',
      '```',
    ].join('\n');
    assert.deepEqual(records('policies/a.md', text), [
      'policy (a) counts satisfies CC6.1 CC6.2 ISO27001:A.8.24 mentions CC1.1 CC6.3 CC6.6 A1.2',
    ]);
  });

  it('takes an id of a single letter for ours only in a section that is about our criteria', () => {
    assert.deepEqual(
      records('policies/a.md', 'Severity P1.1 and A1.2.\n\n# Mapping (TSC)\n\nP3.1 holds.\n'),
      ['policy (a) counts mentions P3.1'],
    );
  });

  it('has no metadata without an opening fence, unless it is in the form of Comply', () => {
    assert.deepEqual(
      records('policies/a.md', 'name: A\nacronym: AP\nsatisfies:\n  TSC: [CC6.1]\n---\n# A\n\nText.\n'),
      ['policy AP counts satisfies CC6.1'],
    );
    assert.deepEqual(records('policies/a.md', 'Note: a rule follows\n\n---\n\nText.\n'), [
      'policy (a) counts',
    ]);
  });

  it('is read by Comply only one folder deep and with its ending, and never a README', () => {
    assert.deepEqual(records('policies/a.md', 'name: A\n---\nText.', 'comply'), ['policy (a) counts']);
    assert.deepEqual(records('policies/deep/a.md', 'name: A\n---\nText.', 'comply'), ['not read']);
    assert.deepEqual(records('policies/README.md', 'Text.', 'comply'), ['not read']);
    for (const ending of ['md.tmpl', 'MD', 'markdown', 'mdx', 'md.txt'])
      assert.deepEqual(
        records(`policies/a.${ending}`, 'name: A\n---\nText.', 'comply'),
        ['not read'],
        ending,
      );
    assert.deepEqual(records('TODO.md', 'CC6.1', 'comply'), ['not read']);
  });

  it('is what its kind says in any case; a kind that means something else leaves prose to its folder', () => {
    assert.deepEqual(records('docs/a.md', '---\nkind: User-Control\nid: A\n---\n'), ['userControl A counts']);
    assert.deepEqual(records('policies/a.md', '---\nkind: Security policy\n---\nText.'), [
      'policy (a) counts',
    ]);
    assert.deepEqual(records('controls/a.md', '---\nkind: preventive\nid: A\nsatisfies: CC6.1\n---\n'), [
      'control A counts satisfies CC6.1',
    ]);
    assert.deepEqual(records('controls/a.md', '---\nkind: page\nid: A\n---\n'), []);
  });

  it('is no record when it is about its folder', () => {
    for (const path of ['policies/_index.md', 'policies/index.md', 'grc/policies/SUMMARY.md'])
      assert.deepEqual(records(path, 'Text.'), [], path);
    assert.deepEqual(records('policies/travel/index.md', 'Text.'), ['policy (travel) counts']);
    assert.deepEqual(records('controls/index.yaml', '- id: A\n'), ['control A counts']);
  });

  it('is in plain folders no front page of a repository, but a policy whose name begins like one', () => {
    assert.deepEqual(records('SECURITY.md', '# Security policy\n\nText.', 'plain'), ['not read']);
    assert.deepEqual(records('security-policy.md', '# Security policy\n\nText.', 'plain'), [
      'policy (security-policy) counts',
    ]);
    assert.deepEqual(records('license-compliance-policy.md', 'Text.', 'plain'), [
      'policy (license-compliance-policy) counts',
    ]);
  });

  it('counts as a draft where a site generator would leave it out, and as retired in an archive', () => {
    assert.deepEqual(records('policies/a.md', '---\ndraft: true\n---\nText.'), ['policy (a) draft']);
    assert.deepEqual(records('policies/a.md', '---\ndraft: false\npublished: false\n---\nText.'), [
      'policy (a) draft',
    ]);
    assert.deepEqual(records('policies/a.md', '---\nstatus: Archived\n---\nText.'), ['policy (a) retired']);
    assert.deepEqual(records('policies/archive-2024/a.md', 'Text.'), ['policy (a) retired']);
    assert.deepEqual(records('policies/incident-report-template.md', 'Text.'), [
      'policy (incident-report-template) template',
    ]);
    assert.deepEqual(records('audit-templates/policies/a.md', 'Text.'), ['policy (a) template']);
    assert.deepEqual(records('contemplate/policies/a.md', 'Text.'), ['policy (a) counts']);
  });

  it('is a template where a field is left open, not where its site generator or workflow fills one', () => {
    const standing = (path: string, body: string) => records(path, body)[0]?.split(' ').at(-1);
    assert.equal(standing('policies/a.md', 'For {{ company name }}.'), 'template');
    for (const body of [
      '{{ site.company }} and {{ page.title | upcase }}',
      '{{< ref "a.md" >}}{{% note %}}{{TOC}}',
      'CI has \u0024{{ TOKEN }}; code has `{{x}}`.',
    ]) {
      assert.equal(standing('policies/a.md', body), 'counts', body);
    }
    assert.equal(standing('policies/a.md.tmpl', 'For {{company}}.'), 'counts');
  });

  it('is a document when the manifest includes it', () => {
    assert.deepEqual(records('docs/mapping.md', '| CC6.1 | yes |', 'native', true), [
      'document (mapping) counts mentions CC6.1',
    ]);
  });
});

describe('a YAML file', () => {
  it('holds one record, several documents, or a list', () => {
    assert.deepEqual(records('controls/a.yaml', 'id: A\nsatisfies: CC6.1\n'), [
      'control A counts satisfies CC6.1',
    ]);
    assert.deepEqual(records('controls/a.yaml', 'id: A\n---\nid: B\n'), [
      'control A counts',
      'control B counts',
    ]);
    assert.deepEqual(records('controls/a.yaml', '- id: A\n- id: B\n'), [
      'control A counts',
      'control B counts',
    ]);
  });

  it('holds a list named like its folder', () => {
    assert.deepEqual(
      records('controls/a.yaml', 'framework: SOC 2\ncontrols:\n  - id: A\n    satisfies: CC6.1\n  - id: B\n'),
      ['control A counts satisfies CC6.1', 'control B counts'],
    );
    assert.deepEqual(records('evidence/a.yaml', 'id: E\ncontrols: [A, B]\n'), ['evidence E counts']);
  });

  it('is none where it only lists what lies beside it, or belongs to another tool', () => {
    for (const text of [
      'controls: [a.md, b.md]\n',
      'kind: List\ncontrols: [AC-1]\n',
      'title: Controls\nsidebar_position: 3\n',
      'title: [Controls\n',
    ])
      assert.deepEqual(records('controls/meta.yml', text), [], text);
  });

  it('can be referred to by the name of its file, where it holds one record', () => {
    assert.deepEqual(records('controls/AC-1.yaml', 'satisfies: CC6.1\n'), [
      'control (AC-1) counts satisfies CC6.1',
    ]);
    assert.deepEqual(records('controls/all.yaml', '- satisfies: CC6.1\n- satisfies: CC6.2\n'), [
      'control (undefined) counts satisfies CC6.1',
      'control (undefined) counts satisfies CC6.2',
    ]);
  });

  it('states nothing by null, and cites nothing by words for none', () => {
    assert.deepEqual(records('controls/a.yaml', 'id: ~\ntitle: null\nsatisfies: [N/A, ~]\n'), [
      'control (a) counts',
    ]);
    assert.deepEqual(records('controls/a.yaml', 'id: "~"\nsatisfies: none\n'), ['control ~ counts']);
  });

  it('cites under every name and form of the criteria', () => {
    const cited = (satisfies: string) =>
      records('controls/a.yaml', `id: A\nsatisfies: ${satisfies}\n`)[0]?.replace(/^control A counts ?/, '');
    for (const name of ['TSC', 'SOC2', 'SOC 2 Type II', 'soc2_security', 'TSC2017', 'AICPA TSC', 'Security'])
      assert.equal(cited(`{${name}: [CC6.1]}`), 'satisfies CC6.1', name);
    assert.equal(cited('{CC6.1: by SSO, CC6.2: by tickets}'), 'satisfies CC6.1 CC6.2');
    assert.equal(cited('{CC6: [CC6.1, CC6.2]}'), 'satisfies CC6.1 CC6.2');
    assert.equal(cited('[{TSC: [CC6.1]}, {ISO: [A.5.1]}]'), 'satisfies CC6.1 ISO:A.5.1');
    assert.equal(
      cited('[{standard: TSC, id: CC6.8}, {standard: NIST, id: AC-2}]'),
      'satisfies CC6.8 NIST:AC-2',
    );
    assert.equal(cited('{TSC: [{id: CC6.8, how: by allow lists}]}'), 'satisfies CC6.8');
  });

  it('leaves the ids of other frameworks in a bare list to them', () => {
    assert.deepEqual(
      records('controls/a.yaml', 'id: A\nsatisfies: [CC6.1, "ISO27001:A.8.24", AC-2(3), CIS 5.1]\n'),
      ['control A counts satisfies CC6.1 other:ISO27001:A.8.24 other:AC-2(3) other:CIS 5.1'],
    );
    assert.deepEqual(records('controls/a.yaml', 'id: A\nsatisfies: {TSC: [A.8.24]}\n'), [
      'control A counts satisfies A.8.24',
    ]);
  });

  it('takes its own ids in a bare list for its own, however they are spelled', () => {
    assert.deepEqual(records('controls/a.yaml', 'id: A\nsatisfies: [CC-6.1, CC 6.2]\n'), [
      'control A counts satisfies CC6.1 CC6.2',
    ]);
  });

  it('cites through an alias and a merged mapping, without end in neither', () => {
    assert.deepEqual(
      records('controls/a.yaml', '- id: A\n  satisfies: &c [CC6.1]\n- id: B\n  satisfies: *c\n'),
      ['control A counts satisfies CC6.1', 'control B counts satisfies CC6.1'],
    );
    assert.deepEqual(
      records(
        'controls/a.yaml',
        '- &d {id: A, satisfies: [CC6.1]}\n- {<<: *d, id: B}\n- {<<: *d, id: C, satisfies: CC6.2}\n',
      ),
      [
        'control A counts satisfies CC6.1',
        'control B counts satisfies CC6.1',
        'control C counts satisfies CC6.2',
      ],
    );
    const bomb = Array.from({ length: 40 }, (_, i) => `x${i}: &x${i} [*x${i - 1}, *x${i - 1}]\n`)
      .slice(1)
      .join('');
    assert.equal(records('controls/a.yaml', `id: A\nx0: &x0 [CC6.1]\n${bomb}satisfies: *x39\n`).length, 1);
  });

  it('is no record when it only lies in such a folder', () => {
    assert.deepEqual(records('tests/data/user.yaml', 'id: 1\nname: Ann\n'), []);
    assert.deepEqual(records('tests/q1.yaml', 'id: T-1\ncontrol: AC-01\n'), ['test T-1 counts']);
    assert.deepEqual(records('evidence/files/deploy.yaml', 'apiVersion: v1\nkind: Deployment\nid: x\n'), []);
    assert.deepEqual(records('evidence/files/export.yaml', 'users: [a, b]\n'), []);
  });
});

describe('the envelope', () => {
  const shown = (text: string, comply = false) => {
    const { style, metaStart, metaEnd, bodyStart } = envelopeOf(text, comply);
    return [style, text.slice(metaStart, metaEnd), text.slice(bodyStart)];
  };
  it('is found with any line end, and only at the start', () => {
    assert.deepEqual(shown('---\r\na: 1\r\n---\r\nB'), ['fenced', 'a: 1\r\n', 'B']);
    assert.deepEqual(shown('---  \na: 1\n---'), ['fenced', 'a: 1\n', '']);
    assert.deepEqual(shown('---\n---\nB'), ['fenced', '', 'B']);
    assert.deepEqual(shown('A\n---\nB'), ['none', '', 'A\n---\nB']);
    assert.deepEqual(shown('name: A\n---\nB\n---\nC', true), ['bare', 'name: A\n', 'B\n---\nC']);
  });
  it('is none where a page begins with a rule across it', () => {
    assert.deepEqual(shown('---\n\n# Travel\n\nBook early: do.\n'), [
      'none',
      '',
      '---\n\n# Travel\n\nBook early: do.\n',
    ]);
    assert.deepEqual(shown('---\nBook early.\n---\nMore.'), ['none', '', '---\nBook early.\n---\nMore.']);
    assert.deepEqual(shown('---\n# comment\ntitre-é: x\n---\nB'), ['fenced', '# comment\ntitre-é: x\n', 'B']);
    assert.deepEqual(shown('---\nDocument owner: Ana\n---\nB')[0], 'fenced');
  });
  it('that is never closed reaches to the first blank line', () => {
    assert.deepEqual(shown('---\na: 1\nb: 2\n\n# B'), ['unclosed', 'a: 1\nb: 2', '\n\n# B']);
  });
});

describe('reading', () => {
  it('never throws, and every place lies inside its document', () => {
    const piece = fc.constantFrom(
      '---\n',
      'satisfies:',
      ' [',
      'CC6.1',
      ']',
      '\n',
      '- ',
      'id: ',
      'TSC: ',
      '{{',
      '}}',
      '"',
      '😀',
      '\t',
      '|',
      '`',
      '# ',
      '[',
      '](',
      '<',
      '\r\n',
      '  ',
      'kind: control',
      'CC6.3–CC6.1',
      ' to ',
      'A1.2',
      '-POF2',
    );
    const path = fc.constantFrom(
      'controls/a.md',
      'policies/a.md',
      'controls/a.yaml',
      'tickmark.yaml',
      'evidence/a.yml',
    );
    const layout = fc.constantFrom<LayoutName>('native', 'comply', 'plain');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
        ),
        path,
        layout,
        (text, name, kind) => {
          const role = roleOf(name, kind, false);
          if (!role) return;
          const { summary, citations } = readDocument(text, role, tsc);
          for (const places of summary.places) {
            for (let i = 0; i < places.length; i += 2) {
              const [start = -1, end = -1] = [places[i], places[i + 1]];
              assert.ok(start >= 0 && start <= end && end <= text.length);
            }
          }
          for (const { start, end, noRange } of citations) {
            assert.ok(start >= 0 && start < end && end <= (noRange?.end ?? text.length));
            assert.ok((noRange?.end ?? end) <= text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what a record says that rules compare', () => {
  const shapeOf = (path: string, text: string) => {
    const role = roleOf(path, 'native', false);
    assert.ok(role);
    return readDocument(text, role, tsc).summary.shape.records[0];
  };

  it('is also a date inside of a mapping', () => {
    const evidence = shapeOf(
      'evidence/a.yaml',
      'id: A\ncovers: {from: 2026-01-01, to: , since: 2025-01-01}\n',
    );
    assert.deepEqual(
      Object.entries(evidence?.values ?? {}).map(([key, { text }]) => `${key} ${text}`),
      ['covers.from 2026-01-01'],
    );
    const vendor = shapeOf(
      'vendors/a.yaml',
      'id: A\nreport:\n  reviewed: 2026-11-12\n  period: {start: 2025-10-01, end: 2026-09-30}\n',
    );
    assert.equal(vendor?.values['report.period.end']?.text, '2026-09-30');
    assert.equal(vendor?.values['report.reviewed']?.text, '2026-11-12');
  });

  it('is which description criteria it answers, in any spelling', () => {
    const describes = (value: string) =>
      shapeOf('narratives/a.md', `---\nid: a\ndescribes: ${value}\n---\nText.\n`)?.describes;
    assert.deepEqual(describes('[DC 1, dc2, DC-3]'), ['DC 1', 'DC 2', 'DC 3']);
    assert.deepEqual(describes('DC 4, DC 9'), ['DC 4', 'DC 9']);
    assert.equal(describes('[DC 10, CC6.1]'), undefined);
  });
});
