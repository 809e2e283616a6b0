import { type RuleSettingShape, rangeOf, type Stated } from '../../model/shape.ts';
import { nearest } from '../../text/nearest.ts';
import { readOption } from '../options.ts';
import type { DocumentRule, Rule } from '../rule.ts';
import { presetNamed, presets, severities, severityNamed } from '../severity.ts';

export const rule: DocumentRule = {
  name: 'rules/unknown',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A rule, preset, severity or option under `rules` in the manifest that does not exist.',
  why: 'What is set for a name that nobody has is set for nothing: a rule that was to be an error stays a hint, and one that was to be off goes on.',
  fix: 'Write the name as `tickmark rules` lists it.',
  messages: {
    default: 'There is no rule `{name}`. {help}',
    preset: 'There is no preset `{name}`. Write one of {words}.',
    severity: '`{name}` is no severity. Write one of {words}.',
    option: 'Rule `{rule}` has no option `{name}`. {help}',
    value: '`{name}` is no value of the option `{option}`. Write {words}.',
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
    ],
  },
  fixes({ path, range, message, args: { name = '', rule: owner = '' }, rules }) {
    const candidates = {
      default: rules.map(rule => rule.name),
      preset: presets,
      severity: allSeverities,
      option: Object.keys(rules.find(rule => rule.name === owner)?.options ?? {}),
    };
    const known = Object.entries(candidates).find(([key]) => key === message)?.[1] ?? [];
    const near = nearest(name, known);
    return near === undefined
      ? []
      : [{ title: `Write ${near}`, edits: [{ path, ...range, text: near }], preferred: true }];
  },
  check({ summary }, report, { rules }) {
    const names = rules.map(({ name }) => name);
    const at = (stated: Stated) => rangeOf(summary, 0, stated.at);
    const checkRule = ({ name, severity, options }: RuleSettingShape) => {
      const rule = rules.find(other => other.name === name.text);
      if (!rule) {
        const near = nearest(name.text, names);
        report(at(name), { name: name.text, help: near === undefined ? listed : `Was \`${near}\` meant?` });
        return;
      }
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
    for (const { preset, rules: settings } of summary.shape.manifest?.rules ?? []) {
      if (preset && !presetNamed(preset.text))
        report(at(preset), { name: preset.text, words: presets.join(', ') }, 'preset');
      for (const setting of settings) checkRule(setting);
    }
  },
};

const allSeverities = [...severities, 'off'];
const listed = '`tickmark rules` lists them.';

function optionsOf({ options = {} }: Rule): string {
  const names = Object.keys(options);
  return names.length === 0 ? 'It has none.' : `It has ${names.map(name => `\`${name}\``).join(', ')}.`;
}
