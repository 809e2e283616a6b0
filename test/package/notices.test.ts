import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { noticesOf, packagesIn } from '../../scripts/notices.mjs';
import { emptyFolder, write } from '../workspace/folder.ts';
import { metafiles } from './metafiles.ts';

interface Made {
  readonly at: string;
  readonly version?: string;
  readonly license?: unknown;
  readonly files?: Readonly<Record<string, string>>;
}

/** Packages in a folder of their own; gives that, and a metafile of a bundle that took a file of each. */
function packages(t: TestContext, ...made: readonly Made[]) {
  const folder = emptyFolder(t);
  for (const { at, version = '1.0.0', license = 'MIT', files = { LICENSE: `Terms of ${at}.` } } of made) {
    const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
    write(folder, `${at}/package.json`, JSON.stringify({ name, version, license }));
    for (const [file, text] of Object.entries(files)) write(folder, `${at}/${file}`, text);
  }
  const inputs = Object.fromEntries(made.map(({ at }) => [`${at}/lib/index.js`, {}]));
  return { folder, metafile: { inputs: { 'src/main.ts': {}, ...inputs } } };
}

describe('the notices', () => {
  it('have of each package that was bundled its name, version, license and terms, sorted', t => {
    const { folder, metafile } = packages(
      t,
      {
        at: 'node_modules/b',
        files: { 'License.txt': 'B.\r\n', NOTICE: 'Notice of b.', 'README.md': 'No.' },
      },
      { at: 'node_modules/@scope/a', license: 'ISC', files: { 'LICENSE-ISC': 'A.' } },
      { at: 'node_modules/b/node_modules/c', version: '2.0.0', files: { COPYING: 'C 2.' } },
      { at: 'node_modules/c', files: { 'license.md': 'C 1.' } },
    );
    const text = noticesOf([metafile], folder);
    const sections = text.split(/\n\n-{80}\n\n/).slice(1);
    assert.deepEqual(sections, [
      '@scope/a 1.0.0\nLicense: ISC\n\nA.',
      'b 1.0.0\nLicense: MIT\n\nB.\n\nNotice of b.',
      'c 1.0.0\nLicense: MIT\n\nC 1.',
      'c 2.0.0\nLicense: MIT\n\nC 2.\n',
    ]);
    const backward = { inputs: Object.fromEntries(Object.entries(metafile.inputs).reverse()) };
    assert.equal(noticesOf([backward, metafile], folder), text);
  });

  it('are not made where a package brings no terms', t => {
    const { folder, metafile } = packages(t, { at: 'node_modules/bare', files: { 'README.md': 'MIT' } });
    assert.throws(
      () => noticesOf([metafile], folder),
      /^Error: node_modules\/bare: bare 1\.0\.0 is bundled and has no file LICENSE.* Use a version that has one, or do without/,
    );
  });

  it('are not made where a license asks for more than its terms beside the program, or is not stated', t => {
    for (const license of [
      'GPL-3.0-only',
      'MIT AND GPL-2.0',
      'UNLICENSED',
      'SEE LICENSE IN x',
      { type: 'MIT' },
      null,
    ]) {
      const { folder, metafile } = packages(t, { at: 'node_modules/strange', license });
      assert.throws(
        () => noticesOf([metafile], folder),
        /strange 1\.0\.0 is bundled, and its license \(.*\) is not on the list/,
        String(license),
      );
    }
  });

  it('beside the command have every package of each bundle there, and none that only development uses', () => {
    const bundles = metafiles('tickmark.cjs', 'launch.tickmark.cjs', 'core.js', 'lsp.js');
    const text = readFileSync('server/dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    assert.equal(text, noticesOf(bundles));
    const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
      readFileSync('package-lock.json', 'utf8'),
    );
    const all = packagesIn(bundles);
    assert.ok(all.length >= 5, all.join(' '));
    for (const path of all) {
      const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      assert.ok(text.includes(`\n${name} ${version}\nLicense: `), path);
      const terms = readdirSync(path).filter(file => /^licen[sc]e/i.test(file));
      assert.notEqual(terms.length, 0, path);
      for (const file of terms) {
        assert.ok(
          text.includes(readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim()),
          file,
        );
      }
      assert.notEqual(lock.packages[path]?.dev, true, path);
    }
    assert.match(readFileSync('server/dist/LICENSE', 'utf8'), /^MIT License/);
  });
});
