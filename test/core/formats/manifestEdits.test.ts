import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { onlyTsc } from '../../../server/src/core/catalog/catalogs.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import type { DocumentFacts } from '../../../server/src/core/formats/facts.ts';
import {
  addCategory,
  addExclusion,
  reportMappings,
  setCategories,
} from '../../../server/src/core/formats/manifestEdits.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { manifestName, roleOf } from '../../../server/src/core/formats/role.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { reportsOf } from '../../../server/src/core/program/report.ts';

function read(text: string): DocumentFacts {
  const role = roleOf(manifestName, 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc);
}

/** The reports of a manifest as the program has them: each id with its categories. */
function reports(text: string) {
  return reportsOf(read(text).summary.shape.manifest, [], onlyTsc).map(({ id, categories }) => ({
    id,
    categories,
  }));
}

const withCategories = (text: string, report: string, ...categories: string[]) =>
  applied(text, setCategories(read(text), { id: report }, categories));

function withAdded(text: string, report: string, category: string): string | undefined {
  const edit = addCategory(read(text), { id: report }, category);
  return edit && applied(text, [edit]);
}

describe('the categories of a report', () => {
  it('are its own, where it has some', () => {
    const text =
      'reports:\n  - id: a\n    categories: [security] # for now\n  - id: b\nscope:\n  categories:\n    - security\n';
    assert.equal(
      withCategories(text, 'a', 'security', 'privacy'),
      text.replace('[security]', '[security, privacy]'),
    );
    assert.equal(
      withCategories(text, 'b', 'security', 'privacy'),
      text.replace('    - security\n', '    - security\n    - privacy\n'),
    );
  });

  it('are added where the key stands without a value, never as a second key', () => {
    assert.equal(
      withCategories('report: {id: a, categories: }\n', 'a', 'security'),
      'report: {id: a, categories: [security] }\n',
    );
    assert.equal(
      withCategories('scope:\n  categories: # to be said\n', 'soc2', 'security'),
      'scope:\n  categories: [security] # to be said\n',
    );
    assert.equal(
      withAdded('scope:\n  categories:\n', 'soc2', 'security'),
      'scope:\n  categories: [security]\n',
    );
  });

  it('replace whatever else stands there', () => {
    assert.equal(
      withCategories('scope: {categories: security}\n', 'soc2', 'security', 'privacy'),
      'scope: {categories: [security, privacy]}\n',
    );
    assert.equal(
      withCategories('scope: none # yet\n', 'soc2', 'security'),
      'scope: {categories: [security]} # yet\n',
    );
  });

  it('come with a scope where there is none', () => {
    assert.equal(withCategories('scope:\n', 'soc2', 'security'), 'scope: {categories: [security]}\n');
    assert.equal(
      withCategories('scope:\r\n  exclude: []\r\n', 'soc2', 'security'),
      'scope:\r\n  exclude: []\r\n  categories: [security]\r\n',
    );
    assert.equal(
      withCategories('organization: Acme\n', 'soc2', 'security'),
      'organization: Acme\nscope: {categories: [security]}\n',
    );
  });

  it('begin a manifest that says nothing yet, behind its comments', () => {
    assert.equal(withCategories('', 'soc2', 'security'), 'scope:\n  categories: [security]\n');
    assert.equal(
      withCategories('# Ours.\r\n', 'soc2', 'security'),
      '# Ours.\r\nscope:\r\n  categories: [security]\r\n',
    );
    assert.equal(
      withCategories('# Ours.', 'soc2', 'security'),
      '# Ours.\nscope:\n  categories: [security]\n',
    );
  });

  it('are left alone in what is no manifest', () => {
    assert.equal(withCategories('- a\n- b\n', 'soc2', 'security'), '- a\n- b\n');
    assert.equal(withCategories('tickm', 'soc2', 'security'), 'tickm');
  });

  it('can be one more, where they are listed at all', () => {
    assert.equal(
      withAdded('report:\n  categories: [availability]\n', 'soc2', 'security'),
      'report:\n  categories: [availability, security]\n',
    );
    assert.equal(withAdded('report: {id: a}\n', 'a', 'security'), undefined);
  });
});

describe('the reports of a manifest', () => {
  it('are told by their place, one or many', () => {
    const places = (text: string) =>
      reportMappings(read(text)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(places('reports:\n  - {id: a}\n  - id: b\n'), ['{id: a}', 'id: b']);
    assert.deepEqual(places('report:\n  id: a\n'), ['id: a']);
    assert.deepEqual(places('reports: {id: a}\n'), ['{id: a}']);
    assert.deepEqual(places('reports: none\n'), []);
  });
});

const categories = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'];
const some = fc.subarray(categories, { minLength: 1 });
const list = fc
  .tuple(some, fc.constantFrom('flow', 'block', 'none'))
  .map(([names, form]) => (indent: string) => {
    if (form === 'none') return '';
    return form === 'flow'
      ? `${indent}categories: [${names.join(', ')}] # why\n`
      : `${indent}categories:\n${names.map(name => `${indent}  - ${name} # why\n`).join('')}`;
  });
const manifest = fc
  .record({ own: fc.array(list, { maxLength: 3 }), shared: list, crlf: fc.boolean() })
  .map(({ own, shared, crlf }) => {
    const written = own.map((of, i) => `  - id: r${i}\n    kind: soc2\n${of('    ')}`).join('');
    const scope = shared('  ');
    const text = `# Ours.\n${written && `reports:\n${written}`}${scope && `scope:\n${scope}`}`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

describe('any manifest', () => {
  it('has the categories that were chosen, and keeps its comments and line ends', () => {
    fc.assert(
      fc.property(manifest, some, fc.nat(), (text, chosen, nth) => {
        const all = reports(text);
        const id = all[nth % all.length]?.id ?? '';
        const after = withCategories(text, id, ...chosen);
        assert.deepEqual(
          reports(after).find(report => report.id === (id === 'assumed' ? 'soc2' : id))?.categories,
          chosen,
        );
        assert.ok(after.startsWith('# Ours.'));
        if (text.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an exclusion', () => {
  const excluding = (text: string) => {
    const edit = addExclusion(read(text), 'CC6.4');
    return edit && applied(text, [edit]);
  };

  it('is added to those that are there, and leaves alone what is no list of them', () => {
    assert.equal(
      excluding('scope: {exclude: [CC6.5]}\n'),
      'scope: {exclude: [CC6.5, {criterion: CC6.4, reason: }]}\n',
    );
    assert.equal(excluding('scope:\n  exclude: {}\n'), undefined);
    assert.equal(excluding('scope: {exclude: {CC6.5: No premises.}}\n'), undefined);
  });
});
