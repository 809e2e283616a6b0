// Every answer of the file system comes some turns of the event loop late, and at each of them in turn something else happens: a
// file is edited, made or removed by somebody else, or opened in the editor. Nothing is lost, and nothing is answered wrongly.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { checkText } from '../../server/src/cli/check/checkText.ts';
import { type Outcome, outcomeOf, type Question } from '../../server/src/cli/check/outcome.ts';
import type { AskedPrograms } from '../../server/src/cli/programs.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { load } from '../../server/src/workspace/load.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { today } from '../fixture.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';

const program = `
  === .git/HEAD
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  rules: {preset: start}
  catalogs: [objectives.yaml]
  === objectives.yaml
  name: Own
  criteria: [{id: O-1, title: One}]
  === controls/sso.md
  ---
  id: AC-01
  satisfies: {TSC: [cc6.1, CC9.9], Own: [O-2]}
  policies: [p, gone]
  ---
  === policies/p.md
  ---
  id: p
  satisfies: [cc6.1]
  ---
  === evidence/q1.yaml
  {id: EV-1, controls: [AC-01], performed: 2026-03-01, source: a.csv}
  === evidence/a.csv
  b
  `;

/** Files on disk whose answers come late. */
class SlowFiles implements Files {
  /** How many answers there were. */
  answers = 0;
  readonly #meanwhile: (answer: number) => void;

  /** @param meanwhile what happens between what an answer says and when it comes; given how many came before */
  constructor(meanwhile: (answer: number) => void = () => undefined) {
    this.#meanwhile = meanwhile;
  }

  list(...asked: Parameters<Files['list']>): ReturnType<Files['list']> {
    return this.#late(diskFiles.list(...asked));
  }

  read(...asked: Parameters<Files['read']>): ReturnType<Files['read']> {
    return this.#late(diskFiles.read(...asked));
  }

  look(...asked: Parameters<Files['look']>): ReturnType<Files['look']> {
    return this.#late(diskFiles.look(...asked));
  }

  upwards(...asked: Parameters<Files['upwards']>): ReturnType<Files['upwards']> {
    return this.#late(diskFiles.upwards(...asked));
  }

  async #late<Answer>(answer: Answer): Promise<Answer> {
    const before = this.answers++;
    for (let turn = 0; turn <= before % 3; turn++) await setImmediate();
    this.#meanwhile(before);
    return answer;
  }
}

/** Something that happens in each folder anew, at one answer after the other. */
async function* atEachAnswer(t: TestContext) {
  for (let at = 0; ; at++) {
    const folder = folderOf(t, program);
    let happens = (): unknown => undefined;
    const files = new SlowFiles(answer => {
      if (answer === at) happens();
    });
    yield { at, folder, files, when: (call: () => unknown) => (happens = call) };
    rmSync(folder, { recursive: true });
    if (files.answers <= at) return;
  }
}

describe('check over a slow disk', () => {
  const question: Question = {
    ...{ today, report: undefined, since: undefined, baseline: undefined, failOn: 'warning' },
    ...{ fix: false, all: false, updateBaseline: false, rules: undefined, quiet: false },
  };

  async function check(files: Files, folder: string, more: Partial<Question> = {}): Promise<Outcome> {
    const { programs, notices, unreadable } = await discover(files, folder, 'named');
    const read = programs.map(async (found): Promise<AskedPrograms['programs'][number]> => {
      const { host, unreadable: unread } = await load(files, found, question);
      const { engine } = host;
      const linesOf = (path: string) => host.lines(path);
      const shown = { shown: '.', fileOf: (path: string) => path, isAsked: () => true };
      return { folder: found, host, files: diskFiles, engine, unreadable: unread, linesOf, ...shown };
    });
    return outcomeOf(
      { ...question, ...more },
      { programs: await Promise.all(read), notices, unreadable, named: 1 },
    );
  }

  const printed = (outcome: Outcome) => [...checkText(outcome)].join('');
  const contents = (folder: string, paths: readonly string[]) =>
    paths.map(path => readFileSync(join(folder, path), 'utf8'));

  it('finds, fixes and records what it does over a quick one', async t => {
    const ran = async (files: Files) => {
      const [folder, base] = [folderOf(t, program), join(emptyFolder(t), 'base.json')];
      const found = await check(files, folder);
      const recorded = await check(files, folder, { fix: true, baseline: base });
      const after = await check(files, folder, { baseline: base });
      assert.deepEqual([found.code, recorded.code, after.code], [1, 0, 0]);
      assert.deepEqual([found.fixed.length, recorded.fixed.length], [0, 2]);
      const left = contents(folder, ['controls/sso.md', 'policies/p.md']);
      return [printed(found), found.counts, after.counts, left, readFileSync(base, 'utf8').length];
    };
    assert.deepEqual(await ran(new SlowFiles()), await ran(diskFiles));
  });

  it('writes over nothing that was written while it was reading', async t => {
    const edited = '---\nid: AC-01\nsatisfies: {TSC: [cc6.2, CC9.9]}\npolicies: [p]\n---\nNew.\n';
    for await (const { at, folder, files, when } of atEachAnswer(t)) {
      when(() => write(folder, 'controls/sso.md', edited));
      await check(files, folder, { fix: true });
      const [left = ''] = contents(folder, ['controls/sso.md']);
      if (files.answers > at) assert.equal(left, edited.replace('cc6.2', 'CC6.2'), `answer ${at}`);
    }
  });
});

describe('the server over a slow disk', () => {
  const over = (files: Files) =>
    new Workspace(
      { files, today: () => today, now: () => performance.now(), pause: async () => undefined },
      { changed: () => undefined, indexing: () => undefined },
    );
  const foundIn = ({ programs }: Workspace) =>
    programs
      .flatMap(({ engine }) =>
        engine.paths().flatMap(path => engine.seen(path).map(({ message }) => `${path} ${message}`)),
      )
      .sort();
  /** What becomes of a file; undefined where it goes. */
  const changes: Readonly<Record<string, readonly [path: string, text: string | undefined]>> = {
    'a document is edited': ['policies/p.md', '---\nid: q\nsatisfies: [CC9.7]\n---\n'],
    'a document is made': ['controls/new.md', '---\nid: AC-02\nsatisfies: [CC9.8]\n---\n'],
    'a document is removed': ['controls/sso.md', undefined],
    'the manifest comes to leave documents out': ['tickmark.yaml', 'exclude: [policies/**]\n'],
  };

  for (const [what, [path, text]] of Object.entries(changes)) {
    it(`finds what there is in the end, and what is open as it is, where ${what}`, async t => {
      for await (const { at, folder, files, when } of atEachAnswer(t)) {
        const workspace = over(files);
        const open = `${folder}/evidence/q1.yaml`;
        const buffer = '{id: EV-1, controls: [AC-09], performed: 2026-03-01, source: a.csv}\n';
        when(() => {
          if (text === undefined) rmSync(join(folder, path));
          else write(folder, path, text);
          void workspace.filesChanged([`${folder}/${path}`]);
          void workspace.setText(open, buffer);
        });
        await workspace.setFolders([folder]);
        await workspace.idle;
        const fresh = over(diskFiles);
        if (files.answers > at) void fresh.setText(open, buffer);
        await fresh.setFolders([folder]);
        assert.deepEqual(foundIn(workspace), foundIn(fresh), `answer ${at}`);
      }
    });
  }
});
