import type { OptionValue } from '../formats/role.ts';
import type { OptionShape, Stated } from '../model/shape.ts';

/** What can be set of a rule beside its severity. */
export type Option = WordsOption | NumberOption;

/** A list of texts; what the manifest sets takes the place of the default. */
export interface WordsOption {
  readonly type: 'words';
  readonly default: readonly string[];
  /** The words allowed, where not any text is. */
  readonly allowed?: readonly string[];
  readonly description: string;
}

/** A number, not negative. */
export interface NumberOption {
  readonly type: 'number';
  readonly default: number;
  readonly description: string;
}

const none: Readonly<Record<string, OptionValue>> = {};

/** The options of a rule, by name. */
export type Options = Readonly<Record<string, Option>>;

/** The values of a rule's options, as its check gets them. */
export type ValuesOf<Defined extends Options> = { readonly [Name in keyof Defined]: ValueOf<Defined[Name]> };

type ValueOf<One extends Option> = One extends WordsOption ? readonly string[] : number;

/** An option that is a list of texts. */
export function words(option: Omit<WordsOption, 'type'>): WordsOption {
  return { type: 'words', ...option };
}

/** An option that is a number. */
export function number(option: Omit<NumberOption, 'type'>): NumberOption {
  return { type: 'number', ...option };
}

/** What an option is set to, undefined where to nothing that it can be, and the words that it cannot be set to. */
export function readOption(
  option: Option,
  { values }: OptionShape,
): { readonly value: OptionValue | undefined; readonly wrong: readonly Stated[] } {
  if (option.type === 'words') {
    const { allowed } = option;
    const wrong = allowed ? values.filter(({ text }) => !allowed.includes(text)) : [];
    return { value: values.filter(value => !wrong.includes(value)).map(({ text }) => text), wrong };
  }
  const [value, ...more] = values;
  if (!value) return { value: undefined, wrong: [] };
  const isNumber = more.length === 0 && /^\d+(?:\.\d+)?$/.test(value.text);
  return isNumber ? { value: Number(value.text), wrong: [] } : { value: undefined, wrong: values };
}

/** The values of a rule's options: what is set, else the defaults. */
export function optionValues(
  options: Options | undefined,
  set: Readonly<Record<string, OptionValue>> | undefined,
): Readonly<Record<string, OptionValue>> {
  if (!options) return none;
  if (!set) return defaultsOf(options);
  const values = Object.entries(options).map(([name, option]) => [name, set?.[name] ?? option.default]);
  return Object.fromEntries(values);
}

/** Made once, for nearly every document is judged by them. */
const defaults = new WeakMap<Options, Readonly<Record<string, OptionValue>>>();

function defaultsOf(options: Options): Readonly<Record<string, OptionValue>> {
  let values = defaults.get(options);
  if (!values) {
    values = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
    defaults.set(options, values);
  }
  return values;
}
