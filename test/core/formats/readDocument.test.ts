import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../../server/src/core/catalogue/tsc.ts';
import { envelopeOf } from '../../../server/src/core/formats/envelope.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { type Layout, roleOf } from '../../../server/src/core/formats/role.ts';

/** A document's records, a line each: kind, id, standing and what it cites. */
function records(path: string, text: string, layout: Layout = 'native', included = false): string[] {
  const role = roleOf(path, layout, included);
  if (!role) return ['not read'];
  return readDocument(text, role, tsc).summary.shape.records.map(
    ({ kind, id, stem, standing, satisfies, mentions }) => {
      const list = (label: string, ids: readonly { catalogue: string; id: string }[]) =>
        ids.length > 0
          ? ` ${label} ${ids.map(cited => (cited.catalogue === 'TSC' ? cited.id : `${cited.catalogue}:${cited.id}`)).join(' ')}`
          : '';
      return `${kind} ${id?.text ?? `(${stem})`} ${standing}${list('satisfies', satisfies)}${list('mentions', mentions)}`;
    },
  );
}

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

  it('is read by Comply only one folder deep, and never a README', () => {
    assert.deepEqual(records('policies/a.md', 'name: A\n---\nText.', 'comply'), ['policy (a) counts']);
    assert.deepEqual(records('policies/deep/a.md', 'name: A\n---\nText.', 'comply'), ['not read']);
    assert.deepEqual(records('policies/README.md', 'Text.', 'comply'), ['not read']);
    assert.deepEqual(records('TODO.md', 'CC6.1', 'comply'), ['not read']);
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

  it('is no record when it only lies in such a folder', () => {
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
    );
    const path = fc.constantFrom(
      'controls/a.md',
      'policies/a.md',
      'controls/a.yaml',
      'tickmark.yaml',
      'evidence/a.yml',
    );
    const layout = fc.constantFrom<Layout>('native', 'comply', 'plain');
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
          for (const { start, end } of citations) assert.ok(start >= 0 && start < end && end <= text.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
