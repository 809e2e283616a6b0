// Evidence that is added over the wire: what is asked, and what the client then does in one step.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AddEvidenceResult,
  addEvidenceRequest,
  type EvidenceAnswers,
} from '../../protocol/addEvidence.ts';
import { folderOf, write } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';
import { nothing } from './presets.ts';

const program = `=== tickmark.yaml
reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}}]
scope: {categories: [security]}
=== controls/access.yaml
- {id: AC-01, title: Reviews, status: implemented, frequency: quarterly, systems: [okta, github]}
- {id: AC-02, title: Scans, status: implemented, frequency: now and then, policies: [gone]}
=== evidence/access.yaml
- {id: EV-1, controls: [AC-01], systems: [okta], performed: 2025-03-01}
- {id: EV-2, controls: [AC-01], systems: [github], performed: 2025-03-01}
`;

describe('tickmark/addEvidence', () => {
  it('asks for what is not known, then gives the place of the file and the edit of the register', async t => {
    const folder = folderOf(t, program);
    write(folder, 'evidence/AC-01/2025-Q4/review.pdf', 'kept');
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.eventually(() => assert.ok(client.published.size > 0));
    const root = uriOf(folder);
    const ask = (
      answers: EvidenceAnswers,
      file = 'file:///elsewhere/review.pdf',
    ): Promise<AddEvidenceResult> => client.ask(addEvidenceRequest, { root, file, sha256: 'f00d', answers });
    const choices = async (answers: EvidenceAnswers) => {
      const result = await ask(answers);
      return 'question' in result
        ? [result.question.asks, ...result.question.choices.map(({ value }) => value)]
        : result;
    };
    assert.deepEqual(await choices({}), ['control', 'AC-01']);
    const control = { control: 'AC-01' };
    assert.deepEqual(await choices(control), ['window', '2025-Q2', '2025-Q3', '2025-Q4']);
    const inWindow = { ...control, window: '2025-Q2' };
    assert.deepEqual(await choices(inWindow), ['system', 'okta', 'github', '']);
    const ofSystem = { ...inWindow, system: 'okta' };
    assert.deepEqual(await choices(ofSystem), ['performed']);
    assert.deepEqual(await choices({ ...ofSystem, performed: '2025-02-30' }), ['performed']);
    const done = await ask({ ...ofSystem, performed: '2025-06-03' });
    assert.ok('record' in done, JSON.stringify(done));
    const { copy, edits, uri, line } = done.record;
    assert.equal(copy, `${root}/evidence/AC-01/2025-Q2/review.pdf`);
    assert.deepEqual([uri, line], [`${root}/evidence/access.yaml`, 2]);
    assert.match(
      JSON.stringify(edits),
      /- \{id: EV-3, .*systems: \[okta\], window: 2025-Q2, performed: 2025-06-03, collected: .*sha256: f00d\}/,
    );
    const linked = await ask(
      { ...control, window: '2025-Q4', system: '', performed: '' },
      `${root}/evidence/AC-01/2025-Q4/review.pdf`,
    );
    assert.ok('record' in linked, JSON.stringify(linked));
    assert.equal(linked.record.copy, undefined);
    assert.doesNotMatch(JSON.stringify(linked.record.edits), /performed/);
  });

  it('says what a register has no column for', async t => {
    const folder = folderOf(t, program);
    write(folder, 'evidence/access.yaml', '');
    write(
      folder,
      'evidence/register.csv',
      'Id,Control,Systems,Window,Source\nEV-1,AC-01,okta,2025-Q1,a.pdf\n',
    );
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.eventually(() => assert.ok(client.published.size > 0));
    const answers = { control: 'AC-01', window: '2025-Q2', system: 'okta', performed: '2025-06-03' };
    const params = { root: uriOf(folder), file: 'file:///elsewhere/review.pdf', sha256: 'f00d', answers };
    const done = await client.ask(addEvidenceRequest, params);
    assert.ok('record' in done, JSON.stringify(done));
    assert.equal(
      done.record.notice,
      'Not recorded, because evidence/register.csv has no column for it: title, performed, collected, sha256.',
    );
  });

  it('says why there can be none', async t => {
    const folder = folderOf(t, program);
    write(folder, 'evidence/AC-01/2025-Q3/review.pdf', 'kept');
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.eventually(() => assert.ok(client.published.size > 0));
    const problemOf = async (answers: EvidenceAnswers, name = 'review.pdf') => {
      const file = `file:///elsewhere/${name}`;
      const params = { root: uriOf(folder), file, sha256: 'f00d', answers };
      const result = await client.ask(addEvidenceRequest, params);
      return 'problem' in result ? result.problem : JSON.stringify(result);
    };
    const all = { control: 'AC-01', system: '', performed: '' };
    assert.match(await problemOf({ control: 'AC-11' }), /Did you mean `AC-01`\?/);
    assert.match(await problemOf({ control: 'AC-02' }), /^No window of AC-02 lacks evidence/);
    assert.match(await problemOf({ ...all, window: '2025-Q1' }), /has evidence of 2025-03-01/);
    assert.match(
      await problemOf({ ...all, window: '2025-Q3' }),
      /exists already, and nothing is overwritten/,
    );
    assert.match(await problemOf({ ...all, window: '2025-Q2' }, 'a.md'), /would be read as a document/);
  });
});
