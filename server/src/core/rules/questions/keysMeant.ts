import { citationsIn } from '../../catalog/citations.ts';
import { isTsc } from '../../catalog/isTsc.ts';
import { tsc } from '../../catalog/tsc.ts';
import type { Key } from '../../model/key.ts';
import { editDistance, isSwapped } from '../../text/distance.ts';
import { items, resolved } from '../../yaml/lookup.ts';
import type { YamlNode } from '../../yaml/node.ts';

/** What an id or the name of a system looks like: in a sentence the key has a meaning of its own. */
const likeId = /^[\w./:@-]+(?:, ?[\w./:@-]+)*$/;

/**
 * The key that is meant by its singular or plural, such as `controls` by `control: AC-04`; undefined where no key is, or
 * where the value is not what that key holds.
 */
export function inOtherNumber(
  written: string,
  value: YamlNode | undefined,
  keys: Iterable<Key>,
): string | undefined {
  const values = items(value).map(item => resolved(item));
  for (const { name, type, names, words } of keys) {
    if (!isOtherNumber(written, name)) continue;
    const isHeld = values.every(one => {
      if (one?.type !== 'scalar') return false;
      const text = one.value.trim();
      return words
        ? words.includes(text.toLowerCase())
        : likeId.test(text) && !/^(?:true|false)$/i.test(text);
    });
    if (values.length > 0 && isHeld && (type === 'reference' || names === 'system' || words)) return name;
  }
  return undefined;
}

const ends = new Map([
  ['from', 'start'],
  ['to', 'end'],
  ['until', 'end'],
  ['start', 'from'],
  ['begin', 'start'],
  ['end', 'to'],
]);

/** The key for the first or last day of a period that is meant by another word for it; undefined where none is. */
export function inOtherWord(written: string, keys: Iterable<Key>): string | undefined {
  const meant = ends.get(written.toLowerCase());
  return [...keys].find(({ name, type }) => name === meant && type === 'date')?.name;
}

/** Whether a word is the singular or the plural of a key. */
function isOtherNumber(written: string, key: string): boolean {
  const [one, other] = [written.toLowerCase(), key.toLowerCase()];
  return one !== other && (one === singular(other) || other === singular(one));
}

function singular(word: string): string {
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}

/** Whether a name is nearly one of the names of the TSC. */
export function isNearTsc(name: string): boolean {
  const said = name.toLowerCase().replace(/[\s_-]/g, '');
  if (isTsc(name) || said.length < 3) return false;
  return catalogNames.some(one => isSwapped(said, one) || editDistance(said, one) === 1);
}

const catalogNames = ['tsc', 'tsp', 'soc2', 'aicpa', 'trustservicescriteria'];

/**
 * Whether a name under `satisfies` is that of the TSC with a slip in it: `TCS`, and what it holds are ids of the common
 * criteria. Any other name is that of another catalog.
 */
export function isMistypedTsc(text: string, name: string, value: YamlNode | undefined): boolean {
  if (!isNearTsc(name)) return false;
  return items(value).some(
    one =>
      one?.type === 'scalar' &&
      citationsIn(text, one.start, one.end, 'value', tsc).some(
        ({ id, ambiguous }) => !ambiguous && tsc.criterion(id) !== undefined,
      ),
  );
}
