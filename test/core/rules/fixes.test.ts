// Every fix has a golden file: fixes/GROUP/NAME.txt holds cases in the example language (rules/example.ts). UPDATE_GOLDENS=1
// writes what comes of each; read the difference before you keep it.
//
//   >>> Write CC6.1            the title of the fix, below it what it is applied to
//   >>> becomes                the documents that it changes or makes
//   >>> and the finding stays  only where a person has to fill something in
//   >>> and finds              new errors in those documents, where there are any: `path: "words" rule`
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ShownFinding } from '../../../server/src/core/engine/shownFinding.ts';
import { fixAllOf } from '../../../server/src/core/features/actions/fixes.ts';
import type { ExampleFile } from '../../../server/src/core/rules/example.ts';
import { asDate } from '../../../server/src/core/rules/fixes/asDate.ts';
import type { Fix } from '../../../server/src/core/rules/rule.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { engineOf } from '../../fixture.ts';
import {
  afterFix,
  editingOf,
  type Fixture,
  fixesFor,
  fixtureOf,
  fixtureOfRule,
  manifestOf,
} from '../features/editingAt.ts';
import { type Golden, goldensIn } from './golden.ts';

const goldens = fileURLToPath(new URL('fixes/', import.meta.url));
const isUpdate = process.env['UPDATE_GOLDENS'] === '1';

function read(file: string): Golden[] {
  return existsSync(file) ? goldensIn(readFileSync(file, 'utf8')) : [];
}

function written({ title, before, becomes, stays, finds }: Golden): string {
  return [
    `>>> ${title}\n${before}>>> becomes\n${becomes}`,
    ...(stays ? ['>>> and the finding stays\n'] : []),
    ...(finds.length > 0 ? [`>>> and finds\n${finds.join('\n')}\n`] : []),
  ].join('');
}

/** The finding of a rule that has a fix of this title, and the fix. */
function applied(fixture: Fixture, rule: string, title: string) {
  for (const finding of fixture.engine.allFindings()) {
    if (finding.rule !== rule) continue;
    const fix = fixesFor(fixture, finding).find(one => one.title === title);
    if (fix) return { finding, fix, files: afterFix(fixture, fix) };
  }
  assert.fail(`no finding of ${rule} has a fix ${title}`);
}

/** What comes of the case, in the form of the golden file. */
function outcome(rule: string, { title, before }: Golden): Golden {
  const fixture = fixtureOf(before);
  const { finding, fix, files } = applied(fixture, rule, title);
  const paths = touched(fix);
  const engine = engineOf(files);
  return {
    title,
    before,
    becomes: files
      .filter(({ path }) => paths.has(path))
      .map(shown)
      .join(''),
    stays: isStill(finding, [...engine.allFindings()]),
    finds: newErrors(fixture, files, paths),
  };
}

function touched({ edits, creates = [], cites }: Fix): Set<string> {
  return new Set([...edits, ...creates, ...(cites ? [cites] : [])].map(({ path }) => path));
}

function shown({ path, text }: ExampleFile): string {
  return `=== ${path}\n${text}${text.endsWith('\n') ? '' : '\n'}`;
}

function isStill({ fingerprint }: ShownFinding, after: readonly ShownFinding[]): boolean {
  return after.some(other => other.fingerprint === fingerprint);
}

/** The errors in these documents that were not there before. */
function newErrors(fixture: Fixture, files: readonly ExampleFile[], paths: ReadonlySet<string>): string[] {
  const before = new Set([...fixture.engine.allFindings()].map(({ fingerprint }) => fingerprint));
  return [...engineOf(files).allFindings()]
    .filter(({ path, severity }) => paths.has(path) && severity === 'error')
    .filter(({ fingerprint }) => !before.has(fingerprint))
    .map(({ path, range, rule }) => {
      const words = files.find(file => file.path === path)?.text.slice(range.start, range.end);
      return `${path}: ${JSON.stringify(words)} ${rule}`;
    });
}

const fixable = rules.filter(({ fixes }) => fixes);

for (const { name } of fixable) {
  const file = `${goldens}${name}.txt`;
  const cases = isUpdate ? read(file).map(one => outcome(name, one)) : read(file);
  describe(`the fixes of ${name}`, () => {
    it('have a golden file', () => assert.ok(cases.length > 0, file));
    if (isUpdate && cases.length > 0) writeFileSync(file, cases.map(written).join(''));
    for (const golden of cases) {
      it(`do what it says: ${golden.title}`, () => {
        assert.equal(written(outcome(name, golden)), written(golden));
        const { fix } = applied(fixtureOf(golden.before), name, golden.title);
        assert.equal(golden.stays, fix.asks ?? false);
      });
      it(`keep the line ends: ${golden.title}`, () => {
        const long = ({ text, ...file }: ExampleFile) => ({ ...file, text: text.replaceAll('\n', '\r\n') });
        const { files } = applied(fixtureOf(golden.before, true), name, golden.title);
        const short = applied(fixtureOf(golden.before), name, golden.title).files;
        assert.deepEqual(
          files.map(({ path, text }) => [path, text]),
          short.map(long).map(({ path, text }) => [path, text]),
        );
      });
    }
  });
}

describe('every fix of what a bad example shows', () => {
  for (const rule of fixable) {
    const { name, examples } = rule;
    it(`ends the finding, but where a person has to fill something in (${name})`, () => {
      let mended = 0;
      for (const example of examples.bad) {
        const fixture = fixtureOfRule(rule, example);
        for (const finding of fixture.engine.allFindings()) {
          if (finding.rule !== name) continue;
          for (const fix of fixesFor(fixture, finding)) {
            mended++;
            const after = [...engineOf(afterFix(fixture, fix)).allFindings()];
            assert.equal(isStill(finding, after), fix.asks ?? false, `${fix.title}: ${finding.message}`);
            assert.doesNotMatch(fix.title, /undefined/);
          }
        }
      }
      assert.ok(mended > 0, 'a bad example shows the fix');
    });
  }
});

/** The rules with a fix that leaves to a person what only a person can say: the finding stays until they have said it. */
const asking = [
  'audit/answer-without-source',
  'audit/bridge-letter',
  'audit/carve-out',
  'audit/component-unmentioned',
  'audit/deviation-cause',
  'audit/deviation-response',
  'audit/no-description',
  'audit/risk-untreated',
  'audit/task-closure',
  'audit/task-gap-closed',
  'audit/task-owner',
  'audit/undescribed',
  'audit/user-control-criterion',
  'audit/vendor-control-unmet',
  'audit/vendor-exceptions',
  'audit/vendor-report-ended',
  'audit/vendor-report-unread',
  'audit/waiver-no-end',
  'audit/waiver-unapproved',
  'catalog/name',
  'confidentiality/unclassified-data',
  'controls/missing-execution',
  'controls/missing-expectation',
  'controls/missing-frequency',
  'controls/missing-implementation-date',
  'controls/missing-nature',
  'controls/missing-owner',
  'controls/no-actor',
  'controls/no-frequency-in-statement',
  'controls/unmapped',
  'controls/vague-wording',
  'coverage/no-control',
  'coverage/nothing-mapped',
  'coverage/planned-only',
  'documents/missing-owner',
  'documents/missing-status',
  'documents/missing-title',
  'documents/no-predecessor',
  'documents/no-review',
  'documents/orphan',
  'documents/review-overdue',
  'documents/unapproved',
  'evidence/gap',
  'evidence/no-control',
  'evidence/no-date',
  'evidence/no-system',
  'evidence/population-incomplete',
  'evidence/population-unreconciled',
  'rules/reason-missing',
  'scope/dates',
  'scope/exclusion-reason',
];

/** Keys whose values somebody stands behind: that it was approved, reviewed or done, when and by whom, and what it hashes to. */
const factKeys =
  /^(?:approved|reviewed|performed|collected|closed|extracted|implemented|retired|remediated|effective|received|expires|asOf|start|end|from|to|sha256)(?:By|On)?$/;
const doneWords = new Set([
  'approved',
  'implemented',
  'done',
  'submitted',
  'accepted',
  'closed',
  'issued',
  'reviewed',
]);

/** What a text says under such keys, however it is written: a date, or `status: done`. */
function factsIn(text: string): string[] {
  return [...text.matchAll(/([A-Za-z\d]+)["']?:[ \t]*([^,}\]\r\n#]+)/g)].flatMap(
    ([, key = '', value = '']) => {
      const said = value.trim().replace(/^["']|["']$/g, '');
      if (said === '' || /^[{[|>]/.test(said)) return [];
      // What a mapping leads from and to are ids; of a period they are days.
      if (/^(?:from|to)$/.test(key) && !/\d{4}/.test(said)) return [];
      const isFact = factKeys.test(key) || (/^(?:status|state)$/.test(key) && doneWords.has(said));
      return isFact ? [`${key}: ${asDate(said) ?? said}`] : [];
    },
  );
}

describe('no fix states a fact that a person must stand behind', () => {
  for (const rule of fixable) {
    const { name, examples } = rule;
    it(`says nothing of the kind that was not there (${name})`, () => {
      const fixtures = [
        ...examples.bad.map(example => fixtureOfRule(rule, example)),
        ...read(`${goldens}${name}.txt`).map(({ before }) => fixtureOf(before)),
      ];
      for (const fixture of fixtures) {
        const known = new Set(fixture.files.flatMap(({ text }) => factsIn(text)));
        for (const finding of fixture.engine.allFindings()) {
          if (finding.rule !== name) continue;
          for (const fix of fixesFor(fixture, finding)) {
            const said = afterFix(fixture, fix).flatMap(({ text }) => factsIn(text));
            assert.deepEqual(
              said.filter(fact => !known.has(fact)),
              [],
              fix.title,
            );
          }
        }
      }
    });
  }

  it('what is asked for is asked for by these rules', () => {
    const found = fixable.flatMap(({ name }) =>
      read(`${goldens}${name}.txt`).some(({ stays }) => stays) ? [name] : [],
    );
    assert.deepEqual(found, asking);
  });
});

describe('a fix of all', () => {
  for (const rule of rules.filter(({ fixAll }) => fixAll)) {
    const { name, examples } = rule;
    it(`ends what it mends, and brings no new finding (${name})`, () => {
      let mended = 0;
      for (const example of examples.bad) {
        const fixture = fixtureOfRule(rule, example);
        const before = [...fixture.engine.allFindings()];
        for (const { path } of fixture.files) {
          const findings = fixture.engine.findings(path).filter(({ rule }) => rule === name);
          const all = fixAllOf(editingOf(fixture, path), findings, manifestOf(fixture));
          if (!all) continue;
          mended += all.mended.length;
          const after = [
            ...engineOf(afterFix(fixture, { title: '', preferred: true, ...all })).allFindings(),
          ];
          assert.equal(after.length, before.length - all.mended.length);
        }
      }
      assert.ok(mended > 0);
    });
  }

  it('is of no rule that has no fix', () => {
    for (const { name, fixes, fixAll } of rules) assert.ok(!fixAll || fixes, name);
  });
});

describe('the golden files', () => {
  it('are those of rules with fixes', () => {
    const files = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.txt'),
    );
    assert.deepEqual(
      files.map(name => name.replaceAll('\\', '/').replace(/\.txt$/, '')).sort(),
      fixable.map(({ name }) => name).sort(),
    );
  });
});

describe('what is taken out of a list', () => {
  it('is nothing that an alias may stand for', () => {
    const fixture = fixtureOf('=== controls/a.yaml\nsatisfies: {TSC: [CC6.1, &a CC6.1], SOC 2: *a}\n');
    const findings = [...fixture.engine.allFindings()].filter(({ rule }) => rule === 'criteria/duplicate');
    assert.equal(findings.length, 1);
    for (const finding of findings) assert.deepEqual(fixesFor(fixture, finding), []);
  });
});
