import type { Silencing } from '../../../formats/silencings.ts';
import { type RuleSettingShape, rangeOf, type Stated } from '../../../model/shape.ts';
import { nearest } from '../../../text/nearest.ts';
import type { TextRange } from '../../../text/range.ts';
import { readOption } from '../../options.ts';
import type { DocumentRule, Rule } from '../../rule.ts';
import { isWord } from '../../running/silence.ts';
import { presetNamed, presets, severities, severityNamed } from '../../severity.ts';

export const rule: DocumentRule = {
  name: 'rules/unknown',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary:
    'A rule, preset, severity, or option in the manifest, or a rule in a `tickmark-ignore` comment, that does not exist.',
  why: 'A setting with an unknown name has no effect. A rule that you wanted as an error stays a hint, and a rule that you turned off or silenced still reports.',
  fix: 'Correct the name. `tickmark rules` lists every rule.',
  messages: {
    default: 'There is no rule `{name}`. {help}',
    preset: 'There is no preset `{name}`. Write one of {words}.',
    severity: '`{name}` is not a severity. Write one of {words}.',
    option: 'Rule `{rule}` has no option `{name}`. {help}',
    word: '`{name}` does not exist, so this comment silences nothing. Write `tickmark-ignore` (alone on its line, it applies to the next line) or `tickmark-ignore-file`.',
    unnamed:
      'This comment names no rule, so it silences nothing. Write `tickmark-ignore group/name: reason`.',
    value: '`{name}` is not a value of the option `{option}`. Write {words}.',
  },
  varying: ['help', 'words'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      rules:
        preset: srict
                ^^^^^
        documents/place-holder: off
        ^^^^^^^^^^^^^^^^^^^^^^
        controls/unmapped: fatal
                           ^^^^^
        folders:
          policies/drafts:
            documents/placeholder: {severity: hint, word: [ACME]}
                                                    ^^^^
      `,
      `
      === policies/access.md
      ---
      title: Access policy
      # tickmark-ignore documents/orphans: it is not part of the audit
                        ^^^^^^^^^^^^^^^^^
      ---
      <!-- tickmark-ignore-next-line documents/placeholder: the board decides in May -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      Exceptions go to the board. <!-- tickmark-ignore: nobody knows what -->
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      rules:
        preset: strict
        controls/unmapped: off
        documents/placeholder: {words: [ACME Inc]}
        folders:
          policies/drafts:
            preset: start
            documents/placeholder: {severity: hint, words: []}
      `,
      `
      === policies/access.md
      ---
      title: Access policy # tickmark-ignore documents/orphan, rules/unused-silencing: it is not part of the audit
      ---
      `,
    ],
  },
  fixes({ path, range, message, args: { name = '', rule: owner = '' }, facts, rules }) {
    const candidates: Readonly<Record<string, readonly string[]>> = {
      default: rules.map(rule => rule.name),
      preset: presets,
      severity: allSeverities,
      option: Object.keys(rules.find(rule => rule.name === owner)?.options ?? {}),
      word: name.includes('file') ? ['tickmark-ignore-file'] : ['tickmark-ignore'],
    };
    const known = candidates[message] ?? [];
    const near = message === 'word' ? known[0] : nearest(name, known);
    if (near === undefined) return [];
    // Of a comment the range is the whole.
    const start = facts.text.indexOf(name, range.start);
    const edit = { path, start, end: start + name.length, text: near };
    return start < 0 ? [] : [{ title: `Write ${near}`, edits: [edit], preferred: true }];
  },
  check({ summary, silencings }, report, { rules }) {
    const at = (stated: Stated) => rangeOf(summary, 0, stated.at);
    const ruleOf = (name: string, range: TextRange) => {
      const rule = rules.find(other => other.name === name);
      if (rule) return rule;
      const near = nearest(
        name,
        rules.map(other => other.name),
      );
      report(range, { name, help: near === undefined ? listed : `Did you mean \`${near}\`?` });
      return undefined;
    };
    const checkSetting = ({ name, severity, options }: RuleSettingShape) => {
      const rule = ruleOf(name.text, at(name));
      if (!rule) return;
      if (severity && !severityNamed(severity.text)) {
        report(at(severity), { name: severity.text, words: allSeverities.join(', ') }, 'severity');
      }
      for (const shape of options) {
        const option = rule.options?.[shape.name.text];
        if (!option) {
          const args = { rule: rule.name, name: shape.name.text, help: optionsOf(rule) };
          report(at(shape.name), args, 'option');
          continue;
        }
        const words = option.type === 'number' ? 'a number' : `one of ${(option.allowed ?? []).join(', ')}`;
        for (const value of readOption(option, shape).wrong) {
          report(at(value), { name: value.text, option: shape.name.text, words }, 'value');
        }
      }
    };
    const checkSilencing = (silencing: Silencing) => {
      const { word, rules: named } = silencing;
      if (!isWord(silencing)) report(rangeOfComment(silencing), { name: word }, 'word');
      else if (named.length === 0) report(rangeOfComment(silencing), {}, 'unnamed');
      else for (const { name, start, end } of named) ruleOf(name, { start, end });
    };
    for (const { preset, rules: settings } of summary.shape.manifest?.rules ?? []) {
      if (preset && !presetNamed(preset.text))
        report(at(preset), { name: preset.text, words: presets.join(', ') }, 'preset');
      for (const setting of settings) checkSetting(setting);
    }
    silencings.forEach(checkSilencing);
  },
};

const allSeverities = [...severities, 'off'];
const listed = '`tickmark rules` lists every rule.';

function rangeOfComment({ start, end }: Silencing): TextRange {
  return { start, end };
}

function optionsOf({ options = {} }: Rule): string {
  const names = Object.keys(options);
  return names.length === 0 ? 'It has no options.' : `It has ${names.map(name => `\`${name}\``).join(', ')}.`;
}
