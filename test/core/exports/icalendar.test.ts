import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DayEvent, icalendar } from '../../../server/src/core/exports/icalendar.ts';

const event: DayEvent = {
  names: ['soc2-2026', 'AC-01', '2026-Q1'],
  day: '2026-03-31',
  summary: 'AC-01 2026-Q1: evidence due',
  description: ['Quarterly access reviews', 'Missing: github'],
};

test('a calendar has one event for the whole of a day', () => {
  assert.equal(
    icalendar([event], '2026-03-20'),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tickmark//Evidence due//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:soc2-2026.AC-01.2026-Q1@tickmark',
      'DTSTAMP:20260320T000000Z',
      'DTSTART;VALUE=DATE:20260331',
      'DTEND;VALUE=DATE:20260401',
      'SUMMARY:AC-01 2026-Q1: evidence due',
      'DESCRIPTION:Quarterly access reviews\\nMissing: github',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:AC-01 2026-Q1: evidence due',
      'TRIGGER:-P7D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('an event ends on the day after, also where a month or a year ends', () => {
  const endOf = (day: string) => /DTEND;VALUE=DATE:(\d+)/.exec(icalendar([{ ...event, day }], day))?.[1];
  assert.equal(endOf('2026-12-31'), '20270101');
  assert.equal(endOf('2028-02-28'), '20280229');
  assert.equal(endOf('2027-02-28'), '20270301');
});

test('what would be syntax is escaped, and a summary stays on one line', () => {
  const text = icalendar([{ ...event, summary: 'Okta, AWS; C:\\x\r\nEND:VEVENT\u2028y' }], '2026-03-20');
  assert.match(text, /\r\nSUMMARY:Okta\\, AWS\\; C:\\\\x END:VEVENT y\r\n/);
});

test('ids differ where a name differs, and no name looks like several', () => {
  const uidOf = (...names: string[]) =>
    /UID:(.*?)\r\n[^ ]/s.exec(icalendar([{ ...event, names }], event.day))?.[1];
  const all = [
    uidOf('a.b', 'c'),
    uidOf('a', 'b.c'),
    uidOf('a', 'b', 'c'),
    uidOf('a_002eb', 'c'),
    uidOf('A', 'b', 'c'),
  ];
  assert.equal(new Set(all).size, all.length, all.join(' '));
  assert.equal(uidOf('Zugänge/1', '2026'), 'Zug_00e4nge_002f1.2026@tickmark');
});

test('lines are folded between characters, and unfolded again they are what was said', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), (summary, description) => {
      const text = icalendar([{ ...event, names: [summary], summary, description }], event.day);
      const lines = text.split('\r\n');
      assert.ok(lines.every(line => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)));
      assert.ok(
        !text.includes('\ufffd') || `${summary}${description.join('')}`.match(/[\ufffd\ud800-\udfff]/u),
      );
      const whole = text.replaceAll('\r\n ', '').split('\r\n');
      const said = whole.find(line => line.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length);
      assert.equal(said?.replace(/\\(.)/gu, '$1'), summary.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
      assert.equal(whole.length, description.length > 0 ? 20 : 19);
    }),
  );
});
