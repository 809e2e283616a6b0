// Which ids in a body are ours: those of a single-letter series only where something around them says so.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { envelopeOf } from '../../../server/src/core/formats/envelope.ts';
import { bodyCitations } from '../../../server/src/core/formats/mentions.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';

/** The ids that a document's body cites, with either line end. */
function cited(...lines: readonly string[]): string[] {
  const [ids = [], ...others] = ['\n', '\r\n'].map(lineEnd => {
    const text = lines.join(lineEnd);
    const { bodyStart } = envelopeOf(text, false);
    return bodyCitations(text, bodyStart, scanMarkdown(text, bodyStart), tsc).map(({ id }) => id);
  });
  for (const other of others) assert.deepEqual(other, ids);
  return ids;
}

describe('an id of one letter', () => {
  it('is ours below a heading, or a title, that says so', () => {
    assert.deepEqual(cited('# SOC 2: staying up', '', '## 1. Machines', '', '### A1.1', 'Text.'), ['A1.1']);
    assert.deepEqual(cited('SOC 2', '=====', '', 'Machines', '---', '', '> - A1.1'), ['A1.1']);
    assert.deepEqual(cited('# Map', '## SOC 2', '### Sure', '| A1.1 | A.8.13 |', '## ISO', 'C1.1'), ['A1.1']);
    assert.deepEqual(cited('# TSC: Confidentiality', '# Other', 'C1.1'), ['C1.1']);
  });

  it('is ours by the title of the front matter, and by a key for our criteria', () => {
    assert.deepEqual(cited('---', 'title: "SOC 2 map"', '---', '# Map', 'P8.1'), ['P8.1']);
    assert.deepEqual(cited('---', 'tsc_criteria: [A1]', '---', '# Map', '* A1.2', '* A1.3'), [
      'A1.2',
      'A1.3',
    ]);
    assert.deepEqual(cited('---', 'satisfies: {TSC: [CC7.4]}', '---', '# Outages', 'P1.1 is the worst.'), []);
  });

  it('is ours by any usual words for our criteria in its section', () => {
    for (const words of [
      ...[
        'Trust Service Criteria',
        'trust services criteria',
        'Trust service category',
        'trust services criterion',
      ],
      ...['TSP 100', 'TSP section 100', 'soc 2', 'SOC2', 'SOC\u00a02', 'Trust Services', 'PI1.1'],
    ]) {
      assert.deepEqual(cited('# Map', `${words}: A1.1`).slice(-1), ['A1.1'], words);
      assert.deepEqual(cited('# Map', `The ${words}`, '', '- A1.1').slice(-1), ['A1.1'], words);
    }
  });

  it('is nothing of ours without', () => {
    for (const words of ['Severity', 'tsc --build', 'a trust service provider', 'Annex', 'SOC 21', 'PI 1']) {
      assert.deepEqual(cited('# Map', `${words}: A1.1, P1.1, C1.2`), [], words);
    }
    assert.deepEqual(cited('# SOC 2', 'Incidents of severity P1 to P4, changes of class C1 to C4.'), []);
    assert.deepEqual(cited('# SOC 2', '```mermaid', 'A1.1 --> A1.2', '```', 'Annex A.8.24, A.5.1'), []);
    assert.deepEqual(cited('# Map', '## SOC 2', 'Text.', '## Severities', 'P1.1'), []);
  });
});

describe('a slip in the series of an id', () => {
  it('is cited among other ids', () => {
    assert.deepEqual(cited('- SOC 2', '  - CCC6.4', '  - CC6.1'), ['CCC6.4', 'CC6.1']);
    assert.deepEqual(cited('CC6.1, CCC6.4, and CC6.5'), ['CC6.1', 'CCC6.4', 'CC6.5']);
    assert.deepEqual(cited('| CC6.1 | x |', '| --- | --- |', '| CC6.2 | CCC6.3 |'), [
      'CC6.1',
      'CC6.2',
      'CCC6.3',
    ]);
    assert.deepEqual(cited('1. PI1.2', '2. PP1.3'), ['PI1.2', 'PP1.3']);
    assert.deepEqual(cited('* PI1.2', '* PP1.3'), ['PI1.2', 'PP1.3']);
  });

  it('is nothing in running text, in code, or where no criterion is near it', () => {
    assert.deepEqual(cited('The CCC6.4 of CC6.1 is a part number.'), ['CC6.1']);
    assert.deepEqual(cited('CC6.1, `CCC6.4`'), ['CC6.1']);
    assert.deepEqual(cited('CC6.1, CCC99'), ['CC6.1']);
    assert.deepEqual(cited('CC6.1, CCC9.9'), ['CC6.1']);
  });
});
