import type { Citation } from '../catalog/citations.ts';
import { maybeId } from '../catalog/citationTokens.ts';
import { hasLookAlike } from '../catalog/lookAlikes.ts';
import { tsc } from '../catalog/tsc.ts';
import { scanMarkdown } from '../markdown/scan.ts';
import { isCalledPolicy, policyFlag } from './callsItself.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import { foreignFrontMatter } from './foreignFrontMatter.ts';
import { bodyCitations } from './mentions.ts';

/** By what a Markdown page, wherever it lies, tells that it is control documentation. */
export interface PageSigns {
  /** Its front matter says so: `policy: true`, `satisfies`, or `tsc_criteria`. */
  readonly isSaid: boolean;
  /** Its title, name, or folder calls it a policy, a procedure, or a standard. */
  readonly isCalled: boolean;
  /** Its title is one that such documents usually have, such as "Acceptable Use" or "Incident Response Plan". */
  readonly isUsual: boolean;
  /** It speaks of the people of an organization, as policies do and pages about software rarely. */
  readonly isOfPeople: boolean;
  /**
   * The ids of criteria that it cites, each once, in order of appearance; none where it only mentions one and does not say what
   * it is.
   */
  readonly criteria: readonly string[];
}

const frameworkName = /\bTSC\b|\bSOC[ -]?2|\bTrust[ -]Services?\b|\bTSP[ -]?100\b/i;
const people = /\b(?:employees?|personnel|staff|workforce|contractors|auditors?)\b/i;
const usualTitle = new RegExp(
  `^(?:the )?(?:${[
    'acceptable use',
    'access (?:control|management)',
    'asset management',
    'background checks?',
    'business continuity',
    'change management',
    'data (?:classification|protection|retention)',
    'disaster recovery',
    'incident (?:response|management)',
    'information security',
    'physical security',
    'risk (?:assessment|management)',
    'secure development',
    'system description',
    'vendor (?:risk )?management',
    'vulnerability management',
  ].join('|')})(?: (?:guidelines?|plan|policy|procedures?|process|program|standards?))?$`,
  'i',
);

/** A Markdown page that has been read. */
export interface ReadPage {
  readonly envelope: Envelope;
  /** What it cites, its metadata included, looked for where it is asked for. */
  readonly citations: () => readonly Citation[];
}

/** Reads as much of a Markdown page as its signs ask for. */
function readPage(text: string): ReadPage {
  const envelope = envelopeOf(text, false);
  return { envelope, citations: () => bodyCitations(text, 0, scanMarkdown(text, envelope.bodyStart), tsc) };
}

/**
 * What a Markdown page says by itself, without regard to where it lies. One that says that it is no policy has no signs.
 * @param text without a byte order mark
 * @param path relative to the folder that is looked at, with `/`
 * @param page what has been read of it already
 */
export function pageSigns(text: string, path: string, page: ReadPage = readPage(text)): PageSigns {
  const { style, metaStart, metaEnd, bodyStart } = page.envelope;
  const meta = text.slice(metaStart, metaEnd);
  const foreign = style === 'none' ? foreignFrontMatter(text) : undefined;
  const said = /^title:(.*)$/m.exec(meta)?.[1] ?? foreign?.title;
  const title = said ?? /^#+ (.*)$/m.exec(text.slice(bodyStart))?.[1] ?? '';
  const flag = foreign ? foreign.isRecord : policyFlag(meta);
  if (flag === false)
    return { isSaid: false, isCalled: false, isUsual: false, isOfPeople: false, criteria: [] };
  const isSaid = flag === true || /^(?:satisfies|tsc_criteria)\s*:/m.test(meta);
  return {
    isSaid,
    isCalled: isCalledPolicy(`${title} ${path}`),
    isUsual: usualTitle.test(title.replace(/^["'\s]+|(?<!["'\s#])["'\s#]+$/g, '')),
    isOfPeople: people.test(text),
    criteria: maybeId.test(text) || hasLookAlike(text) ? citedIn(text, isSaid, page) : [],
  };
}

function citedIn(text: string, isSaid: boolean, { citations }: ReadPage): readonly string[] {
  const ids = citations().map(({ id }) => id);
  return isSaid || citesAsDocument(ids.length, text) ? [...new Set(ids)] : [];
}

/**
 * Whether a page cites criteria rather than only mentions one: it cites more than once, or names the framework beside it.
 * @param count how many citations it has
 */
export function citesAsDocument(count: number, text: string): boolean {
  return count > 1 || (count === 1 && frameworkName.test(text));
}
