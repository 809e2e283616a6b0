// Texts that are made to be slow. A clock is the only way to see a search that is not linear: what is
// allowed is many times what a linear one takes, and a small part of what the others would. The clock is the processor's, so
// that other work on the machine fails no test.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recognize } from '../../../server/src/core/formats/recognize.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { judged } from './judged.ts';

/** Microseconds of the processor's time. */
const allowed = 10_000_000;

const many = 20_000;
const repeat = (text: string, count = many) => text.repeat(count);
const names = Array.from({ length: many }, (_, i) => `p${i}`).join(', ');
const merged = `x: &x {a: b}\nsatisfies:\n  <<: *x\n${Array.from({ length: 80_000 }, (_, i) => `  CC6.${i}: x\n`).join('')}`;

const header = '| TSC | Control ID | Control |\n| --- | --- | --- |\n';

const documents: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'fields that are opened and closed once': ['policies/a.md', `${repeat('{{')}}}`],
  'an instruction and blanks': ['policies/a.md', `[insert${repeat(' ')}\n`],
  'a name and blanks': ['policies/a.md', `[your${repeat(' ')}\n`],
  'brackets among links': ['policies/a.md', repeat('[TBD] [a](b) ')],
  'angles among code': ['policies/a.md', repeat('<insert x> `a` ')],
  'groups and their members': ['policies/a.md', repeat('CC6 series CC6.1 ')],
  'ids of one letter under many headings': ['policies/a.md', repeat('# TSC\nA1.2\n')],
  'ranges of everything': ['policies/a.md', repeat('CC1.1–CC9.2 ')],
  'sections that deny': ['policies/a.md', `SOC 2 CC6.1\n${repeat('# Gaps\n', 80_000)}`],
  'ids with a slip among others': ['policies/a.md', repeat('CC6.1 CCC6.4\n\n', 80_000)],
  'components that are never closed': [
    'policies/a.md',
    `# P\n\n${Array.from({ length: 60_000 }, (_, i) => `<Part${i} x>\n\n`).join('')}`,
  ],
  'a merge among many entries': ['controls/a.yaml', merged],
  'suffix upon suffix': ['policies/a.md', `CC6.1${repeat('.1')}x`],
  'a key without a colon': ['policies/a.md', `---\na${repeat(' ')}\n---\n`],
  'records without an id of ours': ['controls/a.yaml', repeat('- id: AB\n  x: hello world\n')],
  'records of one id that name each other': ['controls/a.yaml', repeat('- id: AB\n  policies: [AB]\n')],
  'references to nothing': ['controls/a.yaml', `id: a\npolicies: [${names}]\n`],
  'a control in many rows': ['policies/a.md', `${header}${repeat('| CC6.1 | AC-1 | |\n')}`],
  'many controls in rows': [
    'policies/a.md',
    `${header}${Array.from({ length: many }, (_, i) => `| CC6.1 | AC-${i} | Accounts are reviewed. |\n`).join('')}`,
  ],
  'a reference of anchors': ['controls/a.yaml', `id: a\npolicies: ["${repeat('a.md#')}"]\n`],
};

describe('a hostile document', () => {
  for (const [name, [path, text]] of Object.entries(documents)) {
    it(`is read and judged in good time: ${name}`, () => {
      const start = process.cpuUsage();
      judged(path, text);
      assert.ok(process.cpuUsage(start).user < allowed);
    });
  }
});

describe('a hostile listing', () => {
  it('is told in good time', () => {
    const start = process.cpuUsage();
    const component = `standard_key: ${repeat(' ')}"x`;
    atOnce(recognize(['opencontrol.yaml', 'component.yaml'], () => component, 'no'));
    assert.ok(process.cpuUsage(start).user < allowed);
  });
});
