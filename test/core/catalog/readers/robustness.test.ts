// Any text gives a catalog and mappings: nothing throws or runs on, and every problem lies in the text.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readMappings } from '../../../../server/src/core/catalog/mapping.ts';
import type { CatalogProblem } from '../../../../server/src/core/catalog/readers/problem.ts';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';

const oscalCatalog =
  '{"catalog": {"metadata": {"title": "T"}, "params": [{"id": "p", "select": {"choice": ["{{ insert: param, p }}"]}}],\n' +
  '"groups": [{"id": "g", "title": "G", "controls": [{"id": "a", "props": [{"name": "label", "value": "A"}],\n' +
  '"parts": [{"name": "statement", "prose": "{{ insert: param, p }}", "parts": [{"prose": "x"}]}]}]}]}}';

const samples = [
  oscalCatalog,
  'name: X\nover: TSC\ncategories: [{id: c, common: true}]\ngroups: [{id: G, category: c}]\ncriteria:\n- id: A\n  group: G\n  related: [A]\n  points:\n  - {title: t, role: processor}\n',
  'name: X\nA-1:\n  family: A\n  name: n\n  description: |\n    d\n    e\nA: {type: family, name: F}\n',
  'urn: u\nobjects:\n  framework:\n    ref_id: F\n    requirement_nodes:\n    - {urn: "u:a", assessable: false, depth: 1}\n    - urn: u:b\n      parent_urn: u:a\n      assessable: true\n      typical_evidence: "- x"\n',
  'urn: u\nobjects:\n  requirement_mapping_sets:\n  - source_framework_urn: u\n    target_framework_urn: TSC\n    requirement_mappings:\n    - {source_requirement_urn: u:b, target_requirement_urn: CC6.1, relationship: equal}\n',
  'profile:\n  imports:\n  - href: c\n    include-controls: [{with-ids: [a], matching: [{pattern: "*"}]}]\n  modify:\n    set-parameters: [{param-id: p, values: [v]}]\n    alters: [{control-id: a, adds: [{parts: [{prose: x}]}]}]\n',
  'from: TSC\nto: X\npairs:\n- {from: CC6.1, to: A, relationship: equal}\n',
];

function read(text: string): void {
  const { catalog, problems } = readCatalog(text, { resolve: () => oscalCatalog });
  const mapped = readMappings(text, { catalogNamed: () => ({ catalog, aliases: new Map() }) });
  inOrder(problems, text);
  inOrder(mapped.problems, text);
  for (const { id, title } of catalog.criteria) {
    assert.equal(typeof title, 'string');
    assert.ok(catalog.criterion(id));
  }
  for (const { pairs } of mapped.mappings) {
    for (const { from, to } of pairs)
      for (const id of [from, to]) assert.ok(catalog.criterion(id) ?? catalog.group(id));
  }
}

function inOrder(problems: readonly CatalogProblem[], text: string): void {
  let before = 0;
  for (const { start, end, message } of problems) {
    assert.ok(before <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
    assert.match(message, /[.)]$/);
    before = start;
  }
}

describe('whatever is read', () => {
  it('may be broken off anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), (sample, at) =>
        read(sample.slice(0, at % sample.length)),
      ),
      { numRuns: 500 },
    );
  });

  it('may have any piece taken out, or put in', () => {
    const piece = fc.constantFrom(
      '',
      '\n',
      '- ',
      ': ',
      '{',
      ']',
      '"',
      '&a ',
      '*a',
      '~',
      '\t',
      '---\n',
      '<<<<<<< x\n',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(40), piece, (sample, at, length, put) => {
        const start = at % (sample.length + 1);
        read(sample.slice(0, start) + put + sample.slice(start + length));
      }),
      { numRuns: 500 },
    );
  });

  it('may have anything under any key', () => {
    const words = [...new Set(samples.join(' ').match(/[\w-]{3,}/g))];
    const key = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('id', 'to', 'constructor', '__proto__', 'a'),
    );
    const { value } = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof(
        { maxDepth: 6 },
        key,
        fc.constantFrom(null, true, 1.5, '', 'CC6.1', 'u:a'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const head = fc.constantFrom(
      'catalog',
      'profile',
      'objects',
      'framework',
      'criteria',
      'over',
      'pairs',
      'standard',
    );
    fc.assert(
      fc.property(head, value, fc.dictionary(key, value), (head, inner, more) => {
        read(JSON.stringify({ ...more, [head]: inner }, undefined, '\t'));
      }),
      { numRuns: 1000 },
    );
  });

  it('may be no text that anybody wrote', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), read));
  });
});

describe('what would never end', () => {
  /** A list of anchored lines, each of which names the one before several times: the last stands for very many. */
  const doubled = (line: (inner: string) => string, levels = 60) =>
    Array.from(
      { length: levels },
      (_, level) => `  - &a${level} ${line(level === 0 ? '[]' : `[*a${level - 1}, *a${level - 1}]`)}`,
    ).join('\n');

  it('is cut: parts in parts', () => {
    const parts = doubled(inner => `{prose: word, parts: ${inner}}`);
    const { problems } = readCatalog(`x:\n${parts}\ncatalog:\n  controls:\n  - {id: a, parts: [*a59]}\n`);
    assert.ok(problems.some(({ code }) => code === 'too-much'));
  });

  it('is cut: groups in groups', () => {
    const groups = doubled(inner => `{groups: ${inner}}`);
    const { problems } = readCatalog(`x:\n${groups}\ncatalog:\n  groups: [*a59]\n`);
    assert.ok(problems.some(({ code }) => code === 'too-deep'));
  });

  it('is cut: a long text at many places', () => {
    const long = 'word '.repeat(20_000);
    const criteria = Array.from({ length: 2000 }, (_, index) => `- {id: c${index}, description: *d}`).join(
      '\n',
    );
    const { catalog, problems } = readCatalog(`name: X\ntitle: &d "${long}"\ncriteria:\n${criteria}\n`);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-much-aliased'],
    );
    const read = catalog.criteria.reduce((sum, { description }) => sum + description.length, 0);
    assert.ok(read > 0 && read <= 50_000_000, `${read} characters`);
  });

  it('is cut: parameters in parameters', () => {
    const parameters = Array.from(
      { length: 100 },
      (_, index) => `{id: p${index}, values: ["{{ p${index + 1} }} {{ p${index + 1} }}"]}`,
    ).join(', ');
    const prose = '{{ p0 }} '.repeat(50_000);
    const written = `catalog: {params: [${parameters}], controls: [{id: a, parts: [{prose: "${prose}"}]}]}`;
    const { length } = readCatalog(written).catalog.criterion('a')?.description ?? '';
    assert.ok(length > 0 && length < 11_000_000, `${length} characters`);
  });

  it('is not long lists of parents', () => {
    const nodes = Array.from(
      { length: 20_000 },
      (_, index) =>
        `    - {urn: "u:${index}", assessable: true, depth: ${index}, parent_urn: "u:${index + 1}"}`,
    );
    const { catalog } = readCatalog(
      `urn: u\nobjects:\n  framework:\n    ref_id: F\n    requirement_nodes:\n${nodes.join('\n')}\n`,
    );
    assert.equal(catalog.criteria.length, 20_000);
  });
});
