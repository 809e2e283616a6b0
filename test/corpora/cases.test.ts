// Small reproductions of what real repositories and users showed, kept beside the repository: tests are skipped, and say so,
// where they are not there. Each says what must hold of one folder; the words of it are tested nearer to the code.
import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describedBlocks } from '../../server/src/core/pages/describedText.ts';
import { plainOfBlocks } from '../../server/src/core/pages/plain.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { type Files, isBelow } from '../../server/src/workspace/files.ts';
import { load } from '../../server/src/workspace/load.ts';
import { corpus } from './corpora.ts';

/** What must hold of the program in a folder. */
interface Case {
  /** All that is found, `path:line: "words" rule`; undefined where it is not asked. */
  readonly found?: readonly string[];
  /** What is found among others. */
  readonly has?: readonly string[];
  /** All that some rules find, by rule. */
  readonly all?: Readonly<Record<string, readonly string[]>>;
  /** Rules that find nothing. */
  readonly hasNo?: readonly string[];
  /** What criteria of catalogs of one's own ask for, as plain text. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Where criteria stand. */
  readonly states?: Readonly<Record<string, string>>;
  /** Folders in it of which the same holds when they are named. */
  readonly named?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'form-01-merge-list': { found: [], states: { 'CC6.1': 'implemented', 'CC6.2': 'implemented' } },
  'form-03-merge-twice': {
    found: [
      'controls/all.yaml:18: "<<" documents/repeated-merge',
      'tickmark.yaml:3: "security" coverage/not-in-place',
    ],
    states: { 'CC6.1': 'implemented', 'CC6.3': 'implemented', 'CC6.8': 'designed' },
  },
  'form-04-letter-ids-below-title': {
    has: ['policies/availability.md:11: "A1.4" criteria/unknown'],
    states: { 'A1.1': 'documented' },
  },
  'form-06-trust-service-criteria': {
    found: ['policies/mapping.md:6: "A1.4" criteria/unknown'],
    states: { 'A1.1': 'documented' },
  },
  'form-07-trust-services-lower': {
    has: ['policies/mapping.md:3: "C1.3" criteria/old-numbering'],
    states: { 'C1.1': 'documented', 'A1.2': 'documented', 'P8.1': 'documented' },
  },
  'form-08-review-datetime': {
    found: [
      'policies/a.md:6: "2024-07-01T09:30:00.000Z" documents/review-overdue',
      'policies/b.md:7: "annual" documents/review-overdue',
    ],
  },
  'form-10-review-list': { found: [] },
  'form-11-review-cadence': {
    found: ['a', 'b', 'c'].map(name => `policies/${name}.md:6: "2024-07-01" documents/review-overdue`),
  },
  'form-13-short-lists': {
    found: [],
    states: {
      ...{ 'CC7.1': 'implemented', 'CC7.2': 'implemented' },
      ...{ 'CC2.1': 'implemented', 'CC2.2': 'implemented', 'CC2.3': 'implemented' },
    },
  },
  'form-15-entity-range': { found: [], states: { 'CC6.2': 'documented', 'CC7.2': 'documented' } },
  'form-19-nonbreaking-hyphen': {
    found: ['controls/all.yaml:8: "CC‑6.1" criteria/spelling'],
    states: { 'CC6.1': 'implemented' },
  },
  'form-24-number-alone': { has: ['controls/all.yaml:8: "6.1" criteria/unknown'] },
  'form-16-comment-before-front-matter': { found: [], states: { 'CC6.2': 'documented' } },
  'form-18-dots-close': { found: [], states: { 'CC6.1': 'documented' } },
  'form-26-mkdocs-anchor': { hasNo: ['documents/broken-anchor'] },
  'form-21-status-table': {
    found: [],
    states: { 'CC6.1': 'missing', 'CC6.2': 'missing', 'CC6.4': 'missing' },
  },
  'form-23-see-also': {
    found: [
      'controls/all.yaml:8: "see also CC9.1" criteria/taken-back',
      'controls/all.yaml:16: "but not CC6.2" criteria/taken-back',
    ],
    states: { 'CC6.1': 'implemented', 'CC8.1': 'implemented' },
  },
  'form-28-control-table': {
    found: ['controls/matrix.md:6: "CC8.2" criteria/unknown'],
    states: { 'CC6.1': 'designed', 'CC6.3': 'designed' },
  },
  'form-30-no-layout': { has: ['policies/access.md:12: "CC8.2" criteria/unknown'] },
  'form-31-plain-next-to-others': { has: ['compliance/keys-policy.md:3: "CC8.2" criteria/unknown'] },
  'form-32-admonition': {
    has: [
      'policies/p.md:12: "CC8.2" criteria/unknown',
      'policies/p.md:12: "missing.md" documents/broken-link',
    ],
    states: { 'CC6.2': 'documented' },
  },
  'repo-01-control-pages-mapped-in-body': {
    has: ['security/checks/vn.1.01-supplier-list.md:12: "CC9.9" criteria/unknown'],
    states: { 'CC3.2': 'documented', 'CC6.5': 'documented', 'CC6.8': 'documented' },
  },
  'repo-09-ticket-template-procedure': {
    hasNo: ['documents/placeholder'],
    states: { 'CC6.2': 'implemented' },
  },
  'repo-10-letters-to-be-filled-in': { hasNo: ['documents/placeholder', 'documents/orphan'] },
  'repo-11-links-in-sources-of-a-template-language': {
    all: { 'documents/broken-link': ['policies/keys.md.tmpl:3: "nowhere.md" documents/broken-link'] },
  },
  'repo-12-form-that-says-copy-me': { hasNo: ['documents/placeholder'] },
  'repo-14-no-control-in-a-folder-called-controls': {
    hasNo: ['coverage/no-control'],
    states: Object.fromEntries(['CC6.1', 'CC6.2', 'CC6.3', 'CC6.4'].map(id => [id, 'implemented'])),
    named: ['compliance', 'compliance/controls'],
  },
  'repo-15-pages-about-policies-are-no-policies': { hasNo: ['documents/orphan'] },
  'repo-18-explanations-of-the-criteria-count-as-documentation': {
    hasNo: ['coverage/documented-only'],
    states: { 'CC1.1': 'listed', 'CC9.2': 'listed' },
  },
  'repo-19-no-control-shown-at-a-page-that-cites-nothing': {
    found: [
      'rules/doors-policy.md:1: "Door policy" coverage/no-control',
      'rules/doors-policy.md:1: "Door policy" scope/no-manifest',
    ],
  },
  'repo-22-instructions-for-assistants-are-no-policy': {
    found: ['rules/doors-policy.md:1: "Door policy" coverage/nothing-mapped'],
    states: { 'CC6.1': 'missing', 'CC6.4': 'missing' },
  },
  'repo-24-opened-folder-of-policies-shows-nothing': {
    has: ['rules/doors-policy.md:3: "CC6.9" criteria/unknown'],
  },
  'repo-05-comply-tmpl-beside-md': {
    found: ['narratives/company.md:2: "CO" coverage/no-control'],
    states: { 'CC1.3': 'documented', 'CC6.4': 'documented', 'CC9.2': 'missing' },
  },
  'repo-06-comply-lettered-lists-are-no-code': {
    has: [
      'policies/flood.md:12: "[list all people to be told]" documents/placeholder',
      'policies/flood.md:14: "[job title]" documents/placeholder',
      'policies/flood.md:16: "[list the machines that are carried upstairs first]" documents/placeholder',
      'policies/flood.md:18: "[job title]" documents/placeholder',
    ],
  },
  'repo-07-single-letter-ids-under-a-title': {
    hasNo: ['criteria/group'],
    states: Object.fromEntries(
      ['C1.1', 'C1.2', 'A1.1', 'A1.2', 'A1.3', 'PI1.2', 'P1.1', 'P4.2', 'P8.1'].map(id => [id, 'documented']),
    ),
  },
  'repo-17-mistyped-series-in-a-list-of-ids': {
    has: ['checks/doors.md:6: "CCC6.4" criteria/unknown'],
    states: { 'CC6.1': 'documented' },
  },
  'tool-51-oscal-removed-parts': {
    found: [],
    asks: {
      'HOUSE:ac-2': [
        'The company:\n',
        '- a. Names who may have an account;',
        '- c. Reviews accounts [organization-defined frequency].\n',
        'Guidance\n',
        'Accounts of machines count too.',
      ].join('\n'),
    },
  },
  'tool-52-oscal-parameter-constraint': {
    found: [],
    asks: {
      'HOUSE:ac-2': [
        'The company:\n',
        '- a. Names who may have an account;',
        '- b. Appoints a manager for each account; and',
        '- c. Reviews accounts [organization-defined frequency: at least every 90 days].\n',
        'Guidance\n',
        'Accounts of machines count too.',
      ].join('\n'),
    },
  },
  'tool-54-several-lines-of-a-description': {
    asks: {
      'HOUSE:H-1': 'The company keeps:\n\n- a list of accounts;\n- a list of owners.\n\nBoth are reviewed.',
    },
  },
  'tool-102-heading-ids-in-other-forms': { hasNo: ['documents/broken-anchor'] },
  'tool-103-heading-attributes-are-no-words': { hasNo: ['documents/broken-anchor'] },
  'tool-104-docusaurus-link-from-the-root': { hasNo: ['documents/broken-link'] },
  'tool-105-headings-that-are-included': { hasNo: ['documents/broken-anchor'] },
  'tool-55-comply-cron-that-never-fires': {
    found: [
      'procedures/leavers.md:4: "\\"0 0 1 */3 *\\"" documents/unknown-value',
      'procedures/review.md:4: "\\"0 0 0 L */3 *\\"" documents/unknown-value',
    ],
  },
  'tool-108-toml-front-matter': {
    has: ['policies/access.md:1: "+++" documents/syntax'],
  },
  'tool-109-words-behind-the-fence': {
    has: [
      'policies/access.md:1: "--- # header of the policy" documents/syntax',
      'policies/laptops.md:1: "---yaml" documents/syntax',
    ],
    states: { 'CC6.2': 'documented', 'CC6.7': 'documented' },
  },
};

const { folder, skip } = corpus('../cases');

/** A case as the root of a repository, without what is said of it. */
function filesOf(root: string): Files {
  return {
    ...diskFiles,
    async list(folder) {
      const listing = await diskFiles.list(folder);
      return { ...listing, documents: listing.documents.filter(path => path !== 'expected.md') };
    },
    read: (file, within) => (file === join(root, '.git/HEAD') ? 'ref: main' : diskFiles.read(file, within)),
    async upwards(folder) {
      const folders = await diskFiles.upwards(folder);
      return folders.filter(one => one === root || isBelow(one, root));
    },
  };
}

/** Where criteria stand in the program of a folder that is named. */
async function statesIn(
  files: Files,
  root: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { programs } = await discover(files, root, 'named');
  const [program] = programs;
  assert.ok(program && programs.length === 1);
  const { host } = await load(files, program, { today: '2026-07-20', report: undefined });
  const { program: whole } = host.engine;
  return Object.fromEntries(ids.map(id => [id, whole.coverage.of(whole.report, id).state]));
}

describe('the case', { skip }, () => {
  for (const [
    name,
    { found, has = [], all = {}, hasNo = [], asks = {}, states = {}, named = [] },
  ] of Object.entries(cases)) {
    it(name, async () => {
      const root = realpathSync(join(folder, name));
      const files = filesOf(root);
      const { programs } = await discover(files, root, 'named');
      const [program] = programs;
      assert.ok(program && programs.length === 1);
      const { host } = await load(files, program, { today: '2026-07-20', report: undefined });
      const { engine } = host;
      const lines = [...engine.allFindings()].map(({ path, range, rule }) => {
        const position = host.lines(path)?.positionAt(range.start);
        const words = readFileSync(join(root, path), 'utf8').slice(range.start, range.end);
        return `${path}:${(position?.line ?? 0) + 1}: ${JSON.stringify(words)} ${rule}`;
      });
      if (found) assert.deepEqual(lines, found);
      for (const one of has) assert.ok(lines.includes(one), `${one} is not among ${lines.join('\n')}`);
      for (const [rule, ofRule] of Object.entries(all))
        assert.deepEqual(
          lines.filter(line => line.endsWith(` ${rule}`)),
          ofRule,
        );
      assert.deepEqual(
        lines.filter(line => hasNo.some(rule => line.endsWith(rule))),
        [],
      );
      for (const [key, words] of Object.entries(asks)) {
        const [name, id = ''] = key.split(':');
        const catalog = engine.program.catalogs.all.find(one => one.name === name);
        assert.equal(plainOfBlocks(describedBlocks(catalog?.criterion(id)?.description ?? '')), words);
      }
      const stands = Object.keys(states).map(id => [
        id,
        engine.program.coverage.of(engine.program.report, id).state,
      ]);
      assert.deepEqual(Object.fromEntries(stands), states);
      for (const path of named)
        assert.deepEqual(await statesIn(files, join(root, path), Object.keys(states)), states);
    });
  }
});
