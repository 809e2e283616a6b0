import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageNodes } from '../../../server/src/core/features/coverageTree.ts';
import type { ProgramNode } from '../../../server/src/core/features/treeNode.ts';
import {
  descriptionPage,
  descriptionWords,
  whyDescribed,
} from '../../../server/src/core/pages/descriptionWords.ts';
import { pageInProgram } from '../../../server/src/core/pages/inProgram.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { subjectOf } from '../../../server/src/core/pages/subject.ts';
import { descriptionOf } from '../../../server/src/core/program/description.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const typeII = 'report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}';

function programOf(...parts: readonly string[]): Program {
  return engineOf(readExample(`\n${parts.join('\n')}\n`)).program;
}

function manifest(text: string): string {
  return `=== tickmark.yaml\n${text}`;
}

function narrative(name: string, keys: string, body = 'Text.'): string {
  return `=== narratives/${name}.md\n---\nid: ${name}\n${keys}\n---\n${body}`;
}

/** Where the description stands with each of its criteria, a line each. */
function standings(program: Program): string[] {
  return descriptionOf(program, program.report).map(
    row => `${row.criterion.id} ${descriptionWords(row.state)}: ${whyDescribed(row)}`,
  );
}

describe('the description of the system', () => {
  it('has DC 1 to DC 9 over a period, and no DC 9 for a Type I', () => {
    const ids = (report: string) =>
      descriptionOf(programOf(manifest(report)), programOf(manifest(report)).report).length;
    assert.equal(ids(typeII), 9);
    assert.equal(ids('report: {kind: soc2, type: 1, asOf: 2026-06-30}'), 8);
    assert.equal(ids('report: {kind: soc2}'), 8);
  });

  it('is of no SOC 1, no SOC 3, and no report that is assumed', () => {
    for (const report of ['report: {kind: soc1, type: 2}', 'report: {kind: soc3, type: 2}', '{}']) {
      const program = programOf(manifest(report), narrative('system', 'describes: [DC 1]'));
      assert.deepEqual(standings(program), [], report);
    }
  });

  it('says which narratives describe a criterion, and which only would', () => {
    const program = programOf(
      manifest(typeII),
      narrative('a', 'describes: [DC 1, DC 2]'),
      narrative('b', 'describes: [DC 2]'),
      narrative('c', 'describes: [DC 1, DC 4]\nstatus: draft'),
    );
    assert.deepEqual(standings(program).slice(0, 5), [
      'DC 1 described: Described by a.',
      'DC 2 described: Described by a and b.',
      'DC 3 not described: No narrative names it under "describes".',
      'DC 4 not described: Only what does not count names it: c (draft).',
      'DC 5 not described: No narrative names it under "describes".',
    ]);
  });

  it('asks for customers, vendors, and exclusions only where there are any', () => {
    const bare = standings(programOf(manifest(typeII), narrative('a', 'describes: [DC 1]')));
    assert.deepEqual(bare.slice(5, 8), [
      'DC 6 not expected: No complementary user entity control is recorded. If there is none, say so in the description.',
      'DC 7 not expected: No subservice organization is recorded. If there is none, say so in the description.',
      'DC 8 not expected: No excluded criterion is recorded. If there is none, say so in the description.',
    ]);
    const full = programOf(
      manifest(`${typeII}\nscope: {exclude: [{criterion: CC6.4, reason: Hosted.}]}`),
      narrative('a', 'describes: [DC 8]'),
      '=== user-controls/all.yaml\n- {id: UC-1, type: cuec, satisfies: [CC6.1]}\n- {id: UC-2, type: responsibility}',
      '=== vendors/aws.yaml\nid: aws\nsubservice: carve-out',
    );
    assert.deepEqual(standings(full).slice(5, 8), [
      'DC 6 not described: No narrative names it under "describes". There is 1 complementary user entity control.',
      'DC 7 not described: No narrative names it under "describes". There is 1 subservice organization.',
      'DC 8 described: Described by a.',
    ]);
  });

  it('tells which component of the system DC 3 is described without', () => {
    const of = (body: string) =>
      standings(programOf(manifest(typeII), narrative('a', 'describes: [DC 3]', body)))[2];
    assert.equal(
      of('The servers run the application. The staff keep the data.'),
      'DC 3 described in part: Described by a, which never mentions procedures.',
    );
    assert.equal(
      of('The staff keep the servers, the application, and the data as the runbooks say.'),
      'DC 3 described: Described by a.',
    );
    // It cannot be told of another language.
    assert.equal(of('Die Server betreiben wir selbst.'), 'DC 3 described: Described by a.');
  });

  it('is not known where a narrative is called the description and says no more', () => {
    const program = programOf(manifest(typeII), '=== narratives/s.md\n# System Description\nText.');
    assert.equal(
      standings(program)[0],
      'DC 1 not known: System Description does not say under "describes" which of them it answers.',
    );
  });
});

describe('the page of a description criterion', () => {
  const page = (program: Program, id: string) => {
    const subject = subjectOf(id, program.catalogs);
    assert.ok(subject);
    return plainOfBlocks(pageInProgram(subject, program).blocks);
  };

  it('says where it stands, which components are mentioned, and who describes it', () => {
    const program = programOf(
      manifest(typeII),
      narrative('a', 'title: The system\ndescribes: [DC 3]', 'The servers run the application.'),
    );
    const text = page(program, 'DC 3');
    assert.match(
      text,
      /described in part: Described by a, which never mentions people, procedures, and data\. \(management's view as of /,
    );
    assert.match(text, /Components mentioned: infrastructure, software, people \(never\), /);
    assert.match(text, /Documents that describe it\n\n- a The system\n/);
  });

  it('says where it does not apply', () => {
    const program = programOf(manifest('report: {kind: soc2, type: 1, asOf: 2026-06-30}'));
    assert.match(page(program, 'DC 9'), /It does not apply to the current report: SOC 2 Type I\./);
  });
});

describe('the page of the description', () => {
  it('has a table for each current report', () => {
    const text = plainOfBlocks(descriptionPage(programOf(manifest(typeII))).blocks);
    assert.match(text, /Description of the system: 9 description criteria: 6 not described, 3 not expected/);
  });
});

describe('the description in the coverage tree', () => {
  const program = programOf(
    manifest(typeII),
    narrative('a', 'title: The system\ndescribes: [DC 1]'),
    narrative('b', 'describes: [DC 2]\nstatus: draft'),
  );
  const [heading] = coverageNodes(program, 'report/soc2').slice(-1);
  const line = ({ label, description, icon }: ProgramNode) => `${label} | ${description} | ${icon}`;

  it('is a branch behind the categories, with how many criteria are described', () => {
    assert.ok(heading);
    assert.equal(heading.label, 'Description of the system (1/6)');
    assert.deepEqual(heading.progress, { done: 1, begun: 0, of: 6 });
    assert.match(heading.spoken, /, 9 description criteria: 5 not described, 1 described, 3 not expected$/);
  });

  it('has each criterion with its state, and the narratives below it', () => {
    const nodes = coverageNodes(program, heading?.id);
    assert.deepEqual(nodes.slice(0, 3).map(line), [
      'DC 1 Services provided | described | description.described',
      'DC 2 Commitments and requirements | not described | description.open',
      'DC 3 Components of the system | not described | description.open',
    ]);
    assert.deepEqual(coverageNodes(program, nodes[0]?.id).map(line), [
      'a The system | narrative | narrative',
    ]);
    assert.deepEqual(coverageNodes(program, nodes[1]?.id).map(line), ['b | narrative, draft | aside']);
    assert.deepEqual(coverageNodes(program, nodes[2]?.id), []);
    assert.deepEqual(coverageNodes(program, `${nodes[0]?.id}/x`), []);
  });

  it('has none for a report without a description', () => {
    const soc1 = programOf(manifest('report: {id: own, kind: soc1, type: 2}'));
    assert.deepEqual(coverageNodes(soc1, 'description/own'), []);
    assert.deepEqual(coverageNodes(soc1, 'report/own'), []);
  });
});
