import { editDistance, isSwapped } from '../../text/distance.ts';

/** Words of their own that are near to a key. */
const others = new Set(['clause', 'roles', 'score', 'stage']);

/**
 * Whether a key is surely another with a slip in it, where keys of one's own are usual: what differs in its ending only
 * (`reviewer`, `owners`) is another word.
 */
export function isMisspelled(key: string, name: string): boolean {
  const said = key.toLowerCase();
  const meant = name.toLowerCase();
  if (said.length < 4 || meant.length < 5 || Math.abs(said.length - meant.length) > 2) return false;
  if (others.has(said)) return false;
  const ending = meant.length < 7 ? 1 : 2;
  if (said.startsWith(meant.slice(0, -ending)) || meant.startsWith(said)) return false;
  const distance = editDistance(said, meant);
  if (distance === 0) return false;
  return distance <= (meant.length < 9 ? 1 : 2) || (distance === 2 && sorted(said) === sorted(meant));
}

/** Whether a key is surely another, where only known ones have a place: one slip in it, or other signs between its words. */
export function isSameKey(key: string, name: string): boolean {
  const [said, meant] = [plain(key), plain(name)];
  return said === meant || isSwapped(said, meant) || editDistance(said, meant) === 1;
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '');
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
