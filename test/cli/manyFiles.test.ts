// From some 800 files on a second thread reads beside the first: what is found must not depend on it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';
import { emptyFolder } from '../workspace/folder.ts';
import { tickmarkJson } from './tickmark.ts';

describe('a program of many files', () => {
  it('has the findings that one thread finds', async t => {
    const folder = emptyFolder(t);
    for (const { path, text } of generate({ documents: 1000, seed: 7 })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { programs } = await discover(diskFiles, folder, 'named');
    const [program] = programs;
    assert.ok(program && program.paths.length > 1000);
    const { host } = await load(diskFiles, program, { today: '2026-02-15', report: undefined });
    const expected = [...host.engine.allFindings()].map(
      ({ rule, path, message }) => `${path} ${rule} ${message}`,
    );
    assert.ok(expected.length > 500);

    const { findings }: { findings: readonly { rule: string; file: string; message: string }[] } =
      tickmarkJson(folder, 'check', '--as-of', '2026-02-15');
    const found = findings.map(({ rule, file, message }) => `${file} ${rule} ${message}`);
    assert.deepEqual(found, expected);
  });
});
