// What the server takes for control documentation, told roughly by names and words: it decides only whether the server is
// worth starting. A test compares the two.

/** What a page says at a glance. */
export type Likeness = 'sure' | 'likely' | 'none';

const frontPage =
  /(?:^|\/)(?:readme[^./]*|licen[cs]e|contributing|code_of_conduct|todo|security|notice|authors|claude|agents|gemini|copilot-instructions|changelog|summary)\.[^/]*$/i;
const markdown = /\.(?:md|markdown|mdx|md\.tmpl)$/i;
const called = /\b(?:polic(?:y|ies)|procedures?|standards?)\b/i;

/** Whether a path is that of a page that may be control documentation, rather than about its repository. */
export function isLikelyPage(path: string): boolean {
  return markdown.test(path) && !frontPage.test(path);
}

/** Whether the path of a page calls it a policy, a procedure, or a standard: such pages are looked at first. */
export function isCalledPolicy(path: string): boolean {
  return called.test(path.replace(/[-_/]/g, ' '));
}

/** Whether a page is surely control documentation, or likely where there is another such. */
export function likenessOf(text: string, path: string): Likeness {
  if (
    /^[ \t-]*(?:satisfies|tsc_criteria)[ \t]*:|^policy[ \t]*:[ \t]*(["']?)true\1[ \t]*(?:#.*)?$/m.test(text)
  )
    return 'sure';
  const ids = text.match(/\b(?:CC|cc|Cc|PI|[ACP])[ _-]?\d{1,2}[._]\d/g) ?? [];
  const isOurs = /\bTSC\b|\bSOC[ -]?2|\bTrust[ -]Services?\b|\bTSP[ -]?100\b|\bCC ?\d\.\d/i.test(text);
  if (isOurs && (ids.length > 1 || (ids.length === 1 && /SOC|TSC|Trust/i.test(text)))) return 'sure';
  const title = /^(?:title:|#+ )(.*)$/m.exec(text)?.[1] ?? '';
  const isPolicy = isCalledPolicy(path) || called.test(title);
  const isOfPeople = /\b(?:employees?|personnel|staff|workforce|contractors|auditors?)\b/i.test(text);
  return isPolicy && isOfPeople ? 'likely' : 'none';
}

/**
 * Whether one of some pages is surely control documentation, or two are likely. It looks into them one after the other.
 * @param read gives the text of a page; null where it cannot be read
 * @param isInTime whether there is time for another page
 */
export async function areLikely(
  paths: readonly string[],
  read: (path: string) => Promise<string | null>,
  isInTime: () => boolean,
): Promise<boolean> {
  let likely = 0;
  for (const path of paths) {
    if (!isInTime()) return false;
    const text = await read(path);
    const likeness = text === null ? 'none' : likenessOf(text, path);
    if (likeness === 'sure' || (likeness === 'likely' && ++likely > 1)) return true;
  }
  return false;
}
