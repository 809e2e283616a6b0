// A new record: what is asked of a person, and what comes of the answers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { onOneLine } from '../../../server/src/core/features/newRecord/answers.ts';
import { begunKinds, type RecordAnswers } from '../../../server/src/core/features/newRecord/questions.ts';
import { type ExampleFile, readExample } from '../../../server/src/core/rules/example.ts';
import { nextFree } from '../../../server/src/core/rules/fixes/newId.ts';
import { engineOf } from '../../fixture.ts';
import { type Around, asked, labels, made, native, stepIn } from './newRecordSteps.ts';

const comply = `
=== comply.yml
name: Acme
=== policies/access.md
name: Access Policy
acronym: AP
satisfies:
  TSC: [CC6.1]
---
Text.
`;
const plain = `
=== tickmark.yaml
tickmark: 1
=== handbook/legal/privacy-policy.md
---
title: Privacy policy
kind: policy
---
Text.
`;

describe('what is asked of a new record', () => {
  it('is its kind, unless that is known; the kind of the folder, or of what lies in it, comes first', () => {
    assert.equal(asked(native, {}).asks, 'kind');
    assert.deepEqual(labels(asked(native, {})).slice(0, 2), ['Control', 'Policy']);
    assert.equal(labels(asked(native, {}, { folder: 'old/risks' }))[0], 'Risk');
    assert.equal(labels(asked(native, {}, { folder: 'registers' }))[0], 'Vendor');
  });

  it('is the criterion of a control: what is missing first, then what is further along, and none', () => {
    const question = asked(native, { kind: 'control' });
    assert.equal(question.asks, 'criterion');
    assert.match(labels(question)[0] ?? '', /^CC6\.2 /);
    assert.match(labels(question).at(-2) ?? '', /^CC6\.1 /);
    assert.equal(question.choices.at(-1)?.value, '');
    assert.ok(!labels(question).some(label => label.startsWith('CC1.1')), 'an excluded one is not offered');
  });

  it('is its title: typical controls of the criterion are suggested, less those that are there', () => {
    const question = asked(native, { kind: 'control', criterion: 'CC6.1' });
    assert.deepEqual([question.asks, question.isFree], ['title', true]);
    const [first = ''] = labels(question);
    const more = `${native}=== controls/AC-02-x.md\n---\nid: AC-02\ntitle: ${first.toUpperCase()}\n---\n`;
    assert.deepEqual(labels(asked(more, { kind: 'control', criterion: 'CC6.1' })), labels(question).slice(1));
  });

  it('is the control of evidence, those of the criterion first; its typical evidence is suggested', () => {
    const more = `${native}=== controls/AA-01.md\n---\nid: AA-01\ntitle: Other\nsatisfies: [CC6.2]\n---\n`;
    assert.deepEqual(labels(asked(more, { kind: 'evidence' })), [
      'AA-01 Other',
      'AC-01 Sign in',
      'No control yet',
    ]);
    const ofCriterion = asked(more, { kind: 'evidence', criterion: 'CC6.1' });
    assert.equal(labels(ofCriterion)[0], 'AC-01 Sign in');
    assert.ok(labels(asked(native, { kind: 'evidence', control: 'AC-01' })).length > 2);
  });

  it('is the criterion that documents cite or speak of without a control before what is only missing', () => {
    const policies = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
=== policies/encryption.md
---
title: Encryption policy
status: draft
---
Text.
=== policies/refunds.md
---
title: Refunds
status: draft
satisfies: [CC9.2, CC9.1]
---
Text.
=== controls/AC-01.md
---
id: AC-01
title: Sign in
status: planned
satisfies: [CC9.1]
---
`;
    const question = asked(policies, { kind: 'control' });
    const shown = question.choices.map(({ value, description }) => `${value}: ${description}`);
    assert.deepEqual(shown.slice(0, 4), [
      'CC9.2: cited by Refunds',
      'CC6.1: Encryption policy speaks of it',
      'CC6.7: Encryption policy speaks of it',
      'CC1.1: missing',
    ]);
    assert.equal(question.value, 'CC9.2');
    assert.equal(shown.at(-2), 'CC9.1: missing', 'one that has a control comes last');
  });

  it('is asked with the reason where there is nothing to choose from', () => {
    const control = asked(comply, { kind: 'evidence' });
    assert.equal(control.asks, 'control');
    assert.match(control.prompt, /This program has no control yet/);
    assert.deepEqual(labels(control), ['No control yet']);
    const catalog = '=== tickmark.yaml\nreport: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}\n';
    const criterion = asked(catalog, { kind: 'control' });
    assert.match(criterion.prompt, /None is in scope yet/);
    assert.deepEqual(labels(criterion), ['No criterion yet']);
  });

  it('is a title alone where no more is known of the kind', () => {
    assert.equal(asked(native, { kind: 'vendor' }).asks, 'title');
    assert.deepEqual(asked(native, { kind: 'vendor' }).choices, []);
  });

  it('is asked again where the answer cannot be taken, with the reason', () => {
    assert.match(asked(native, { kind: 'vendor', title: ' ' }).problem ?? '', /Enter a title/);
    assert.match(asked(native, { kind: 'vendor', title: 'x'.repeat(301) }).problem ?? '', /at most 300/);
    const vendor = { kind: 'vendor', title: 'Okta' };
    assert.match(
      asked(native, { ...vendor, id: 'VN-01' }).problem ?? '',
      /VN-01 is a record already, in registers/,
    );
    assert.match(asked(native, { ...vendor, id: '../x' }).problem ?? '', /An id has letters/);
    assert.match(asked(native, { ...vendor, id: ' ' }).problem ?? '', /Enter an id/);
    assert.match(asked(native, { ...vendor, id: 'x'.repeat(101) }).problem ?? '', /at most 100/);
    for (const id of ['index', 'README', 'Template', 'access-template', 'CLAUDE', 'con', 'LPT1.x']) {
      assert.match(asked(native, { ...vendor, id }).problem ?? '', /is not read as a record/, id);
    }
    const there = ['registers/VN-03.md'];
    assert.match(asked(native, { ...vendor, id: 'VN-03' }, { there }).problem ?? '', /VN-03\.md already/);
  });

  it('has no answer where it names what is not there', () => {
    const refused = (answers: RecordAnswers) => JSON.stringify(stepIn(native, answers));
    assert.match(refused({ kind: 'control', criterion: 'CC6.9' }), /no criterion `CC6\.9`.*such as CC6\.1/);
    assert.match(refused({ kind: 'control', among: 'CC6.1\nCC6' }), /no criterion `CC6`/);
    assert.match(refused({ kind: 'evidence', control: 'AC-9' }), /no control `AC-9`.*such as AC-01/);
    assert.match(refused({ kind: 'evidence', control: 'access-control' }), /no control `access-control`/);
  });

  it('has no answer for a kind that nobody begins, nor in a folder that is not read', () => {
    assert.match(JSON.stringify(stepIn(native, { kind: 'manifest' })), /No record of the kind `manifest`/);
    const step = stepIn(comply, { kind: 'policy', title: 'Backups' }, { folder: 'notes' });
    assert.match(JSON.stringify(step), /notes\/.* would not be read/);
  });
});

describe('the id and the file of a new record', () => {
  const pathOf = (example: string, answers: RecordAnswers, around?: Around) =>
    made(example, answers, around).path;

  it('follow those that are there', () => {
    const control = { kind: 'control', criterion: 'CC6.2', title: 'Leavers lose access' };
    assert.equal(pathOf(native, control), 'controls/AC-02-leavers-lose-access.md');
    assert.equal(pathOf(native, { kind: 'policy', title: 'Backup policy' }), 'policies/backup-policy.md');
    assert.equal(pathOf(native, { kind: 'vendor', title: 'Okta' }), 'registers/VN-03.md');
    const evidence = made(native, { kind: 'evidence', control: 'AC-01', title: 'Review, second quarter' });
    assert.equal(evidence.path, 'evidence/review-second-quarter.md');
    assert.match(evidence.text, /^id: EV-AC-01-2026-Q2$/m);
  });

  it('are never those of a page of a folder or a template', () => {
    const titled = (title: string) =>
      pathOf(native, { kind: 'control', criterion: 'CC6.2', title, id: 'AC-02' });
    assert.equal(titled('Index'), 'controls/AC-02-index.md');
    const policies = `${native}=== policies/backups.md\n---\nid: POL-02\ntitle: Backups\n---\n`;
    const policy = { kind: 'policy', title: 'Index', id: 'POL-03' };
    assert.equal(pathOf(policies, policy), 'policies/POL-03.md');
  });

  it('begin a series where there is none', () => {
    assert.equal(pathOf(plain, { kind: 'control', criterion: '', title: 'Leavers' }), 'controls/CTL-01.md');
    assert.equal(
      pathOf(plain, { kind: 'vendor', title: 'Amazon Web Services' }),
      'vendors/amazon-web-services.md',
    );
  });

  it('are those of the layout', () => {
    const policy = made(comply, { kind: 'policy', title: 'Business Continuity Policy' });
    assert.equal(policy.path, 'policies/business-continuity-policy.md');
    assert.match(policy.text, /^name: Business Continuity Policy\nacronym: BCP\n/);
    assert.equal(pathOf(plain, { kind: 'policy', title: 'Backups' }), 'handbook/legal/backups.md');
  });

  it('are in the folder that is asked for, where the record says what it is', () => {
    const risk = made(native, { kind: 'risk', title: 'Fire' }, { folder: 'registers' });
    assert.equal(risk.path, 'registers/RISK-01.md');
    assert.match(risk.text, /^kind: risk$/m);
    assert.equal(pathOf(native, { kind: 'risk', title: 'Fire' }, { folder: '' }), 'RISK-01.md');
  });

  it('are of YAML where the others are, if the record has no text', () => {
    const yaml = `${native}=== risks/RISK-01.yaml\nid: RISK-01\ntitle: Fire\n`;
    const risk = made(yaml, { kind: 'risk', title: 'Water' });
    assert.equal(risk.path, 'risks/RISK-02.yaml');
    assert.match(risk.text, /^id: RISK-02\ntitle: Water\n/);
  });
});

describe('a new control', () => {
  it('names the policies that cite its criterion, if it is the first control for it', () => {
    const documented = `${native}=== policies/keys.md
---
title: Keys
satisfies: [CC6.1, CC6.2]
---
Keys are rotated.
`;
    const policiesOf = (criterion: string) =>
      /^policies: .*$/m.exec(
        made(documented, { kind: 'control', criterion, title: 'Rotate keys' }).text,
      )?.[0];
    assert.equal(policiesOf('CC6.2'), 'policies: [keys]');
    assert.equal(policiesOf('CC6.1'), 'policies: []');
    assert.equal(policiesOf('CC6.3'), 'policies: []');
  });
});

describe('every kind of record, in every layout', () => {
  for (const [layout, example] of Object.entries({ native, comply, plain })) {
    for (const kind of begunKinds) {
      it(`is read as what was asked for, and states no fact: ${kind}, ${layout}`, () => {
        const title = 'A title: of "its" own';
        const answers = { kind, criterion: 'CC6.3', control: '', title, owner: '', due: '' };
        const { path, text } = made(example, answers);
        const file: ExampleFile = { path, text, marks: [], cursor: undefined };
        const { program } = engineOf([...readExample(example), file]);
        const [entry, ...others] = program.records(path);
        assert.deepEqual(others, []);
        const { shape } = entry ?? assert.fail(`${path} is no record:\n${text}`);
        assert.deepEqual([shape.kind, shape.title], [kind, answers.title]);
        const isCiting = /satisfies/.test(text);
        assert.equal(shape.satisfies.length, isCiting ? 1 : 0);
        assert.doesNotMatch(text, /^(?:approved|reviewed|performed|effective|collected)\w*: \S/m);
      });
    }
  }
});

describe('ids with more digits than can be counted', () => {
  it('are no numbering: the next has a number behind it', () => {
    assert.equal(nextFree('EV-20260130123456788', new Set()), 'EV-20260130123456788-2');
    assert.equal(nextFree('EV-999999999999999', new Set()), 'EV-1000000000000000');
    const example = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
=== evidence/a.yaml
- {id: EV-20260130123456788, title: List}
- {id: EV-20260130123456789, title: List}
`;
    const answers = { kind: 'evidence', control: '', title: 'User list' };
    assert.equal(asked(example, answers).value, 'user-list');
  });
});

describe('whatever is answered', () => {
  it('is asked for again, or refused, or becomes a record that says just that', () => {
    const files = readExample(native);
    const answers = fc.record(
      {
        kind: fc.constantFrom(...begunKinds),
        criterion: fc.constantFrom('CC6.1', '', 'CC6', 'x'),
        control: fc.constantFrom('AC-01', '', 'x'),
        title: fc.string({ unit: 'binary' }),
        id: fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w.-]{1,12}$/)),
      },
      { requiredKeys: ['kind', 'criterion', 'control', 'title'] },
    );
    const folder = fc.constantFrom(undefined, '', 'registers', 'a b', 'templates', 'policies/x');
    fc.assert(
      fc.property(answers, folder, (given, place) => {
        const step = stepIn(native, given, place === undefined ? {} : { folder: place });
        if (!('record' in step)) return;
        const { path, text } = step.record;
        const file: ExampleFile = { path, text, marks: [], cursor: undefined };
        const engine = engineOf([...files, file]);
        const [record, ...others] = engine.program.records(path).map(({ shape }) => shape);
        assert.deepEqual(others, [], path);
        assert.deepEqual(
          [record?.kind, record?.id?.text, record?.title],
          [given.kind, given.id?.trim(), onOneLine(given.title)],
        );
      }),
    );
  });
});
