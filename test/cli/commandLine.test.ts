// What the command makes of a command line, without a process.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Arguments, readArguments } from '../../server/src/cli/arguments.ts';
import { commandNames } from '../../server/src/cli/commands.ts';
import { CouldNotRun } from '../../server/src/cli/couldNotRun.ts';
import { helpPage } from '../../server/src/cli/help.ts';
import { common, type Option, options, optionsOf } from '../../server/src/cli/options.ts';
import { readable } from '../../server/src/cli/readable.ts';

const words = (line: string) => line.split(' ').filter(Boolean);

/** What is said of a command line that cannot be run. */
function complaint(line: string): string {
  try {
    readArguments(words(line));
  } catch (error) {
    assert.ok(error instanceof CouldNotRun, String(error));
    return error.message;
  }
  return '';
}

function argumentsOf(line: string): Arguments {
  const asked = readArguments(words(line));
  assert.ok('args' in asked, line);
  return asked.args;
}

describe('a command line that cannot be run', () => {
  const cases: readonly (readonly [line: string, why: string])[] = [
    [
      'chekc',
      'The command `chekc` does not exist. Did you mean `check`? `tickmark --help` lists the commands.',
    ],
    [
      'help covrage',
      'The command `covrage` does not exist. Did you mean `coverage`? `tickmark --help` lists the commands.',
    ],
    ['photosynthesis', 'The command `photosynthesis` does not exist. `tickmark --help` lists the commands.'],
    [
      'test',
      'The command `test` does not exist. To check this path, write `tickmark check test`. `tickmark --help` lists the commands.',
    ],
    [
      'evidence ad AC-01 review.pdf',
      'ad is neither a path here nor a command. Did you mean `evidence add`? `tickmark --help` lists the commands.',
    ],
    [
      'check --fomat json',
      'The option --fomat does not exist. Did you mean `--format`? `tickmark check --help` lists the options.',
    ],
    ['check -x', 'The option -x does not exist. `tickmark check --help` lists the options.'],
    [
      '--quite',
      'The option --quite does not exist. Did you mean `--quiet`? `tickmark --help` lists the options.',
    ],
    [
      'coverage --fix',
      '`tickmark coverage` does not take --fix; `tickmark check` takes it. `tickmark coverage --help` lists the options.',
    ],
    [
      'rules --as-of 2026-01-01',
      '`tickmark rules` does not take --as-of; `tickmark check`, `tickmark coverage`, `tickmark evidence`, `tickmark due`, `tickmark requests`, `tickmark report`, `tickmark explain`, `tickmark criteria`, and `tickmark evidence add` take it. `tickmark rules --help` lists the options.',
    ],
    [
      'criteria --all',
      '`tickmark criteria` does not take --all; `tickmark check` and `tickmark explain` take it. `tickmark criteria --help` lists the options.',
    ],
    ['check --fix=yes', '--fix takes no value. Write it without `=yes`.'],
    [
      'check --format',
      '--format needs a value: `--format text|json`. `tickmark check --help` describes the option.',
    ],
    [
      'explain CC6.1 --format --all',
      '--format needs a value: `--format text|json|markdown`. `tickmark explain --help` describes the option.',
    ],
    ['check --format jsn', '--format jsn: use text or json. Did you mean `json`?'],
    ['check --format csv', '--format csv: use text or json.'],
    ['check --report=', '--report: the value is empty. `tickmark check --help` describes the option.'],
    [
      'check --rule criteria/unkown',
      '--rule criteria/unkown: this rule does not exist. Did you mean `criteria/unknown`? `tickmark rules` lists the rules.',
    ],
    [
      'check --rule unmapped',
      '--rule unmapped: this rule does not exist. Did you mean `controls/unmapped`? `tickmark rules` lists the rules.',
    ],
    [
      'coverage --only mising',
      '--only mising: use one of missing, listed, documented, designed, implemented, evidenced, relies, excluded. Did you mean `missing`?',
    ],
    [
      'rules criteria/unknown',
      '`tickmark rules` does not take `criteria/unknown`. To explain a rule, write `tickmark explain criteria/unknown`. `tickmark rules --help` says what it takes.',
    ],
    [
      'criteria one two',
      '`tickmark criteria` does not take `two`. `tickmark criteria --help` says what it takes.',
    ],
  ];
  for (const [line, why] of cases) it(`tickmark ${line}`, () => assert.equal(complaint(line), why));
});

it('an option is taken by the commands that it belongs to, and by no other', () => {
  for (const [name, option] of Object.entries<Option>(options)) {
    for (const command of commandNames) {
      const said = complaint(`${command} --${name}${option.type === 'string' ? '=x' : ''}`);
      assert.equal(
        / does not take --/.test(said),
        !option.of.includes(command),
        `${command} --${name}: ${said}`,
      );
    }
  }
});

it('values are read', () => {
  const line =
    'check one two --rule criteria/unknown --rule controls/unmapped --quiet --format=json --as-of 2026-01-31';
  const { operands, rules, quiet, format, today, only } = argumentsOf(line);
  assert.deepEqual(
    [operands, rules],
    [
      ['one', 'two'],
      ['criteria/unknown', 'controls/unmapped'],
    ],
  );
  assert.deepEqual([quiet, format, today, only], [true, 'json', '2026-01-31', undefined]);
  assert.deepEqual(argumentsOf('coverage --only missing,excluded').only, ['missing', 'excluded']);
});

describe('help', () => {
  it('is that of the command asked about, which names its options and no other', () => {
    for (const command of commandNames) {
      for (const line of [`${command} --help`, `${command} -h`, `help ${command}`])
        assert.deepEqual(readArguments(words(line)), { command: 'help', about: command });
      const page = readable(helpPage(command), 100);
      const named = [...page.matchAll(/^ {2}--([a-z\d-]+)/gm)].map(([, name]) => name);
      assert.deepEqual(
        named,
        optionsOf(command).map(([name]) => name),
      );
    }
    assert.deepEqual(readArguments([]), { command: 'help', about: undefined });
    for (const name of Object.keys(common))
      assert.match(readable(helpPage(), 100), new RegExp(`--${name}\\b`));
  });

  it('has its explanations in one column, and no line beyond the width', () => {
    const lines = readable(helpPage('check'), 80).split('\n');
    assert.ok(lines.every(line => line.length <= 80));
    const starts = lines.flatMap(line => /^ {2}--\S+(?: \S+)?( {2,})/.exec(line)?.[0].length ?? []);
    assert.ok(starts.length > 10);
    assert.equal(new Set(starts).size, 1);
  });
});
