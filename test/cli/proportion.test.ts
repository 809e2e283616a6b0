// What is told of a program stays in proportion to it, whatever stands there; what is decided by it does not change by that.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { manyFindings } from '../../bench/generator/manyFindings.ts';
import { emptyFolder, write } from '../workspace/folder.ts';
import { command, node, nowhere, tickmark, tickmarkJson } from './tickmark.ts';

interface Listed {
  readonly rule: string;
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly unknown[];
}

interface Omitted extends Omit<Listed, 'message' | 'related'> {
  readonly list: string;
  readonly count: number;
}

/** How many UTF-16 units each document has. */
const size = 20_000;
const most = 100;

/** A program with a document of each kind. */
function program(t: TestContext): { readonly folder: string; readonly length: number } {
  const folder = emptyFolder(t);
  write(folder, 'tickmark.yaml', '');
  let length = 0;
  for (const { path, text } of manyFindings) {
    const content = text(size);
    write(folder, path, content);
    length += content.length;
  }
  return { folder, length };
}

/** How many there are of each file, rule and severity. */
function tally(found: readonly (Listed | Omitted)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of found) {
    const key = `${one.file} ${one.rule} ${one.severity}`;
    counts[key] = (counts[key] ?? 0) + ('count' in one ? one.count : 1);
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

describe('a program of very many findings', () => {
  it('is told of in proportion, with everything counted', t => {
    const { folder, length } = program(t);
    const json = tickmark(folder, 'check', '--format', 'json');
    const text = tickmark(folder, 'check');
    assert.deepEqual([json.code, text.code], [1, 1]);
    assert.ok(json.stdout.length < 10 * length, `${json.stdout.length} of JSON for ${length}`);
    assert.ok(text.stdout.length < 3 * length, `${text.stdout.length} of text for ${length}`);

    const some = JSON.parse(json.stdout);
    const listed: readonly Listed[] = some.findings;
    const omitted: readonly Omitted[] = some.omitted;
    for (const count of Object.values(tally(listed))) assert.ok(count <= most);
    for (const { message, related } of listed) {
      assert.ok(message.length < 1500, message);
      assert.ok(related.length <= 10, message);
    }
    const all = tickmarkJson(folder, 'check', '--all');
    assert.deepEqual(all.omitted, []);
    assert.deepEqual(
      tally([...listed, ...omitted.filter(({ list }) => list === 'findings')]),
      tally(all.findings),
    );
    assert.deepEqual(
      tally([...some.suppressed, ...omitted.filter(({ list }) => list === 'suppressed')]),
      tally(all.suppressed),
    );
    assert.deepEqual(some.summary, all.summary);
    assert.ok(some.suppressed.length > 0 && omitted.some(({ list }) => list === 'suppressed'));

    const { count } =
      omitted.find(({ rule, file }) => rule === 'criteria/unknown' && /in-a-list/.test(file)) ?? {};
    assert.ok(
      text.stdout.includes(
        `\n… and ${count} more \`criteria/unknown\` findings in controls/unknown-ids-in-a-list.yaml; --all lists them\n`,
      ),
    );
  });

  it('has every finding in its baseline', t => {
    const folder = emptyFolder(t);
    write(folder, 'tickmark.yaml', 'rules: {preset: start}\n');
    const ids = Array.from({ length: 250 }, (_, i) => `CC99.${i + 1}`);
    write(folder, 'controls/a.yaml', `id: A\nsatisfies: [CC6.1, ${ids.join(', ')}]\n`);
    assert.equal(tickmark(folder, 'check', '--baseline', 'base.json').code, 0);
    const { findings } = JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8'));
    assert.equal(findings.length, 250);
    const again = tickmarkJson(folder, 'check', '--baseline', 'base.json');
    assert.deepEqual([again.summary.known, again.findings, again.omitted], [250, [], []]);
    write(folder, 'controls/a.yaml', `id: A\nsatisfies: [CC6.1, ${ids.join(', ')}, CC98.1]\n`);
    const { code, stdout } = tickmark(folder, 'check', '--baseline', 'base.json');
    assert.equal(code, 1);
    assert.match(stdout, /`CC98\.1` is not a criterion/);
  });

  it('ends as all its findings say, listed or not', t => {
    const folder = emptyFolder(t);
    const rules = 'rules: {preset: start, criteria/unknown: warning}\n';
    write(folder, 'tickmark.yaml', rules);
    const ids = Array.from({ length: 250 }, (_, i) => `CC99.${i + 1}`);
    write(folder, 'controls/a.yaml', `id: A\nsatisfies: [CC6.1, ${ids.join(', ')}]\n`);
    const args = ['check', '--format', 'json'] as const;
    assert.equal(JSON.parse(tickmark(folder, ...args).stdout).summary.warnings, 250);
    assert.equal(tickmark(folder, ...args).code, 1);
    assert.equal(tickmark(folder, ...args, '--fail-on', 'error').code, 0);
  });

  it('is written whole to whoever reads slowly, and is no error to whoever stops', async t => {
    const { folder } = program(t);
    const args = [command, 'check', '--all', '--format', 'json'];
    const options = { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: nowhere } };
    const slow = spawn(node, args, options);
    const chunks: Buffer[] = [];
    // Each piece is taken a turn after the one before.
    for await (const chunk of slow.stdout) {
      chunks.push(chunk);
      await new Promise(resolve => setImmediate(resolve));
    }
    const { summary, findings } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { errors, warnings, information, hints } = summary;
    assert.equal(findings.length, errors + warnings + information + hints);

    const cut = spawn(node, args, options);
    let complaint = '';
    cut.stderr.setEncoding('utf8').on('data', text => {
      complaint += text;
    });
    cut.stdout.once('data', () => cut.stdout.destroy());
    const [code] = await once(cut, 'close');
    assert.deepEqual([code, complaint], [1, '']);
  });
});
