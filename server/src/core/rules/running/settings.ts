import type { OptionValue, RuleOptions } from '../../formats/role.ts';
import type { RuleSettingShape, RulesShape, Stated } from '../../model/shape.ts';
import { folderOf } from '../../program/touched.ts';
import { append } from '../../text/lists.ts';
import { optionValues, readOption } from '../options.ts';
import type { Rule } from '../rule.ts';
import { ruleNamed } from '../rules.ts';
import { type Preset, presetNamed, type SetSeverity, severityNamed } from '../severity.ts';

type Values = Readonly<Record<string, OptionValue>>;

/** What decides how grave the findings of a rule are: what is set for it, or a preset, and where the manifest says so. */
export type Decided = ({ readonly severity: SetSeverity } | { readonly preset: Preset }) & {
  /** Undefined where the manifest says nothing, and the preset is the usual one. */
  readonly by: { readonly folder: string; readonly stated: Stated } | undefined;
};

/**
 * What the manifest sets for the rules. The nearest folder that says something about a rule decides: what it sets for the
 * rule itself, else its preset. What is unknown sets nothing (rules/unknown tells of it).
 */
export class RuleSettings {
  /** What is set, by folder: of two settings of one folder the last comes first. */
  readonly #ofFolder = new Map<string, RulesShape[]>();
  /** What is set for document rules, by the folders that hold a document: equal settings are one object. */
  readonly #ofDocuments = new Map<string, RuleOptions | undefined>();
  readonly #decided = new Map<string, Map<Rule, Decided>>();

  /** Equal where all options are set to the same: only what is shown differs then, and not what is found. */
  readonly optionsKey: string;

  readonly #shape: readonly RulesShape[];

  constructor(shape: readonly RulesShape[] = []) {
    this.#shape = shape;
    this.optionsKey = JSON.stringify(shape.flatMap(optionsIn));
    // The last of two settings of one folder decides, as the last of two keys does.
    for (const set of shape.toReversed()) {
      const before = this.#ofFolder.get(set.folder);
      if (before) before.push(set);
      else this.#ofFolder.set(set.folder, [set]);
    }
  }

  /** The same settings with another preset for the whole program. */
  withPreset(preset: Preset): RuleSettings {
    const stated = { text: preset, at: 0 };
    return new RuleSettings(this.#shape.map(set => (set.folder === '' ? { ...set, preset: stated } : set)));
  }

  /**
   * How grave a rule's findings in a document are: all documents of a folder are treated alike.
   * @param message which of the rule's messages they say
   */
  severity(rule: Rule, path: string, message: string): SetSeverity {
    const decided = this.decided(rule, path);
    if ('severity' in decided) return decided.severity;
    const { severity, severityApart } = rule;
    const inPresets = severityApart?.messages.includes(message) ? severityApart.severity : severity;
    return inPresets[decided.preset];
  }

  /** What decides how grave a rule's findings in a document are. */
  decided(rule: Rule, path: string): Decided {
    const folder = folderOf(path);
    let ofFolder = this.#decided.get(folder);
    if (!ofFolder) this.#decided.set(folder, (ofFolder = new Map()));
    let decided = ofFolder.get(rule);
    if (decided === undefined) ofFolder.set(rule, (decided = this.#decidedIn(path, rule)));
    return decided;
  }

  #decidedIn(path: string, rule: Rule): Decided {
    for (const { folder, preset, rules } of this.#around(path)) {
      const set = settingOf(rules, rule)?.severity;
      const severity = set && severityNamed(set.text);
      if (severity) return { severity, by: { folder, stated: set } };
      const named = preset && presetNamed(preset.text);
      if (named) return { preset: named, by: { folder, stated: preset } };
    }
    return { preset: 'recommended', by: undefined };
  }

  /** Where the manifest sets the options of a rule for a document: each with what decides, the nearest folder. */
  optionsSet(
    rule: Rule,
    path: string,
  ): ReadonlyMap<string, { readonly folder: string; readonly stated: Stated }> {
    const set = new Map<string, { readonly folder: string; readonly stated: Stated }>();
    for (const { folder, rules } of this.#around(path).toReversed())
      for (const shape of settingOf(rules, rule)?.options ?? []) {
        const option = rule.options?.[shape.name.text];
        if (option && readOption(option, shape).value !== undefined)
          set.set(shape.name.text, { folder, stated: shape.name });
      }
    return set;
  }

  /** The values of a rule's options in a document. */
  options(rule: Rule, path: string): Values {
    return optionValues(rule.options, this.#set(rule, path));
  }

  /** What is set for the options of document rules in a document, as its role says it; undefined where nothing is. */
  documentOptions(path: string): RuleOptions | undefined {
    const key = JSON.stringify(this.#around(path).map(({ folder }) => folder));
    if (!this.#ofDocuments.has(key)) this.#ofDocuments.set(key, this.#setOfDocumentRules(path));
    return this.#ofDocuments.get(key);
  }

  #setOfDocumentRules(path: string): RuleOptions | undefined {
    const names = new Set(this.#around(path).flatMap(({ rules }) => rules.map(({ name }) => name.text)));
    const set = [...names].sort().flatMap(name => {
      const rule = ruleNamed(name);
      const values = rule?.reads === 'document' ? this.#set(rule, path) : {};
      return Object.keys(values).length > 0 ? [[name, values] as const] : [];
    });
    return set.length > 0 ? Object.fromEntries(set) : undefined;
  }

  #set(rule: Rule, path: string): Values {
    const values: Record<string, OptionValue> = {};
    // From the whole program down, so that the nearest folder has the last word.
    for (const { rules } of this.#around(path).toReversed()) {
      for (const shape of settingOf(rules, rule)?.options ?? []) {
        const option = rule.options?.[shape.name.text];
        const value = option && readOption(option, shape).value;
        if (value !== undefined) values[shape.name.text] = value;
      }
    }
    return values;
  }

  /** What is set for the folders around a document, the deepest first; what is set for the whole program is the last. */
  #around(path: string): readonly RulesShape[] {
    const around: RulesShape[] = [];
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      append(around, this.#ofFolder.get(folder) ?? []);
      if (folder === '') return around;
    }
  }
}

function optionsIn({ folder, rules }: RulesShape): unknown[] {
  return rules.flatMap(({ name, options }) =>
    options.map(option => [folder, name.text, option.name.text, option.values.map(({ text }) => text)]),
  );
}

function settingOf(rules: readonly RuleSettingShape[], { name }: Rule): RuleSettingShape | undefined {
  return rules.findLast(setting => setting.name.text === name);
}
