import type { YamlMapping } from '../../yaml/node.ts';
import type { NodeReader } from './nodeReader.ts';

/** A blank in a control, which whoever applies the control fills in. */
export interface Parameter {
  readonly label: string | undefined;
  /** What has been filled in. */
  readonly values: readonly string[];
  readonly choices: readonly string[];
  /** Whether several of the choices may be taken. */
  readonly several: boolean;
}

/** What stands in the place of a blank is cut here: parameters can contain each other. */
const LONGEST_INSERTION = 1000;
/** What stands in the place of all blanks together: a short text can have any number of them. */
const MOST_INSERTED = 10_000_000;
/** How deep parts and parameters are followed into each other: far deeper than anybody nests them. */
const MOST_LEVELS = 20;
/** `{{ insert: param, ac-1_prm_1 }}`, and as early drafts of OSCAL had it `{{ ac-1_prm_1 }}`. */
const INSERTION = /\{\{\s*(?:insert:\s*param\s*,\s*)?([^\s{},]+)\s*\}\}/g;

/** Reads a parameter, or what a profile sets of one. */
export function readParameter(node: YamlMapping, reader: NodeReader): Parameter {
  const select = reader.mappingAt(node, 'select');
  return {
    label: reader.text(node, 'label'),
    values: reader.texts(node, 'values'),
    choices: select ? reader.texts(select, 'choice') : [],
    several: select !== undefined && reader.text(select, 'how-many') === 'one-or-more',
  };
}

/** The value of the property of this name; of several the one without a class. */
export function property(node: YamlMapping, name: string, reader: NodeReader): string | undefined {
  const named = reader.mappings(node, 'props').filter(prop => reader.text(prop, 'name') === name);
  const plain = named.find(prop => reader.text(prop, 'class') === undefined) ?? named[0];
  return plain && reader.text(plain, 'value');
}

/** Writes the prose of controls as Markdown, with a parameter's value, choices or label in the place of its blank. */
export class OscalProse {
  readonly #parameters: ReadonlyMap<string, Parameter>;
  readonly #insertions = new Map<string, string>();
  #left = MOST_INSERTED;

  constructor(parameters: ReadonlyMap<string, Parameter>) {
    this.#parameters = parameters;
  }

  /** A part: its prose, and the parts in it as a list. Empty where it says nothing. */
  part(part: YamlMapping, reader: NodeReader): string {
    const title = reader.text(part, 'title');
    const prose = this.#filled(reader.text(part, 'prose') ?? '', 0);
    const lead = [title && `**${title}**`, prose].filter(Boolean).join('\n\n');
    return [lead, this.#list(part, reader, 0)].filter(Boolean).join('\n\n');
  }

  #list(part: YamlMapping, reader: NodeReader, level: number): string {
    if (level === MOST_LEVELS) return '';
    const items = reader.mappings(part, 'parts').map(item => {
      const prose = this.#filled(reader.text(item, 'prose') ?? '', 0);
      const words = [property(item, 'label', reader), reader.text(item, 'title'), prose];
      const lines = [words.filter(Boolean).join(' '), this.#list(item, reader, level + 1)];
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
    const { values, choices, several } = parameter;
    let insertion = blank;
    if (values.length > 0) insertion = fill(values).join(', ');
    else if (choices.length > 0) {
      insertion = `[${several ? 'one or more of' : 'one of'}: ${fill(choices).join('; ')}]`;
    }
    const cut =
      insertion.length > LONGEST_INSERTION ? `${insertion.slice(0, LONGEST_INSERTION)}…` : insertion;
    this.#insertions.set(id, cut);
    return cut;
  }
}

function indented(text: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, '\n  ');
}
