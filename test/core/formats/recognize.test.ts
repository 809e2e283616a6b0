import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recognize } from '../../../server/src/core/formats/recognize.ts';
import type { Asked } from '../../../server/src/core/formats/recognizePages.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';

/** What a fixture's folder is found to be, and the paths that were read for it. */
function recognized(fixture: string, asked: Asked = 'no') {
  const texts = new Map(readExample(fixture).map(({ path, text }) => [path, text]));
  const read: string[] = [];
  const found = atOnce(
    recognize(
      [...texts.keys()],
      path => {
        read.push(path);
        return texts.get(path);
      },
      asked,
    ),
  );
  return { found: found?.is === 'program' ? found.layout : found?.notice, read };
}

describe('a layout', () => {
  const front = '---\nsatisfies: [CC6.1]\n---\n';
  const bare = 'name: A\nsatisfies: {TSC: [CC6.1]}\n---\nText.\n';

  it('is ours where two of its folders cite, by either key', () => {
    assert.equal(recognized(`=== policies/a.md\n${front}=== controls/b.md\n`).found, 'native');
    assert.equal(
      recognized('=== policies/a.md\n---\ntsc_criteria: [CC6.1]\n---\n=== procedures/b.md\n').found,
      'native',
    );
    assert.equal(recognized('=== policies/a.md\nText.\n=== controls/b.md\nText.\n').found, undefined);
    assert.equal(recognized(`=== policies/a.md\n${front}=== src/b.md\n`).found, undefined);
  });

  it('is that of Comply without the opening fence, unless there is a folder of controls', () => {
    assert.equal(recognized(`=== policies/a.md\n${bare}=== procedures/b.md\n`).found, 'comply');
    assert.equal(recognized(`=== policies/a.md\n${bare}=== controls/b.md\n`).found, 'native');
  });

  it('is told by the first documents, not by all of ten thousand', () => {
    const many = Array.from({ length: 500 }, (_, i) => `=== policies/p${i}.md\n${front}`).join('');
    assert.equal(recognized(`=== controls/a.md\n${front}${many}`).read.length, 1);
    assert.equal(recognized(`=== procedures/a.md\n${front}${many}`).read.length, 100);
  });
});

describe('an OpenControl project', () => {
  it('is told with the standards that it names', () => {
    const component = (standard: string) =>
      `satisfies:\n  - standard_key: ${standard}\n    control_key: AC-2\n`;
    const fixture = `=== opencontrol.yaml\n=== a/component.yaml\n${component('"NIST-800-53" ')}=== b/component.yaml\n${component('PCI')}`;
    assert.match(recognized(fixture).found ?? '', /with 2 components, measured against NIST-800-53, PCI,/);
  });
});
