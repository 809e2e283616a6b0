import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { completionsAt } from '../../../../server/src/core/features/completion/completion.ts';
import { applied } from '../../../../server/src/core/formats/yamlEdits.ts';
import { readExample } from '../../../../server/src/core/rules/example.ts';
import { engineOf } from '../../../fixture.ts';
import { anyDocument } from '../anyDocument.ts';
import { editingOf } from '../editingAt.ts';
import { control, labels, offered, program, taken } from './offered.ts';

describe('ids of records', () => {
  it('are those of the kind that the key asks for, with those listed last', () => {
    assert.deepEqual(labels(`${program}---\nid: AC-01\npolicies: [$0]\n---\n`), ['access-control']);
    const tests = `${program.replace('=== controls/a.md\n', '=== tests/a.yaml\n')}`;
    assert.deepEqual(labels(`${tests}id: T\ncontrol: A$0\n`), ['AC-02']);
    const risks = `${program}---\nid: AC-01\n---\n=== risks/a.yaml\n`;
    assert.deepEqual(labels(`${risks}id: R\ncontrols: [AC-01, $0]\n`), ['AC-02', 'AC-01']);
  });

  it('replace an id with hyphens whole', () => {
    const text = `${program}---\nid: AC-01\n---\n=== risks/a.yaml\nid: R\ncontrols: [AC$0-99]\n`;
    assert.equal(taken(text, 'AC-02'), 'id: R\ncontrols: [AC-02]\n');
  });

  it('are people where a person is meant', () => {
    assert.deepEqual(labels(`${program}---\nid: AC-01\nowner: $0\n---\n`), ['ana']);
  });
});

describe('words', () => {
  it('are those that the key allows, of the kind of the record', () => {
    assert.deepEqual(labels(control('status: $0')), ['planned', 'designed', 'implemented', 'retired']);
    assert.deepEqual(labels('=== policies/a.md\n---\nid: a\nstatus: $0\n---\n'), [
      'draft',
      'review',
      'approved',
      'retired',
    ]);
    assert.deepEqual(labels('=== tests/a.yaml\nid: T\nmethod: in$0\n'), [
      'inquiry',
      'observation',
      'inspection',
      'reperformance',
    ]);
    assert.deepEqual(labels(control('key: $0')), ['true', 'false']);
    assert.deepEqual(labels('=== a.yaml\n- id: X\n  kind: user$0\n').includes('userControl'), true);
  });

  it('are those that are common, where others are allowed too', () => {
    assert.ok(labels('=== evidence/a.yaml\nid: E\ncontrols: [AC-01]\ntype: $0\n').includes('access-review'));
    assert.deepEqual(labels('=== vendors/a.yaml\nid: V\nreport:\n  kind: $0\n'), [
      'soc1',
      'soc2',
      'soc3',
      'iso27001',
    ]);
  });

  it('are the description criteria of a narrative', () => {
    assert.equal(labels('=== narratives/a.md\n---\nid: a\ndescribes: [DC 1, $0]\n---\n').length, 9);
  });
});

describe('keys', () => {
  it('are those of the kind that do not stand there yet, above or below', () => {
    const { labels: keys, replaces } = offered(control('title: Sign-on', 's$0', 'status: planned'));
    assert.equal(replaces, 's');
    assert.ok(keys.includes('satisfies') && keys.includes('statement'));
    assert.deepEqual(
      keys.filter(key => ['id', 'title', 'status', 'describes'].includes(key)),
      [],
    );
  });

  it('come with a colon, unless it stands there already', () => {
    assert.equal(taken(control('sta$0'), 'status'), '---\nid: AC-01\nstatus: \n---\n');
    assert.equal(taken(control('sta$0: planned'), 'status'), '---\nid: AC-01\nstatus: planned\n---\n');
  });

  it('begin front matter that is not closed yet, and a record of a list', () => {
    assert.equal(taken('=== controls/a.md\n---\n$0', 'id'), '---\nid: ');
    assert.equal(taken('=== controls/a.md\n---\nti$0\n\n# Access\n', 'title'), '---\ntitle: \n\n# Access\n');
    assert.equal(
      taken('=== controls/a.md\n---\nid: A\n$0\n\n# A\n\n---\n', 'title'),
      '---\nid: A\ntitle: \n\n# A\n\n---\n',
    );
    assert.deepEqual(labels('=== controls/a.md\n---\n\nText$0\n'), []);
    assert.equal(taken('=== controls/a.yaml\n- id: A\n- $0\n', 'id'), '- id: A\n- id: \n');
    assert.deepEqual(labels('=== controls/a.yaml\n- id: A\n- $0\n  id: B\n').includes('id'), false);
  });

  it('come first where every new record has them, and then where only their kind has them', () => {
    assert.deepEqual(labels(control('$0')).slice(0, 4), ['title', 'owner', 'statement', 'nature']);
    const evidence = labels('=== evidence/a.yaml\nid: E\n$0\n');
    assert.ok(evidence.indexOf('performed') < evidence.indexOf('version'));
    assert.ok(evidence.indexOf('query') < evidence.indexOf('version'));
  });

  it('of a mapping in a record are its own', () => {
    assert.deepEqual(
      labels('=== evidence/a.yaml\nid: E\ncontrols: [AC-01]\ncovers: {from: 2026-01-01, $0}\n'),
      ['to'],
    );
    assert.deepEqual(labels('=== vendors/a.yaml\nid: V\ncsocs:\n  - $0\n'), ['text', 'satisfies']);
    assert.deepEqual(labels('=== vendors/a.yaml\nid: V\nreport:\n  period:\n    $0\n'), ['start', 'end']);
    assert.deepEqual(labels(control('satisfies:', '  $0')), ['TSC']);
  });

  it('of a foreign file are not ours to know', () => {
    assert.deepEqual(labels('=== tickmark.yaml\n=== deploy.yaml\nspec: 1\n$0\n'), []);
  });
});

describe('the manifest', () => {
  const manifest = (...lines: string[]) => ['=== tickmark.yaml', ...lines, ''].join('\n');

  it('is completed with rules, their severities and options, for folders too', () => {
    const rules = labels(manifest('rules:', '  documents/place$0'));
    assert.ok(
      rules.includes('preset') && rules.includes('documents/placeholder') && rules.includes('folders'),
    );
    assert.equal(offered(manifest('rules:', '  documents/place$0')).replaces, 'documents/place');
    assert.deepEqual(labels(manifest('rules:', '  preset: $0')), ['start', 'recommended', 'strict']);
    const severities = ['error', 'warning', 'information', 'hint', 'off'];
    assert.deepEqual(labels(manifest('rules:', '  documents/placeholder: $0')), severities);
    assert.deepEqual(labels(manifest('rules: {documents/placeholder: {$0}}')), ['severity', 'words']);
    const folder = ['rules:', '  folders:', '    policies/old:'];
    assert.ok(labels(manifest(...folder, '      $0')).includes('documents/orphan'));
    assert.deepEqual(labels(manifest(...folder, '      documents/orphan: $0')), severities);
  });

  it('completes its keys, at every depth', () => {
    assert.deepEqual(labels(manifest('tickmark: 1', 'or$0')).slice(0, 2), ['organization', 'timeZone']);
    assert.deepEqual(labels(manifest('reports:', '  - id: a', '    period:', '      $0')), ['start', 'end']);
    assert.deepEqual(labels(manifest('reports:', '  - $0')).slice(0, 3), ['id', 'kind', 'type']);
    assert.deepEqual(labels(manifest('report: {id: a, $0}')).slice(0, 2), ['kind', 'type']);
    assert.deepEqual(labels(manifest('scope:', '  exclude: []', '  $0')), ['categories']);
  });

  it('completes categories, criteria, words and people', () => {
    assert.deepEqual(labels(manifest('scope:', '  categories: [security, $0]')), [
      'security',
      'availability',
      'processing-integrity',
      'confidentiality',
      'privacy',
    ]);
    assert.deepEqual(labels(manifest('scope:', '  categories:', '    - $0')).length, 5);
    assert.equal(labels(manifest('scope:', '  exclude:', '    - criterion: CC$0')).length, 61);
    assert.deepEqual(labels(manifest('report:', '  state: $0')), ['planned', 'current', 'issued']);
    assert.deepEqual(labels(manifest('report: {type: $0}')), ['1', '2']);
    assert.deepEqual(labels(manifest('people:', '  - id: ana', 'systems:', '  - id: app', '    owner: $0')), [
      'ana',
    ]);
  });
});

describe('running text', () => {
  it('completes an id that was begun', () => {
    const policy = `${program}---\nid: AC-01\n---\n=== policies/p.md\n`;
    assert.equal(taken(`${policy}See CC6.$0. And more.\n`, 'CC6.1'), 'See CC6.1. And more.\n');
    assert.equal(taken(`${policy}| CC7$0.1 |\n`, 'CC7.2'), '| CC7.2 |\n');
    assert.equal(
      taken(`${policy}𝒜 control 👩‍👩‍👧: AC-$01, daily.\n`, 'AC-02'),
      '𝒜 control 👩‍👩‍👧: AC-02, daily.\n',
    );
    assert.deepEqual(labels(`${policy}Follow AC-$0\n`), ['AC-01', 'AC-02']);
    assert.deepEqual(labels(`${policy}Access $0\n`), []);
    assert.deepEqual(labels(`${policy}docs/CC6.$0\n`), []);
  });

  it('does so in the texts of a record', () => {
    assert.equal(
      taken(control('statement: Reviews access, see CC6$0 there.'), 'CC6.3'),
      '---\nid: AC-01\nstatement: Reviews access, see CC6.3 there.\n---\n',
    );
  });

  it('leaves code, link targets, HTML and foreign files alone', () => {
    for (const text of ['`CC6$0`', '```\nCC6$0\n```', '[a](CC6$0)', '<a title="CC6$0">b</a>', '    CC6$0']) {
      assert.deepEqual(labels(`=== policies/a.md\n${text}\n`), [], text);
    }
    assert.deepEqual(labels('=== tickmark.yaml\n=== notes/a.md\nSee CC6$0\n'), []);
  });

  it('offers nothing in comments, on fences, or behind a dash that begins no item', () => {
    assert.deepEqual(labels(control('# status: $0')), []);
    assert.deepEqual(labels(control('status: planned # CC$0')), []);
    assert.deepEqual(labels(control('status: planned', '-$0')), []);
    assert.deepEqual(labels(control('satisfies: [CC6.1]', '  -$0')), []);
    assert.deepEqual(labels(control('satisfies:', '  --$0')), []);
    assert.deepEqual(labels('=== controls/a.yaml\n- id: A\n-$0\n'), []);
    assert.deepEqual(labels('=== controls/a.md\n---\nid: A\n$0---\n'), []);
    assert.deepEqual(labels('=== controls/a.md\n---\nid: A\n--$0-\n'), []);
    assert.deepEqual(labels(control('statement: |', '  status: $0')), []);
    assert.deepEqual(labels(control('title: "a # b', 'status: $0')).length, 4);
  });
});

describe('completion at any offset of any text', () => {
  it('throws nothing, stays inside the document, and leaves all but its range as it was', () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), ({ path, text }, at) => {
        const files = [
          ...readExample(`${program}---\nid: AC-01\n---\n`).filter(file => file.path !== path),
          { path, text, marks: [], cursor: undefined },
        ];
        const editing = editingOf({ files, engine: engineOf(files) }, path);
        const offset = Math.round(at * text.length);
        for (const item of completionsAt(editing, offset) ?? []) {
          assert.ok(0 <= item.start && item.start <= offset && offset <= item.end && item.end <= text.length);
          assert.doesNotMatch(text.slice(item.start, item.end), /[\r\n]/);
          assert.equal(applied(text, [item]), text.slice(0, item.start) + item.text + text.slice(item.end));
        }
      }),
      { numRuns: 300, examples: [[{ path: 'controls/any.yaml', text: '{a\n' }, 1]] },
    );
  });
});
