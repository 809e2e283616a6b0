import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Key } from '../../../model/key.ts';
import { keysOf } from '../../../model/keys.ts';
import { editDistance } from '../../../text/distance.ts';
import { resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlScalar } from '../../../yaml/node.ts';
import { wholeRecords } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/unknown-value',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A value that looks like a misspelling of a known value: `frequency: quaterly`.',
  why: 'A value that is not understood counts as missing. A control with a misspelled status is not in place, and a control with a misspelled frequency asks for no evidence.',
  fix: 'Correct the value. The rule ignores words of your own that do not resemble a known value.',
  messages: { default: '`{value}` is not a known {key}. Did you mean `{near}`?' },
  examples: {
    bad: [
      `
      === controls/reviews.yaml
      - id: AC-04
        frequency: quaterly
                   ^^^^^^^^
        nature: detectiv
                ^^^^^^^^
      - id: AC-05
        status: implementd
                ^^^^^^^^^^
        history: [{from: 2025-01-01, frequency: monthy}]
                                                ^^^^^^
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - {id: AC-04, frequency: Annually, nature: preventative, execution: automatic, status: in progress}
      - {id: AC-05, frequency: event driven, status: Implemented}
      - {id: AC-06, frequency: semi-annual, status: live}
      - {id: AC-07, frequency: 0 0 1 * *}
      - {id: AC-08, frequency: biannual, nature: directive, status: in review}
      === registers/risks.yaml
      - {kind: risk, id: R-1, treatment: mitigated, status: accepted}
      `,
    ],
  },
  fixes({ path, range, facts, args: { key = '', near = '' } }) {
    // That something is approved, in place or passed is for a person to write, letter for letter.
    if (factual.has(key)) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check(facts, report) {
    const look = ({ entries }: YamlMapping, keyNamed: (name: string) => Key | undefined): void => {
      for (const { key: written, value } of entries) {
        const key = keyNamed(written.value);
        if (!key?.words && !key?.keys) continue;
        for (const node of value?.type === 'sequence' ? value.items : [value]) {
          if (node?.type === 'mapping') look(node, name => key.keys?.find(one => one.name === name));
          const said = node?.type === 'scalar' ? resolved(node) : undefined;
          if (said?.type === 'scalar' && key.words) judge(said, written.value, key.words);
        }
      }
    };
    const judge = ({ value, start, end, style }: YamlScalar, key: string, words: readonly string[]): void => {
      const near = style === 'literal' || style === 'folded' ? undefined : nearWord(value, words);
      if (near !== undefined) report({ start, end }, { value, key, near });
    };
    for (const { shape, mapping } of wholeRecords(facts)) {
      const keys = keysOf(shape.kind);
      look(mapping, name => keys.get(name));
    }
  },
};

/** The keys by which a person says how something stands. */
const factual = new Set(['status', 'result', 'opinion']);

/** Words of their own that are near to one of these, and none of them misspelled. */
const others = new Set([
  'preventative',
  'directive',
  'biannual',
  'biweekly',
  'bimonthly',
  'inreview',
  'restored',
  'retained',
  'excepted',
]);

/** The word that is misspelled in a value; undefined where it is one of them, another form of one, or a word of its own. */
function nearWord(value: string, words: readonly string[]): string | undefined {
  const said = plain(value);
  if (said.length < 5 || others.has(said) || words.some(word => isForm(said, plain(word)))) return undefined;
  const most = said.length < 8 ? 1 : 2;
  return words.find(word => word.length > 4 && editDistance(said, plain(word)) <= most);
}

function plain(value: string): string {
  return value.toLowerCase().replace(/[-_\s]/g, '');
}

/** `annually` and `automatic` beside `annual` and `automated`: only the endings differ. */
function isForm(said: string, word: string): boolean {
  return said === word || (said.length >= word.length && said.startsWith(word.slice(0, -2)));
}
