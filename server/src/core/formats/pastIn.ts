import type { Past } from '../model/shape.ts';
import { entriesOf } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping } from '../yaml/node.ts';
import { textIn } from './stated.ts';

/** Keys of other tools for reviews (`lastReviewed`, `nextReview`), but for who reviews. */
const reviewKeys =
  /^(?!(?:reviewed|reviewEvery)$)(?!.*reviewers?$).*(?:review|revis|history|change[-_ ]?log)/i;
/** And for the versions before this one. */
const versionKeys =
  /history|replac|previous|predecessor|prior(?!it)|versions|revisions|change[-_ ]?log|obsoletes/i;

/** What the lines that tell of either have in them: only these are looked at. */
const telling =
  /view|VIEW|vision|VISION|version|Version|VERSION|history|History|HISTORY|Change|CHANGE|Document|DOCUMENT/g;
/** A line that begins a table or a list of versions: `## Revision history`, `**Version history**`, `| Version | Date |`. */
const historyLine =
  /^[#*_|\d.) \t]*(?:(?:revision|version|change|document|amendment|policy|review) (?:history|log)|document control)\b|^#[#\d.) \t]*(?:history|revisions|versions|changelog)\s*$|^\|(?=.*\b(?:version|revision)\b).*\bdate\b/i;
/** `Last reviewed: ...`, `| Next review | ...`, `Reviewed on March 3, 2026`. */
const reviewWords =
  /\b(?:last|latest|next|most recent) review(?:ed)?\b|\b(?:reviewed(?: on| by)?|review date)\b[ \t*_]*[:|]|\breviewed (?:and approved )?(?:on|in)\b.{0,20}\b20\d\d\b/i;
const versionWords = /\bversion\b[ \t*_]*[:|][ \t*_|]*(\S+)/i;

/**
 * What a policy tells of its past in words that are not read: in keys of other tools, or in its body.
 * @param body its text without the metadata; empty where it has none
 */
export function pastIn(mapping: YamlMapping | undefined, body: string): readonly Past[] {
  const said = mapping ? entriesOf(mapping).filter(saysAnything) : [];
  const lines = tellingLines(body);
  const hasHistory = lines.some(line => historyLine.test(line));
  const isReviewed =
    hasHistory ||
    lines.some(line => reviewWords.test(line)) ||
    said.some(({ key }) => reviewKeys.test(key.value));
  const hasVersions =
    hasHistory ||
    lines.some(line => isLaterVersion(versionWords.exec(line)?.[1])) ||
    said.some(tellsOfVersions);
  return [...(isReviewed ? (['reviews'] as const) : []), ...(hasVersions ? (['versions'] as const) : [])];
}

function tellingLines(body: string): readonly string[] {
  const lines: string[] = [];
  telling.lastIndex = 0;
  for (let match = telling.exec(body); match; match = telling.exec(body)) {
    const next = body.indexOf('\n', match.index);
    const end = next < 0 ? body.length : next;
    lines.push(body.slice(body.lastIndexOf('\n', match.index) + 1, end));
    telling.lastIndex = end;
  }
  return lines;
}

function saysAnything({ value }: YamlEntry): boolean {
  return value !== undefined && (value.type !== 'scalar' || textIn(value) !== undefined);
}

function tellsOfVersions({ key, value }: YamlEntry): boolean {
  if (key.value === 'supersedes') return isNone.test(textIn(value) ?? '');
  if (/^(?:version|revision|rev)$/i.test(key.value)) return isLaterVersion(textIn(value));
  return versionKeys.test(key.value);
}

/** By which `supersedes` says that there was no version before. */
const isNone = /^(?:none|nil|n\/?a|not applicable|no|nothing|-+|–|—)$/i;

/** Whether a version is above the first: `2.0`, `v1.1`, not `1.0` and not `0.9`. */
function isLaterVersion(text: string | undefined): boolean {
  const number = /^(?:v|ver|version|rev|revision)?\.? ?(\d+(?:\.\d+)*)/i.exec(text ?? '')?.[1] ?? '';
  const [major = '', ...minor] = number.split('.');
  return Number(major) > 1 || (Number(major) === 1 && minor.some(part => Number(part) > 0));
}
