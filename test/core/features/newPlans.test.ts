// New records about something that is open: a narrative for a description criterion, and a task for a gap.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asked, labels, made, native, stepIn } from './newRecordSteps.ts';

describe('a narrative for a description criterion', () => {
  const answers = { kind: 'narrative', criterion: 'DC 4' };

  it('is offered its title, and names it', () => {
    assert.deepEqual(labels(asked(native, answers)), ['Significant incidents']);
    const { text } = made(native, { ...answers, title: 'Incidents' });
    assert.match(text, /^describes: \[DC 4\]$/m);
  });

  it('is the only record that is for one', () => {
    const step = stepIn(native, { kind: 'control', criterion: 'DC 4' });
    assert.match('problem' in step ? step.problem : '', /^This program has no criterion `DC 4`/);
  });
});

describe('a task that closes a gap', () => {
  const people = native.replace('report:', 'people: [{id: omar, name: Omar Haddad, role: CTO}]\nreport:');
  const answers = { kind: 'task', criterion: 'CC6.3' };

  it('is offered a title, then its owner, then a due date, and states none by itself', () => {
    assert.deepEqual(labels(asked(people, answers)), [
      'Write and implement a control for CC6.3 (access by role)',
    ]);
    const title = 'Write it';
    const owner = asked(people, { ...answers, title });
    assert.equal(owner.asks, 'owner');
    assert.deepEqual(owner.choices[0], { value: 'omar', label: 'omar', description: 'Omar Haddad · CTO' });
    assert.deepEqual(owner.choices.at(-1), { value: '', label: 'No owner yet' });
    const due = asked(people, { ...answers, title, owner: 'omar' });
    assert.deepEqual([due.asks, due.value], ['due', '']);
    const { text } = made(people, { ...answers, title, owner: '', due: '' });
    assert.match(text, /^owner: ?\ngap: CC6\.3\ndue: ?\nstatus: open$/m);
  });

  it('says what was answered', () => {
    const { text } = made(people, { ...answers, title: 'Write it', owner: 'omar', due: '2026-12-11' });
    assert.match(text, /^owner: omar\ngap: CC6\.3\ndue: 2026-12-11\nstatus: open$/m);
  });

  it('is asked for another day where one cannot be read', () => {
    const { asks, problem } = asked(people, { ...answers, title: 'T', owner: '', due: 'soon' });
    assert.deepEqual([asks, problem], ['due', 'Enter a date such as 2026-06-30, or nothing.']);
  });

  it('is for a control too, with what its windows lack as titles', () => {
    const program = `
      === tickmark.yaml
      report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/all.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      === evidence/all.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-05-18}
    `;
    const plan = { kind: 'task', control: 'AC-04' };
    assert.deepEqual(labels(asked(program, plan)), [
      'Record the evidence of AC-04 for 2026-Q1, or a deviation',
    ]);
    const { text } = made(program, { ...plan, title: 'T', owner: '', due: '' });
    assert.match(text, /^gap: AC-04$/m);
  });

  it('is for one of several criteria, which is asked first', () => {
    const { asks, prompt } = asked(people, { kind: 'task', among: 'CC6.3\nCC6.4' });
    assert.deepEqual([asks, prompt], ['criterion', 'Which criterion is the task for?']);
  });
});
