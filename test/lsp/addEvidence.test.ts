// Evidence that is added over the wire: what is asked, and what the client then does in one step.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AddEvidenceResult,
  addEvidenceRequest,
  type EvidenceAnswers,
  type EvidenceFile,
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
    ): Promise<AddEvidenceResult> =>
      client.ask(addEvidenceRequest, { root, files: [{ file, sha256: 'f00d' }], answers });
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
    const { copies, edits, uri, line } = done.record;
    const to = `${root}/evidence/AC-01/2025-Q2/review.pdf`;
    assert.deepEqual(copies, [{ from: 'file:///elsewhere/review.pdf', to }]);
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
    assert.deepEqual(linked.record.copies, []);
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
    const files = [{ file: 'file:///elsewhere/review.pdf', sha256: 'f00d' }];
    const params = { root: uriOf(folder), files, answers };
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
      const files = [{ file: `file:///elsewhere/${name}`, sha256: 'f00d' }];
      const params = { root: uriOf(folder), files, answers };
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

  it('records several files after one set of questions, and copies none over another', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.eventually(() => assert.ok(client.published.size > 0));
    const root = uriOf(folder);
    const ask = (...names: readonly string[]): Promise<AddEvidenceResult> =>
      client.ask(addEvidenceRequest, {
        root,
        files: names.map(name => ({ file: `file:///elsewhere/${name}`, sha256: 'f00d' })),
        answers: { control: 'AC-01', window: '2025-Q2', system: 'okta', performed: '' },
      });
    const done = await ask('users.csv', 'screen%20shot.png');
    assert.ok('record' in done, JSON.stringify(done));
    const at = `${root}/evidence/AC-01/2025-Q2`;
    assert.deepEqual(
      done.record.copies.map(({ to }) => to),
      [`${at}/users.csv`, `${at}/screen-shot.png`],
    );
    assert.equal(done.record.line, 2);
    const edits = JSON.stringify(done.record.edits);
    assert.deepEqual(edits.match(/id: EV-\d|source: [^,]*/g), [
      'id: EV-3',
      'source: AC-01/2025-Q2/users.csv',
      'id: EV-4',
      'source: AC-01/2025-Q2/screen-shot.png',
    ]);
    const same = await ask('a/users.csv', 'b/users.csv');
    assert.match('problem' in same ? same.problem : '', /^Two of the files would be copied to .*users\.csv/);
  });

  it('asks where evidence is kept that is at an address, and of what holds personal data', async t => {
    const folder = folderOf(
      t,
      program.replace('scope:', 'people: [{id: ada, name: Ada Obi, role: CTO}]\nscope:').replace(
        '=== evidence',
        `- {id: HR-01, status: implemented, frequency: quarterly, expects: [background-check, acknowledgment]}
=== evidence`,
      ),
    );
    const { client } = await connected(t, [folder], { capabilities: nothing });
    await client.eventually(() => assert.ok(client.published.size > 0));
    const root = uriOf(folder);
    const ask = (answers: EvidenceAnswers, files: readonly EvidenceFile[]) =>
      client.ask(addEvidenceRequest, { root, files, answers });
    const question = async (answers: EvidenceAnswers, files: readonly EvidenceFile[] = []) => {
      const result = await ask(answers, files);
      return 'question' in result ? result.question : assert.fail(JSON.stringify(result));
    };
    const of = { control: 'AC-01', window: '2025-Q2', system: 'okta', performed: '2025-06-03' };
    const first = await question({});
    assert.deepEqual([first.asks, first.left], ['address', 6]);
    assert.equal((await question({ address: 'https://files.example.com/a.pdf' })).asks, 'control');
    assert.equal((await question(of)).asks, 'address');
    const wrong = await question({ ...of, address: 'files/a.pdf' });
    assert.equal(wrong.problem, 'Enter an address that begins with https:// or http://.');
    const at = { ...of, address: 'https://files.example.com/a.pdf' };
    const custodian = await question(at);
    assert.deepEqual(
      custodian.choices.map(({ value, label }) => [value, label]),
      [
        ['', 'Add it later'],
        ['ada', 'ada'],
      ],
    );
    assert.equal((await question({ ...at, custodian: 'ada' })).asks, 'sha256');
    assert.ok((await question({ ...at, custodian: 'ada', sha256: 'f00d' })).problem);
    const done = await ask({ ...at, custodian: 'ada', sha256: '' }, []);
    assert.ok('record' in done, JSON.stringify(done));
    assert.deepEqual(done.record.copies, []);
    assert.match(
      JSON.stringify(done.record.edits),
      /source: https:\/\/files\.example\.com\/a\.pdf, custodian: ada\}/,
    );

    const file = { file: 'file:///elsewhere/check.pdf', sha256: 'f00d' };
    const ofPerson = { control: 'HR-01', window: '2025-Q2', performed: '' };
    assert.deepEqual(
      (await question(ofPerson, [file])).choices.map(({ value }) => value),
      ['background-check', 'acknowledgment', ''],
    );
    const check = { ...ofPerson, type: 'background-check' };
    assert.match((await question(check, [file])).prompt, /^A background-check holds personal data/);
    const kept = await ask({ ...check, address: '', custodian: '' }, [file]);
    assert.ok('record' in kept, JSON.stringify(kept));
    assert.deepEqual(kept.record.copies, []);
    assert.match(JSON.stringify(kept.record.edits), /type: background-check, .*sha256: f00d/);
    const plain = await ask({ ...ofPerson, type: 'acknowledgment' }, [file]);
    assert.equal('record' in plain && plain.record.copies.length, 1);
  });
});
