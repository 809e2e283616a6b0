// What the columns of a table hold, by the words of its header, and whether it is a table of controls.
import { crosses, statusHeader } from './denialWords.ts';

/** What a column of a table of controls holds: a key of a control. */
export type ControlKey =
  | 'id'
  | 'title'
  | 'statement'
  | 'satisfies'
  | 'owner'
  | 'performedBy'
  | 'frequency'
  | 'status'
  | 'nature'
  | 'execution'
  | 'key'
  | 'implementedOn'
  | 'retiredOn';

/** The columns of a table that surely lists controls. */
export interface ControlColumns {
  /** The key that each column holds; undefined for a column that holds none of them. */
  readonly keys: readonly (ControlKey | undefined)[];
  /** Whether the header says that the criteria are ours, so that anything that looks like an id there is meant as one. */
  readonly isOurs: boolean;
}

/** What a table is part of, as far as that tells whether its rows are controls. */
export interface Surroundings {
  /** Whether the page lies in a folder of controls. */
  readonly inControls: boolean;
  /** The titles above the table, the document's first. */
  readonly titles: readonly string[];
}

const idOfControl =
  /^(?:key |internal |our )?(?:controls?|ctrl)[ -]?(?:ids?|identifier|no|nr|number|num|#|ref|reference|code)\.?$/;
const anyId = /^(?:ids?|identifier|#|no|nr|number|ref|reference|code)\.?$/;
const theControl = /^(?:(?:key|internal|our) )?controls?$/;
const titleHeader = /^(?:control )?(?:title|name)$/;
const statementHeader =
  /^(?:control (?:statement|description|activity|activities|details?|text|procedure)|statement|description|activity|what (?:is|we|they) do(?:ne)?|what happens|our control|control in place|implementation(?: (?:details?|description|statement))?)$/;
const ours =
  /^(?:aicpa )?(?:tscs?|tsp(?: section)? ?100|soc[ -]?2|trust services? (?:criteri(?:on|a)|categor(?:y|ies)|principles?)|common criteria|cc)(?: (?:tsc|criteri(?:on|a)|ids?|refs?|references?|mappings?|numbers?|#|cc))*(?: \(.{1,30}\))?$/;
const anyCriteria =
  /^(?:(?:applicable|mapped|related|relevant) )?criteri(?:on|a)(?: (?:ids?|refs?|references?|mappings?|met|served|addressed|covered|satisfied))?$|^satisfies$|^(?:framework )?mappings?$|^(?:mapped to|maps to)$/;
const others: readonly (readonly [RegExp, ControlKey])[] = [
  [
    /^(?:control )?owners?$|^owned by$|^responsib(?:le|ility)(?: (?:party|person|role|team))?$|^accountable$/,
    'owner',
  ],
  [/^(?:performed|operated|executed) by$|^(?:control )?(?:performer|operator)$|^who$/, 'performedBy'],
  [
    /^(?:(?:control|operating) )?(?:frequency|freq\.?|cadence|periodicity)$|^how often$|^frequency of (?:the )?(?:control|operation|performance)$/,
    'frequency',
  ],
  [/^(?:preventive|detective)\b.*(?:detective|preventive|corrective)$|^(?:control )?nature$/, 'nature'],
  [/^(?:manual|automated)\b.*(?:manual|automated)$|^execution$/, 'execution'],
  [/^key(?: control)?$/, 'key'],
  [/^implemented on$|^implementedon$|^implementation date$/, 'implementedOn'],
  [/^retired on$|^retiredon$/, 'retiredOn'],
];
const typeHeader = /^(?:control )?type$/;
const typeWords: readonly (readonly [RegExp, ControlKey])[] = [
  [/prevent|detect|correct/i, 'nature'],
  [/manual|automat/i, 'execution'],
];

/** A column that only tables of something else have: findings, tests, risks, gaps, requests, and what others have to do. */
const otherTable =
  /^(?:(?:audit )?(?:findings?|observations?|exceptions?|deviations?)|(?:auditor|tests?|testing)\b.*|.*\b(?:tests?|testing|results?)|likelihood|impact|severity|(?:inherent|residual)\b.*|risk (?:rating|level|score)|recommendations?|management response|due(?: date)?|remediation\b.*|gaps?\b.*|questions?|answers?|responses?|requests?|vendors?|subservice\b.*|(?:user entity|customer)\b.*|cuecs?|csocs?)$/;
/** Titles above tables of something else, and of controls that are another framework's, another party's, or nobody's. */
const otherTitle =
  /\b(?:findings|observations|exceptions|deviations|tests? of|test(?:ing)? (?:results?|procedures?)|results of|gap (?:analysis|assessment)|gaps|remediation|risk register|auditors?|pbc|(?:audit|evidence) requests?|complementary|user[- ]entity|user controls?|subservice|cuecs?|csocs?|customer (?:responsib\w*|controls?)|examples?|samples?|templates?|crosswalk|iso|iec|2700[12]|nist|800-53|csf|cis|pci|hipaa|hitrust|cmmc|fedramp|cobit|gdpr|sox|annex|planned|future|proposed|retired|former|out of scope|not (?:yet )?(?:implemented|applicable|in place))\b/i;
/** The heading right above a table of something else that happened to controls, or is planned for them. */
const otherHeading =
  /\b(?:incidents|(?:open|known) issues|issues|failures|action (?:plan|items)|roadmap|kpis?|metrics|change ?log)\b/i;
/** `Policies and controls` does not say which of the two a table lists. */
const otherThings =
  /\b(?:risks|threats|policies|procedures|evidence|systems|assets|roles|requirements|vendors)\b/i;
/** Beside an id that does not say whose it is, this is what has the id: `ID | Threat | Control`. */
const otherColumn =
  /^(?:risks?|threats?|polic(?:y|ies)|procedures?|evidence|systems?|assets?|roles?|requirements?|incidents?|issues?|tickets?)(?: (?:names?|titles?|descriptions?|statements?))?$/;
/** Before an id below `Control`, this is what the row is about: `Incident | Control`. */
const otherEvent = /^(?:risks?|threats?|evidence|incidents?|issues?|tickets?)$/;
/** `Control`, and `Control description`. */
const ofControl = /^(?:(?:key|internal|our) )?controls?\b/;
/** `Access control policy` is about something else. */
const ofControls = /\bcontrols\b/i;
/** An id has a letter and a number, and no spaces; a number alone is that of the row. */
const idForm =
  /^(?=.{0,30}\d)(?=.{0,30}[A-Za-z])[A-Za-z0-9][\w./:()\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212-]{1,30}$/;
/** ISO 27001 numbers its controls so. */
const foreignId = /^A\.\d/;

/** Whether the text of a cell may be the id of a control. */
export function isControlId(cell: string): boolean {
  return idForm.test(cell) && !foreignId.test(cell);
}

/**
 * The columns of a table, where it surely lists controls: it has a column of ids, one of criteria, and one that says what is
 * done; and the folder, the header or a title speaks of controls. A table of findings, tests, risks, gaps, or requests has
 * other columns or stands below other titles, and so have the controls of another framework or party.
 * @param header the words of the header's cells, in any case
 * @param column gives the words of the cells of a column, below the header
 * @param isCriterion whether a word is the id of a criterion, which is no id of a control
 * @returns undefined for any other table
 */
export function controlColumns(
  header: readonly string[],
  column: (index: number) => readonly string[],
  { inControls, titles }: Surroundings,
  isCriterion: (word: string) => boolean,
): ControlColumns | undefined {
  const heads = header.map(head => withoutMarks(head.toLowerCase()));
  const criteria = columnNamed(heads, ours, anyCriteria);
  if (criteria === undefined || heads.some(head => otherTable.test(head))) return undefined;
  const hasIds = (index: number) => {
    const cells = column(index).filter(cell => cell !== '');
    const ids = cells.filter(cell => isControlId(cell) && !isCriterion(cell));
    return ids.length > 0 && ids.length * 2 >= cells.length;
  };
  const control = columnNamed(heads, theControl);
  const own = columnNamed(heads, anyId);
  const named = control !== undefined && hasIds(control) ? control : undefined;
  const id = columnNamed(heads, idOfControl) ?? named ?? own;
  if (id === undefined || !hasIds(id) || isOtherTitle(titles)) return undefined;
  const isOwn = id === own;
  // Rows with ids of their own that name a control by its id are something about that control.
  if (id === named && own !== undefined && hasIds(own)) return undefined;
  if (isOwn && otherColumn.test(heads[id + 1] ?? '')) return undefined;
  if (id === named && otherEvent.test(heads[0] ?? '')) return undefined;
  const keys: (ControlKey | undefined)[] = heads.map(() => undefined);
  keys[id] = 'id';
  keys[criteria] = 'satisfies';
  const statement = keys.findIndex((key, i) => key === undefined && statementHeader.test(heads[i] ?? ''));
  if (statement >= 0) keys[statement] = 'statement';
  const title = keys.findIndex((key, i) => key === undefined && titleHeader.test(heads[i] ?? ''));
  if (title >= 0) keys[title] = 'title';
  // `Control` beside an id is what is done, unless another column says that.
  if (control !== undefined && control !== id) {
    if (statement < 0) keys[control] = 'statement';
    else if (title < 0) keys[control] = 'title';
  }
  const said = keys.findIndex(key => key === 'title' || key === 'statement');
  if (said < 0) return undefined;
  // In `ID | Description | Control` the id is that of what is described.
  const saysControl =
    ofControl.test(heads[said] ?? '') ||
    /^control ./.test(heads[statement] ?? '') ||
    heads.some(head => /^control (?:type|frequency|nature)$/.test(head));
  if (isOwn && !saysControl && !areControls(titles, inControls)) return undefined;
  for (const [i, head] of heads.entries()) {
    const key = keys[i] === undefined ? otherKey(head, column(i)) : undefined;
    if (key !== undefined && !keys.includes(key)) keys[i] = key;
  }
  return { keys, isOurs: ours.test(heads[criteria] ?? '') };
}

/** Whether a table below these titles surely lists something else. */
function isOtherTitle(titles: readonly string[]): boolean {
  return titles.some(title => otherTitle.test(title)) || otherHeading.test(titles.at(-1) ?? '');
}

/** Whether the titles, or else the folder, say that what is listed are controls: the last title that names something counts. */
function areControls(titles: readonly string[], inControls: boolean): boolean {
  const last = titles.findLast(title => ofControls.test(title) || otherThings.test(title));
  return last === undefined ? inControls : ofControls.test(last) && !otherThings.test(last);
}

/** The first column whose header has one of some forms, those of the first form before others. */
function columnNamed(heads: readonly string[], ...forms: readonly RegExp[]): number | undefined {
  for (const form of forms) {
    const index = heads.findIndex(head => form.test(head));
    if (index >= 0) return index;
  }
  return undefined;
}

function otherKey(head: string, cells: readonly string[]): ControlKey | undefined {
  if (isStatusHeader(head)) return 'status';
  const known = typeHeader.test(head)
    ? typeWords.find(([words]) => cells.some(cell => words.test(cell)))
    : others.find(([form]) => form.test(head));
  return known?.[1];
}

/** A column of which a status can be read: `In scope` and `Applicable` say something else. */
function isStatusHeader(head: string): boolean {
  return statusHeader.test(head) && !/applicab|scope|covered|coverage|addressed|met|compliant/.test(head);
}

/** What only says since when: `Implemented (since 2025-03)`. */
const when =
  /\((?=[^()]*\d)(?:(?:since|as of|on|from|in) )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? |q[1-4] )?[\d\s,./-]+\)$/i;

/**
 * What a cell of a column of statuses says: that something is in place, in whatever words or marks below `Implemented` or `In
 * place`, and below any other header in words or marks that leave no doubt. Any other status stays as it is written.
 */
export function statusOf(head: string, cell: string): string {
  const bare = cell.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}.)])[^\p{L}\p{N}.)]+$/gu, '').trim();
  const said = bare.replace(/\.$/, '').replace(when, '').trim();
  if (/^(?:in place|(?:fully )?implemented|implemented and operating|fully in place)$/i.test(said))
    return /^implemented$/i.test(bare) ? bare : 'implemented';
  const asked = withoutMarks(head);
  const isAsked = /^(?:implemented|in place)$/i.test(asked);
  // A mark beside words leaves it to the words, except where the header asks for yes or no.
  const mark = said === '' || isAsked ? cell : '';
  const word = isAsked || /^implementation (?:status|state)$/i.test(asked) ? said : '';
  if (/^(?:yes|y|true|x)$/i.test(word) || /^[✅✓✔☑]/u.test(mark)) return 'implemented';
  if (/^(?:no|n|false)$/i.test(word) || crosses.has(mark.charAt(0))) return 'planned';
  return bare === '' && !isAsked ? cell : bare;
}

/** A header without the question mark or colon behind it. */
function withoutMarks(head: string): string {
  return head.replace(/(?<![?:])[?:]+$/, '').trim();
}
