import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type CitationContext,
  citationsIn,
  withPointOfSuffix,
} from '../../../server/src/core/catalog/citations.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';

/** Each citation as `words=id`, with what is special about it. */
function cited(text: string, context: CitationContext): string[] {
  return citationsIn(text, 0, text.length, context, tsc).map(citation => {
    const { start, end, id, form, misspelled, point, noRange } = citation;
    const notes = [
      noRange ? `${noRange.why} in ${text.slice(start, noRange.end)}` : '',
      form === 'group' ? 'group' : '',
      misspelled ? 'misspelled' : '',
      point === undefined ? '' : `point ${point}`,
    ];
    return [`${text.slice(start, end)}=${id}`, ...notes.filter(Boolean)].join(' ');
  });
}

describe('citations in a value', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['CC6.1', ['CC6.1=CC6.1']],
    ['"CC6.1"', ['CC6.1=CC6.1']],
    ['TSC:CC6.1', ['CC6.1=CC6.1']],
    ['CC7.3 - Incident Detection', ['CC7.3=CC7.3']],
    ['SOC 2 CC5.2, CC6.1', ['CC5.2=CC5.2', 'CC6.1=CC6.1']],
    ['cc6.1', ['cc6.1=CC6.1 misspelled']],
    ['CC 6.1', ['CC 6.1=CC6.1 misspelled']],
    ['cc_6_1', ['cc_6_1=CC6.1 misspelled']],
    ['CC-6.1', ['CC-6.1=CC6.1 misspelled']],
    ['CC06.01', ['CC06.01=CC6.1 misspelled']],
    ['a1.2', ['a1.2=A1.2 misspelled']],
    ['CC6.1-POF2', ['CC6.1-POF2=CC6.1 point 2']],
    ['CC6.1 PoF 2', ['CC6.1 PoF 2=CC6.1 point 2']],
    ['CC6.1.2', ['CC6.1.2=CC6.1']],
    ['CC6.1.b', ['CC6.1.b=CC6.1']],
    ['CC6', ['CC6=CC6 group']],
    ['CC6 series', ['CC6 series=CC6 group']],
    ['CC6.*', ['CC6.*=CC6 group']],
    ['A1', ['A1=A1 group']],
    ['CC9.9', ['CC9.9=CC9.9']],
    ['PP1.1', ['PP1.1=PP1.1']],
    ['CCC1.4', ['CCC1.4=CCC1.4']],
    ['CC6.1–CC6.4', ['CC6.1=CC6.1', 'CC6.1–CC6.4=CC6.2', 'CC6.1–CC6.4=CC6.3', 'CC6.4=CC6.4']],
    ['CC6.1 to CC6.3', ['CC6.1=CC6.1', 'CC6.1 to CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.1-6.3', ['CC6.1=CC6.1', 'CC6.1-6.3=CC6.2', '6.3=CC6.3']],
    ['CC1.4–CC2.1', ['CC1.4=CC1.4', 'CC1.4–CC2.1=CC1.5', 'CC2.1=CC2.1']],
    ['CC6.1 through CC6.3', ['CC6.1=CC6.1', 'CC6.1 through CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.1-CC6.3', ['CC6.1=CC6.1', 'CC6.1-CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['cc6.1 - CC 6.3', ['cc6.1=CC6.1 misspelled', 'cc6.1 - CC 6.3=CC6.2', 'CC 6.3=CC6.3 misspelled']],
    ['CC6.1.a–CC6.3', ['CC6.1.a=CC6.1', 'CC6.1.a–CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6–CC8', ['CC6=CC6 group', 'CC6–CC8=CC7 group', 'CC8=CC8 group']],
    ['CC9.1–CC9.5', ['CC9.1=CC9.1', 'CC9.1–CC9.5=CC9.2', 'CC9.5=CC9.5']],
    ['CC9.1–9', ['CC9.1=CC9.1', 'CC9.1–9=CC9.2', '9=CC9.9']],
    ['CC9.1–CC42.1', ['CC9.1=CC9.1', 'CC42.1=CC42.1']],
    ['CC6.3–CC6.1', ['CC6.3=CC6.3 reversed in CC6.3–CC6.1', 'CC6.1=CC6.1']],
    ['[CC1.1, CC6.3 to CC6.1]', ['CC1.1=CC1.1', 'CC6.3=CC6.3 reversed in CC6.3 to CC6.1', 'CC6.1=CC6.1']],
    ['CC9.2 - A1.2', ['CC9.2=CC9.2 mixed in CC9.2 - A1.2', 'A1.2=A1.2']],
    ['CC8 – CC6', ['CC8=CC8 reversed in CC8 – CC6 group', 'CC6=CC6 group']],
    ['CC6.1–CC6.1', ['CC6.1=CC6.1', 'CC6.1=CC6.1']],
    ['CC6.1 - CC6', ['CC6.1=CC6.1', 'CC6=CC6 group']],
    [
      'CC6.1-POF1 – CC6.1-POF3',
      ['CC6.1-POF1=CC6.1 point 1', 'CC6.1-POF1 – CC6.1-POF3=CC6.1 point 2', 'CC6.1-POF3=CC6.1 point 3'],
    ],
    ['CC‑6.1', ['CC‑6.1=CC6.1 misspelled']],
    ['CC\u00a06.1, CC\u20076.2', ['CC\u00a06.1=CC6.1 misspelled', 'CC\u20076.2=CC6.2 misspelled']],
    ['CC\u200b6.1', ['CC\u200b6.1=CC6.1 misspelled']],
    ...[
      'CC6.1--CC6.3',
      'CC6.1..CC6.3',
      'CC6.1 ... CC6.3',
      'CC6.1 thru CC6.3',
      'CC6.1&ndash;CC6.3',
      'CC6.1−CC6.3',
    ].map((text): readonly [string, readonly string[]] => [
      text,
      ['CC6.1=CC6.1', `${text}=CC6.2`, 'CC6.3=CC6.3'],
    ]),
    ['CC6.1..6.3', ['CC6.1=CC6.1', 'CC6.1..6.3=CC6.2', '6.3=CC6.3']],
    ['A1.0 - A1.3', ['A1.0 - A1.3=A1.1', 'A1.0 - A1.3=A1.2', 'A1.3=A1.3']],
    ['CC9.0–9.2', ['CC9.0–9.2=CC9.1', '9.2=CC9.2']],
    ['CC9.0', ['CC9.0=CC9.0']],
    ['CC6.1.a - CC6.3.b', ['CC6.1.a=CC6.1', 'CC6.1.a - CC6.3.b=CC6.2', 'CC6.3.b=CC6.3']],
    ['CC7.1, 7.2', ['CC7.1=CC7.1', '7.2=CC7.2']],
    ['CC2.1, 2.2 and 2.3; 8.1', ['CC2.1=CC2.1', '2.2=CC2.2', '2.3=CC2.3', '8.1=CC8.1']],
    ['CC6.1 / 6.2 & 6.9', ['CC6.1=CC6.1', '6.2=CC6.2', '6.9=CC6.9']],
    ['CC6.1, 6.3-6.5, 7.1', ['CC6.1=CC6.1', '6.3=CC6.3', '6.3-6.5=CC6.4', '6.5=CC6.5', '7.1=CC7.1']],
    ['CC7.1,\r\n  7.2', ['CC7.1=CC7.1', '7.2=CC7.2']],
    ['CC6.1 - TLS 1.2 or later', ['CC6.1=CC6.1']],
    ['A1.2, 99.9 % of the time', ['A1.2=A1.2']],
    ['CC7.1, 2.5 hours', ['CC7.1=CC7.1']],
    ['CC6.1-3', ['CC6.1=CC6.1', 'CC6.1-3=CC6.2', '3=CC6.3']],
    ['CC6.1–8', ['CC6.1=CC6.1', ...['2', '3', '4', '5', '6', '7'].map(n => `CC6.1–8=CC6.${n}`), '8=CC6.8']],
    ['CC6.1-01', ['CC6.1=CC6.1']],
    ['CC6.1-9', ['CC6.1=CC6.1']],
    ['CC6.1.1-3', ['CC6.1.1=CC6.1']],
    ['CC6.1-Access', ['CC6.1=CC6.1']],
    ['CC6.1_access', ['CC6.1=CC6.1']],
    ['CC6.1a', ['CC6.1a=CC6.1']],
    ['TSC_CC6.1', ['CC6.1=CC6.1']],
    ['SOC2-CC6.1', ['CC6.1=CC6.1']],
    ['access control', []],
    ['A.8.24', []],
    ['CIS 5.1', []],
    ['AC-2.1', []],
    ['AC-2(3)', []],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text}`, () => assert.deepEqual(cited(text, 'value'), expected));
  }
});

describe('citations in prose', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['as CC6.1 asks (CC6.2).', ['CC6.1=CC6.1', 'CC6.2=CC6.2']],
    ['CC6.1/CC6.2', ['CC6.1=CC6.1', 'CC6.2=CC6.2']],
    ['CC6.1&ndash;CC6.3', ['CC6.1=CC6.1', 'CC6.1&ndash;CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.1&#8211;CC6.3.', ['CC6.1=CC6.1', 'CC6.1&#8211;CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['see CC6.1--CC6.3', ['CC6.1=CC6.1', 'CC6.1--CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.1 thru CC6.3', ['CC6.1=CC6.1', 'CC6.1 thru CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.0 - CC6.2', ['CC6.0 - CC6.2=CC6.1', 'CC6.2=CC6.2']],
    ['CC\u00a06.1 and CC‑6.2', ['CC\u00a06.1=CC6.1 misspelled', 'CC‑6.2=CC6.2 misspelled']],
    ['CC7.1, 7.2 and 7.3.', ['CC7.1=CC7.1', '7.2=CC7.2', '7.3=CC7.3']],
    ['CC7.1, 8.1 of the manual, 7.2', ['CC7.1=CC7.1']],
    ['CC6.1, 6.5 % of all', ['CC6.1=CC6.1']],
    ['CC6.1... CC6.3 too', ['CC6.1=CC6.1', 'CC6.3=CC6.3']],
    ['the CC6 series', ['CC6 series=CC6 group']],
    ['*see CC6.*', ['CC6=CC6 group']],
    ['| CC6.0 | Access |', ['CC6.0=CC6 group']],
    ['control CC6.1-01 and CTRL-CC6.1', []],
    ['docs/CC6.1 and v1.CC6.1', []],
    ['Creative Commons CC 4.0', []],
    ['CC 6.1 is readable', ['CC 6.1=CC6.1 misspelled']],
    ['an incident of severity P1, or ISO A.8.24, or A1', []],
    ['P1.1', ['P1.1=P1.1']],
    ['CC6.1–CC6.3 hold', ['CC6.1=CC6.1', 'CC6.1–CC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['CC6.1 –\nCC6.3 hold', ['CC6.1=CC6.1', 'CC6.1 –\nCC6.3=CC6.2', 'CC6.3=CC6.3']],
    ['- CC6.1\n- CC6.3', ['CC6.1=CC6.1', 'CC6.3=CC6.3']],
    ['– CC6.1\r\n– CC6.3', ['CC6.1=CC6.1', 'CC6.3=CC6.3']],
    ['CC6.1–3 hold', ['CC6.1=CC6.1', 'CC6.1–3=CC6.2', '3=CC6.3']],
    ['CC6.3–CC6.1 hold', ['CC6.3=CC6.3 reversed in CC6.3–CC6.1', 'CC6.1=CC6.1']],
    ['moved from CC6.3 to CC6.1', ['CC6.3=CC6.3', 'CC6.1=CC6.1']],
    ['CC9.2 - A1.2 and CC9.2–A1.2', ['CC9.2=CC9.2', 'A1.2=A1.2', 'CC9.2=CC9.2', 'A1.2=A1.2']],
    ['CC6.1-CC6.3-01 is a code', ['CC6.1=CC6.1']],
    ['CC6.1. Then', ['CC6.1=CC6.1']],
    ['TSC/CC6.1', ['CC6.1=CC6.1']],
    ['see Annex A1.2, Table C1.1, section P3.1 and section CC6.1', ['CC6.1=CC6.1']],
    ['under CC0 1.0 Universal', []],
    ['cost center CC42, budget line CC10.5', []],
    ['ISO A9.2.3, A5.1 and A12.4', []],
    ['CC6.9 and CC9.9', ['CC6.9=CC6.9', 'CC9.9=CC9.9']],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text}`, () => assert.deepEqual(cited(text, 'prose'), expected));
  }
});

describe('a citation where suffixes are points', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['CC6.1', ['CC6.1']],
    ['CC6.1.2', ['CC6.1 point 2']],
    ['CC6.1.b', ['CC6.1 point 2']],
    ['CC6.1b', ['CC6.1 point 2']],
    ['CC 6.1.2', ['CC6.1 point 2']],
    ['CC6.1.2.c', ['CC6.1 point 2']],
    ['CC6.1.99', ['CC6.1 point 99']],
    ['CC6.1-POF3', ['CC6.1 point 3']],
    ['CC6.1.b–CC6.3', ['CC6.1 point 2', 'CC6.2', 'CC6.3']],
    ['CC6 series', ['CC6']],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text}`, () => {
      const read = citationsIn(text, 0, text.length, 'value', tsc).map(one => withPointOfSuffix(one, text));
      assert.deepEqual(
        read.map(({ id, form, point }) => (form === 'point' ? `${id} point ${point}` : id)),
        expected,
      );
    });
  }
});

describe('citations in a part of a text', () => {
  it('end with it, whatever follows', () => {
    assert.deepEqual(
      citationsIn('CC6.1–CC6.4', 0, 5, 'value', tsc).map(({ id }) => id),
      ['CC6.1'],
    );
  });

  it('have their places in the whole', () => {
    const [citation] = citationsIn('See CC6.3–CC6.1.', 4, 15, 'value', tsc);
    assert.deepEqual([citation?.start, citation?.end, citation?.noRange?.end], [4, 9, 15]);
  });
});

describe('every citation', () => {
  it('lies inside the part of the text asked for, in order of its start', () => {
    const pieces = fc.constantFrom(
      'CC6.1',
      'cc6.2',
      'P1',
      'A1.2',
      '–',
      '-',
      ' to ',
      'POF2',
      '.b',
      ' ',
      '😀',
      '\r\n',
      'x',
      '/',
      'CC9',
    );
    fc.assert(
      fc.property(
        fc.array(pieces),
        fc.nat(40),
        fc.nat(40),
        fc.constantFrom<CitationContext>('value', 'prose'),
        (parts, a, b, context) => {
          const text = parts.join('');
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          let last = start;
          for (const citation of citationsIn(text, start, end, context, tsc)) {
            assert.ok(citation.start >= start && citation.end <= end && citation.start < citation.end);
            assert.ok(citation.start >= last || citation.end >= last);
            assert.ok(
              !citation.noRange || (citation.end < citation.noRange.end && citation.noRange.end <= end),
            );
            last = citation.start;
          }
        },
      ),
    );
  });
});
