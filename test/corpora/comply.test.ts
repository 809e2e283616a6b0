// The theme that a Comply project starts from, read as it is: every finding in it has been looked at, and is true.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tickmark, tickmarkJson } from '../cli/tickmark.ts';
import { corpus } from './corpora.ts';

const { folder, skip } = corpus('comply');

const judged: readonly (readonly [file: string, place: string, rule: string, why: string])[] = [
  ['narratives/control.md', '2:10-2:13', 'coverage/no-control', 'uncontrolled'],
  ['narratives/control.md', '49:1-49:5', 'documents/placeholder', 'unfinished'],
  ['narratives/system.md', '12:3-12:23', 'documents/placeholder', 'unwritten'],
  ['policies/classification.md', '5:7-5:12', 'criteria/unknown', 'invented'],
  ['policies/cyber.md', '39:59-39:75', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '39:79-39:95', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '39:137-39:153', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '39:157-39:173', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '39:210-39:226', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '41:66-41:127', 'documents/placeholder', 'blank'],
  ['policies/cyber.md', '41:163-41:209', 'documents/placeholder', 'blank'],
  ['policies/disaster.md', '56:56-56:209', 'documents/placeholder', 'blank'],
  ['policies/encryption.md', '5:7-5:12', 'criteria/unknown', 'invented'],
  ['policies/incident.md', '34:255-34:282', 'documents/placeholder', 'blank'],
  ['policies/information.md', '5:7-5:12', 'criteria/unknown', 'invented'],
  ['policies/password.md', '5:7-5:12', 'criteria/unknown', 'invented'],
  ['policies/policy.md', '5:7-5:12', 'criteria/unknown', 'invented'],
  ['policies/privacy.md', '28:3-28:14', 'documents/placeholder', 'unwritten'],
  ['policies/processing.md', '15:3-15:14', 'documents/placeholder', 'unwritten'],
];

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: LineColumn; readonly end: LineColumn };
}
interface LineColumn {
  readonly line: number;
  readonly column: number;
}

describe('the documents of Comply', { skip }, () => {
  const check = (): { readonly findings: readonly Finding[]; readonly summary: object } =>
    tickmarkJson(folder, 'check', '--today', '2026-06-30');

  it('have just the findings that are true', () => {
    const found = check().findings.map(({ file, rule, range: { start, end } }) => [
      file,
      `${start.line}:${start.column}-${end.line}:${end.column}`,
      rule,
    ]);
    assert.deepEqual(
      found,
      judged.map(([file, place, rule]) => [file, place, rule]),
    );
  });

  it('cite CC9.9 five times, and each is said to be no criterion', () => {
    const messages = check()
      .findings.filter(({ rule }) => rule === 'criteria/unknown')
      .map(({ message }) => message);
    assert.equal(messages.length, 5);
    for (const message of messages)
      assert.match(message, /^`CC9\.9` is not a criterion\. .*CC9\.1 and CC9\.2/);
  });

  it('are all read, without a manifest', () => {
    const kept = ['narratives', 'policies', 'procedures'].flatMap(name =>
      readdirSync(join(folder, name)).filter(file => file.endsWith('.md') && !/^readme/i.test(file)),
    );
    assert.deepEqual(check().summary, {
      errors: 5,
      warnings: 14,
      information: 0,
      hints: 0,
      programmes: [{ root: '.', layout: 'comply', documents: kept.length, unreadable: [] }],
      notices: [],
    });
  });

  it('are measured against the 61 criteria of their own standard', () => {
    const standard = readFileSync(join(folder, 'standards', 'TSC-2017.yml'), 'utf8');
    const theirs = [...standard.matchAll(/^((?:CC|PI|[ACP])\d\.\d):/gm)].map(([, id]) => id);
    const { programmes } = tickmarkJson(folder, 'coverage', '--today', '2026-06-30');
    const ours = programmes[0].reports[0].criteria.map(({ id }: { readonly id: string }) => id);
    assert.equal(ours.length, 61);
    assert.deepEqual(ours.toSorted(), theirs.toSorted());
  });

  it('have no control yet: no criterion is more than documented', () => {
    const { programmes } = tickmarkJson(folder, 'coverage', '--today', '2026-06-30');
    assert.deepEqual(programmes[0].reports[0].summary, {
      criteria: 61,
      missing: 22,
      documented: 39,
      designed: 0,
      implemented: 0,
      evidenced: 0,
      excluded: 0,
    });
  });

  it('fail a build', () => assert.equal(tickmark(folder, 'check').code, 1));
});
