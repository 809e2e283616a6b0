import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentationAmong, limitWords } from '../../server/src/workspace/documentation.ts';
import { MemoryFiles } from './memoryFiles.ts';

describe('what lies in a folder', () => {
  it('is told by the first 5,000 pages, which is said, and others have their turn between them', async () => {
    const files = new MemoryFiles();
    files.read = () => '# Door policy\n';
    const lookInto = async (count: number) => {
      let pauses = 0;
      const paths = Array.from({ length: count }, (_, i) => `${i}.md`);
      const found = await documentationAmong(files, '/w', paths, () => void pauses++);
      return [found.pages.length, pauses, limitWords(found)];
    };
    assert.deepEqual(await lookInto(5000), [5000, 5000, undefined]);
    assert.deepEqual(await lookInto(5001), [5000, 5000, 'the first 5,000 pages']);
  });
});
