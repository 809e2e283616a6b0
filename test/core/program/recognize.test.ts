import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateFolders, recognize } from '../../../server/src/core/formats/recognize.ts';
import type { Asked } from '../../../server/src/core/formats/recognizePages.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';

/** What a folder with these files is: its layout, the notice on it, or nothing. */
function recognized(fixture: string, asked: Asked = 'no'): string {
  const texts = new Map(readExample(fixture).map(({ path, text }) => [path, text]));
  const found = atOnce(recognize([...texts.keys()], path => texts.get(path), asked));
  if (!found) return 'nothing';
  return found.is === 'program' ? found.layout : found.notice;
}

const satisfies = '---\nsatisfies: [CC6.1]\n---\n';
const bare = 'name: A\nacronym: A\nsatisfies:\n  TSC: [CC6.1]\n---\nText.\n';

describe('a folder is recognized', () => {
  const cases: readonly (readonly [name: string, fixture: string, what: string])[] = [
    ['by an empty manifest', '=== tickmark.yaml\n', 'native'],
    [
      'by its manifest before all else',
      `=== tickmark.yaml\n=== comply.yml\n=== policies/a.md\n${bare}`,
      'native',
    ],
    ["by Comply's file", '=== comply.yml\n=== policies/a.md\nText.\n', 'comply'],
    [
      'by two conventional folders with a mapping',
      `=== policies/a.md\n${satisfies}=== controls/b.md\n`,
      'native',
    ],
    [
      'by a mapping in YAML',
      '=== policies/a.md\n=== controls/b.yaml\n- id: A\n  satisfies: [CC6.1]\n',
      'native',
    ],
    [
      'as that of Comply where the first fence lacks',
      `=== policies/a.md\n${bare}=== narratives/b.md\n`,
      'comply',
    ],
    [
      'with Windows line ends',
      `=== policies/a.md\n${bare.replaceAll('\n', '\r\n')}=== narratives/b.md\n`,
      'comply',
    ],
  ];
  for (const [name, fixture, what] of cases) it(name, () => assert.equal(recognized(fixture), what));

  it('where most of its pages are policies, if the user named it', () => {
    const byTitle =
      '=== access.md\n---\ntitle: Access policy\n---\n=== backup.md\n# Backup Policy\n=== intro.md\n# Welcome\n';
    const byFlag = '=== a/index.md\n---\npolicy: true\n---\n=== b/index.md\n---\npolicy: true\n---\n';
    const byName =
      '=== access-policy.md\n=== backup_policy.md\n=== README.md\n=== LICENSE.md\n=== CHANGELOG.md\n';
    for (const fixture of [byTitle, byFlag, byName]) {
      assert.equal(recognized(fixture, 'named'), 'plain');
      assert.equal(recognized(fixture, 'no'), 'nothing');
    }
  });
});

describe('a folder is not recognized', () => {
  const cases: readonly (readonly [name: string, fixture: string])[] = [
    ['when it is empty', ''],
    ['by one conventional folder', `=== policies/a.md\n${satisfies}`],
    ['by conventional folders that map nothing', '=== narratives/a.md\nText.\n=== standards/b.md\nText.\n'],
    ['by the folders of another one', `=== docs/policies/a.md\n${satisfies}=== docs/controls/b.md\n`],
    ['by the manifest of another one', '=== soc2/tickmark.yaml\n'],
    ['by one policy among other pages', '=== policy.md\n# Retry policy\n=== a.md\n# A\n=== b.md\n# B\n'],
    ['by a single policy', '=== policy.md\n# Access policy\n'],
    [
      'by the front pages of a repository',
      '=== SECURITY.md\n# Security Policy\n=== PRIVACY.md\n# Privacy policy\n',
    ],
  ];
  for (const [name, fixture] of cases) it(name, () => assert.equal(recognized(fixture, 'named'), 'nothing'));

  it('by files that cannot be read', () => {
    const paths = ['policies/a.md', 'controls/b.md', 'standards/c.yaml'];
    assert.equal(atOnce(recognize(paths, () => undefined, 'no')), undefined);
  });
});

describe('an OpenControl project', () => {
  const component = (key: string) => `name: X\nsatisfies:\n  - standard_key: ${key}\n    control_key: AC-1\n`;

  it('is told of in a sentence, with what it is measured against', () => {
    const project = '=== opencontrol.yaml\n';
    const another = ', another catalog than the Trust Services Criteria: there is nothing to check.';
    assert.equal(
      recognized(`${project}=== components/a/component.yaml\n${component('NIST-800-53')}`),
      `OpenControl project with 1 component, measured against NIST-800-53${another}`,
    );
    assert.equal(
      recognized(
        `${project}=== a/component.yaml\n${component("'B'")}=== b/component.yml\n${component('"A"')}=== c/component.yml\n`,
      ),
      `OpenControl project with 3 components, measured against A, B${another}`,
    );
  });

  it('that is measured against our criteria is not read yet, and says so', () => {
    assert.equal(
      recognized(`=== opencontrol.yaml\n=== a/component.yaml\n${component('TSC')}`),
      'OpenControl project with 1 component, measured against TSC: components are not read yet, so nothing is checked.',
    );
  });

  it('without components has nothing to check', () => {
    assert.equal(
      recognized('=== opencontrol.yml\n'),
      'OpenControl project with 0 components that name no standard: there is nothing to check.',
    );
  });
});

describe('the folders that may hold a layout', () => {
  it('are those of the marker files and above the conventional folders, outer ones first', () => {
    assert.deepEqual(
      candidateFolders([
        'b/policies/x/a.md',
        'b/controls/c.md',
        'a/tickmark.yaml',
        'comply.yml',
        'c/d/opencontrol.yaml',
        'policies/old/controls/a.md',
        'e/README.md',
      ]),
      ['', 'a', 'b', 'c/d'],
    );
    assert.deepEqual(candidateFolders(['README.md', 'src/policies.md', 'my-policies/a.md']), []);
  });
});
