import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { citationsIn } from '../../../server/src/core/catalog/citations.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { leftovers } from '../../../server/src/core/formats/leftovers.ts';

function leftIn(value: string): readonly string[] {
  const around = { start: 0, end: value.length };
  const found = citationsIn(value, 0, value.length, 'value', tsc);
  const isTitle = (words: string): boolean => words === 'Security';
  return leftovers(value, around, found, isTitle).map(({ start, end }) => value.slice(start, end));
}

describe('a value that cites', () => {
  it('leaves over what stands where an id should', () => {
    const values: Readonly<Record<string, readonly string[]>> = {
      'CC6.1 and friends': ['friends'],
      'CC6.1 & its points of focus': ['its points of focus'],
      'CC6.1, 6.x': ['6.x'],
      'CC6.1; A.8.24': ['A.8.24'],
      'CC6,7,8': ['7', '8'],
      'CC6.1, CC6.2, doors': ['doors'],
      'CC6.1, CC6.2, Doors': ['Doors'],
      'CC6.1, CC6.2, n': ['n'],
      'CC6.1, etc.': ['etc'],
      'CC6.1 through the end': ['the end'],
      '6.1, CC6.2': ['6.1'],
      '6.1, 6.2': ['6.1', '6.2'],
    };
    for (const [value, left] of Object.entries(values)) assert.deepEqual(leftIn(value), left, value);
  });

  it('leaves nothing over of ids, labels, and remarks', () => {
    for (const value of [
      ...['CC6.1', 'CC6.1, CC6.2 and 6.3', 'CC6.1 / CC6.2', 'CC6.1–CC6.4', 'CC6.1, CC7', 'CC6.1, CC6.2,'],
      ...['CC6.1 - doors, gates and walls', 'CC6.1: doors; gates', 'CC6.1 Logical and physical access'],
      ...[
        'CC6.1, Logical access',
        'Doors and gates: CC6.4',
        'TSC 2017, CC6.1',
        'CC6.1 (and more)',
        'CC6.1.b',
      ],
      ...['CC7.2, CC7.3, CC7.4, Incident response', 'P1.1, P2.1, Privacy notice', 'CC6.1, CC6.2, Security'],
      ...['CC6.1, CC6.2, n/a', 'CC6.1, CC6.2, N/A'],
      ...['CC6.1, in part', 'CC6.1, but not CC6.2', 'CC6.1, Doors: CC6.4', 'CC6.1-01, CC6.2'],
    ])
      assert.deepEqual(leftIn(value), [], value);
  });
});

describe('ids in other characters', () => {
  const read = (text: string, context: 'value' | 'prose'): readonly string[] =>
    citationsIn(text, 0, text.length, context, tsc).map(
      ({ id, misspelled, start, end }) => `${id} ${misspelled ? 'misspelled ' : ''}${text.slice(start, end)}`,
    );

  it('are read in a value, and are misspelled', () => {
    for (const text of ['СС6.1', 'ＣＣ6.1', 'CC６.１', 'CC6,1', 'CC6.l', 'CC6.I', 'CC6．1', 'CC٦.1'])
      assert.deepEqual(read(text, 'value'), [`CC6.1 misspelled ${text}`]);
    assert.deepEqual(read('CC6.O', 'value'), ['CC6.0 misspelled CC6.O']);
    assert.deepEqual(read('СС6.1–СС6.3', 'value'), [
      'CC6.1 misspelled СС6.1',
      'CC6.2 СС6.1–СС6.3',
      'CC6.3 misspelled СС6.3',
    ]);
  });

  it('are read in prose where they are surely ours', () => {
    assert.deepEqual(read('see СС6.1 and CC６.3', 'prose'), [
      'CC6.1 misspelled СС6.1',
      'CC6.3 misspelled CC６.3',
    ]);
    assert.deepEqual(read('Приложение А1.2, С1.1', 'prose'), []);
  });
});
