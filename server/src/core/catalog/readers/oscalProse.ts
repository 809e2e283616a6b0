import type { Parameter } from './oscalParameter.ts';
import { type Part, property } from './oscalPart.ts';

/** What stands in the place of a blank is cut here: parameters can contain each other. */
const LONGEST_INSERTION = 1000;
/** What stands in the place of all blanks together: a short text can have any number of them. */
const MOST_INSERTED = 10_000_000;
/** How deep parameters are followed into each other: far deeper than anybody nests them. */
const MOST_LEVELS = 20;
/** `{{ insert: param, ac-1_prm_1 }}`, and as early drafts of OSCAL had it `{{ ac-1_prm_1 }}`. */
const INSERTION = /\{\{\s*(?:insert:\s*param\s*,\s*)?([^\s{},]+)\s*\}\}/g;

/** Writes the prose of controls as Markdown, with a parameter's value, choices or label in the place of its blank. */
export class OscalProse {
  readonly #parameters: ReadonlyMap<string, Parameter>;
  readonly #insertions = new Map<string, string>();
  #left = MOST_INSERTED;

  constructor(parameters: ReadonlyMap<string, Parameter>) {
    this.#parameters = parameters;
  }

  /** A part: its prose, and the parts in it as a list. Empty where it says nothing. */
  part({ title, prose, props, parts }: Part): string {
    const words = [property(props, 'label'), this.#filled(prose, 0)].filter(Boolean).join(' ');
    const lead = [title && `**${title}**`, words].filter(Boolean).join('\n\n');
    return [lead, this.#list(parts)].filter(Boolean).join('\n\n');
  }

  #list(parts: readonly Part[]): string {
    const items = parts.map(({ title, prose, props, parts }) => {
      const words = [property(props, 'label'), title, this.#filled(prose, 0)];
      const lines = [words.filter(Boolean).join(' '), this.#list(parts)];
      return `- ${indented(lines.filter(Boolean).join('\n'))}`;
    });
    return items.join('\n');
  }

  #filled(prose: string, level: number): string {
    return prose.replace(INSERTION, (_, id: string) => {
      const insertion = this.#insertion(id, level);
      this.#left -= insertion.length;
      return this.#left < 0 ? '[…]' : insertion;
    });
  }

  #insertion(id: string, level: number): string {
    const known = this.#insertions.get(id);
    if (known !== undefined) return known;
    const parameter = this.#parameters.get(id);
    const blank = `[${parameter?.label ?? id}]`;
    if (level === MOST_LEVELS || !parameter) return blank;
    // So that a parameter that contains itself ends.
    this.#insertions.set(id, blank);
    const fill = (texts: readonly string[]) => texts.map(text => this.#filled(text, level + 1));
    const { values, choices, several, label = id } = parameter;
    const asked = fill(askedOf(parameter, this.#parameters)).join('; ');
    let insertion = asked === '' ? blank : `[${label}: ${asked}]`;
    if (values.length > 0) insertion = fill(values).join(', ');
    else if (choices.length > 0) {
      const chosen = `${several ? 'one or more of' : 'one of'}: ${fill(choices).join('; ')}`;
      insertion = asked === '' ? `[${chosen}]` : `[${chosen}. Constraint: ${asked}]`;
    }
    const cut =
      insertion.length > LONGEST_INSERTION ? `${insertion.slice(0, LONGEST_INSERTION)}…` : insertion;
    this.#insertions.set(id, cut);
    return cut;
  }
}

/** What is asked of a parameter that has no values, or of the parameters that it stands for; each once. */
function askedOf(parameter: Parameter, parameters: ReadonlyMap<string, Parameter>): readonly string[] {
  const asked = new Set([...parameter.constraints, ...parameter.guidelines]);
  for (const id of parameter.aggregates) {
    const { values = [], constraints = [], guidelines = [] } = parameters.get(id) ?? {};
    for (const one of values.length > 0 ? values : [...constraints, ...guidelines]) asked.add(one);
  }
  return [...asked];
}

function indented(text: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, '\n  ');
}
