import type { DocumentFacts } from '../../../formats/facts.ts';
import { isProse } from '../../../markdown/scan.ts';
import type { Report } from '../../../program/report.ts';
import type { YamlNode } from '../../../yaml/node.ts';
import type { DocumentRule, Fix, FixTarget } from '../../rule.ts';

const soc = 'SOC[ -]?(?:[123]|I{1,3})®?(?:[ ,]+\\(?Type[ -]?(?:[12]|I{1,2})\\)?)?';
const ofReport = '(?! (?:criteria|requirements?|reports?|controls?|polic|principles?))';
/** The end of a part of a sentence, or a word that goes on with when, where, and how. */
const atEnd =
  '(?=\\s*(?:[.,;:!)|]|$|\\n)|\\s+(?:in|with|and|without|last|this|on|for|again|since|by|each|every|annually)\\b)';
const iso = '(?:\\s*(?:,|&|\\/|\\band\\b|, and\\b)\\s*ISO(?:\\/IEC)?[ -]?\\d{4,5}(?:[:-]\\d{4})?){1,3}';
const claims = new RegExp(
  [
    `\\b${soc}(?:${iso})?(?:[ -]fully)?[\\s-]+(?:certified(?! public)|accredited|compliant)\\b`,
    `\\b${soc}(?:\\s+compliance)?\\s+(?:certifications?|certificates?)\\b`,
    `\\b(?:certified|accredited)\\s+(?:for|to|under|against|in|with)\\s+${soc}\\b${ofReport}`,
    `\\bcertified\\s+${soc}${atEnd}`,
    `\\bcompliant\\s+(?:with|to)\\s+${soc}\\b${ofReport}`,
    `\\bpass(?:ed|es)\\s+(?:(?:our|its|their|the|an?|this|last|first|second|third|annual|every|each)\\s+){0,3}${soc}\\b(?:\\s+(?:audit|examination|assessment|attestation))?${atEnd}`,
  ].join('|'),
  'gi',
);
const nameOfSoc = new RegExp(soc, 'i');
/** What says, before the words, that there is no such thing, that others say so, or that it speaks of the words. */
const takenBack =
  /\b(?:not?|never|nobody|nothing|neither|nor|cannot|avoid|instead of|rather than|words?|terms?|phrases?|so-called|call(?:s|ed|ing)?|claim(?:s|ed|ing)?|says?|saying|myths?|misnomers?|misleading|forbidden|prohibited|banned)\b|n['’]t\b/i;
/** What says so behind the words: `does not exist`, `is a misnomer`, or a `No` in the next cell. */
const takenBackAfter =
  /^\W*(?:(?!(?:and|but|so|or|which)\b)\w+\s+){0,2}(?:is|are|was|were|does|do|did|has|have|can|should|must|may|will)(?:\s+(?:not|never)\b|n['’]t\b)|^\W*cannot\b|^\s*\|\s*(?:no|not|never|n\/?a|false)\b|\b(?:no such|myths?|misnomers?|misleading|forbidden|prohibited|attestations?)\b/i;
/** What a link to another site begins with whose text is the title of what others wrote. */
const title = /\b(?:how|why|what|when|guide|get|getting|become|becoming|steps?)\b/i;
/** Keys of what others have written, and of names. */
const othersKeys: ReadonlySet<string> = new Set(['question', 'tags', 'id', 'source', 'file', 'url']);

export const rule: DocumentRule = {
  name: 'documents/certificate-claim',
  reads: 'document',
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'Words such as `SOC 2 certified`, `SOC 2 compliant`, or `passed SOC 2`.',
  why: 'There is no SOC 2 certificate. A SOC examination ends in a report with the opinion of an independent auditor. Nobody passes it, and nobody certifies the result. A customer who reads that you are certified is misled, and your auditor will ask you to take it back.',
  fix: 'Name the report: `has a SOC 2 Type II report`. If you have none yet, say so: `is preparing for a SOC 2 Type II report`. To say what you do now, name the Trust Services Criteria that your controls address. From vendors, ask for a report.',
  messages: {
    default:
      'There is no {soc} certificate: an auditor gives an opinion in a report. In place of `{words}`, name the report.',
    compliant:
      'Nobody confirms compliance with {soc}: an auditor gives an opinion in a report. In place of `{words}`, name the report.',
    passed:
      'Nobody passes {soc}: an auditor gives an opinion in a report. In place of `{words}`, say that the examination is complete, or name the report.',
  },
  examples: {
    bad: [
      `
      === answers/security.yaml
      - id: Q-01
        question: Are you SOC 2 certified?
        answer: Yes, we are SOC 2 Type II certified, and passed our SOC 2 audit in May.
                            ^^^^^^^^^^^^^^^^^^^^^^^
                                                         ^^^^^^^^^^^^^^^^^^^^^^
      `,
      `
      === policies/vendors.md
      ---
      title: Vendor policy
      ---
      Hosting providers are SOC 2 compliant. Payment providers send their SOC 1 certificate each year.
                            ^^^^^^^^^^^^^^^
                                                                          ^^^^^^^^^^^^^^^^^
      `,
      `
      === policies/trust.md
      ---
      title: Trust page
      ---
      Acme passed the SOC 2 audit with no exceptions.
           ^^^^^^^^^^^^^^^^^^^^^^
      We are SOC 2 certified and have no findings.
             ^^^^^^^^^^^^^^^
      Acme is SOC 2 Type II certified, so customers need not send questionnaires.
              ^^^^^^^^^^^^^^^^^^^^^^^
      We have been SOC 2 certified since 2023 without exceptions, and never had a breach.
                   ^^^^^^^^^^^^^^^
      We are SOC 2 (Type II) certified. We are certified SOC 2 Type II.
             ^^^^^^^^^^^^^^^^^^^^^^^^^
                                               ^^^^^^^^^^^^^^^^^^^^^^^
      We are SOC 2 & ISO 27001 certified. Our host passes its SOC 2 audit each year.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                   ^^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === policies/marketing.md
      ---
      title: What we say about audits
      ---
      We have a SOC 2 Type II report, and are ISO 27001 certified. There is no SOC 2 certificate, so nobody writes
      \`SOC 2 certified\` or "SOC 2 compliant". SOC 2 certified public accountants sign the report.

      The compliance lead passed the SOC 2 report to sales. Our SOC 2 compliance program has an owner.

      ## Are you SOC 2 certified?

      We do not say so. If a vendor claims to be SOC 2 compliant, ask for its report. Vendors that say they are SOC 2 certified
      must send the report. What people call SOC 2 certification is an attestation. The words SOC 2 certification are a misnomer.
      Note that SOC 2 certification is a misnomer. SOC 2 certification does not exist. Ana is a Certified SOC 2 Auditor. The page
      [how to get SOC 2 certified](https://example.com/soc-2) explains it.

      Forbidden words:

      - passed SOC 2
      - SOC 2 certified

      | Question | Answer |
      | --- | --- |
      | SOC 2 certified | No; we have a report |
      `,
      `
      === answers/security.yaml
      - id: Q-01
        question: Please send your SOC 2 certificate.
        answer: We share our SOC 2 Type II report under a confidentiality agreement.
      === registers/requests.yaml
      - kind: request
        text: Lists of SOC 2 certified vendors.
      `,
    ],
  },
  fixes(target) {
    const { path, range, facts, message } = target;
    const words = facts.text.slice(range.start, range.end);
    const write = (start: number, text: string, preferred = false): Fix[] => [
      {
        title: `Write ${text.replace(/\s+/g, ' ')}`,
        edits: [{ path, start, end: range.end, text }],
        preferred,
      },
    ];
    if (message === 'passed') return write(range.start, completed(words), true);
    if (/certifications?$|certificates?$/i.test(words))
      return write(range.start, ...reportIn(words, facts.text.slice(0, range.start)));
    // What is certified beside, such as ISO 27001, has words of its own.
    const report = /\bISO\b/i.test(words) ? undefined : havingReport(target);
    return report ? write(range.start - report.before, report.text) : [];
  },
  check(facts, report) {
    if (!/SOC[ -]?[123I]/i.test(facts.text)) return;
    const seek = (start: number, end: number, isLeft: (from: number, to: number) => boolean) => {
      const text = facts.text.slice(start, end);
      for (const { index, 0: words } of text.matchAll(claims)) {
        const [from, to] = [start + index, start + index + words.length];
        if (!isLeft(from, to) || !isClaimed(text, index, words.length)) continue;
        const said = { words: words.replace(/\s+/g, ' '), soc: kindOf(words) };
        report({ start: from, end: to }, said, messageFor(words));
      }
    };
    for (const [start, end] of valuesIn(facts)) seek(start, end, () => true);
    const { markdown, envelope } = facts;
    if (markdown && envelope && facts.summary.shape.records[0]?.standing !== 'retired')
      seek(envelope.bodyStart, facts.text.length, (from, to) => isProse(markdown, from, to));
  },
};

function messageFor(words: string): string {
  if (/^pass/i.test(words)) return 'passed';
  return /compliant/i.test(words) ? 'compliant' : 'default';
}

/** `SOC 2` of `soc2 Type II certified`. */
function kindOf(words: string): string {
  const [, number = ''] = /soc[ -]?([123]|I{1,3})/i.exec(words) ?? [];
  return `SOC ${/\d/.test(number) ? number : number.length}`;
}

/** The stretches of the values in which the organization speaks for itself. */
function valuesIn({ records, summary }: DocumentFacts): [start: number, end: number][] {
  const found: [number, number][] = [];
  const walk = (node: YamlNode | undefined): void => {
    if (node?.type === 'mapping') {
      for (const { key, value } of node.entries) if (!othersKeys.has(key.value)) walk(value);
    } else if (node?.type === 'sequence') for (const item of node.items) walk(item);
    else if (node?.type === 'scalar') {
      const quote = node.style === 'double' || node.style === 'single' ? 1 : 0;
      found.push([node.start + quote, node.end - quote]);
    }
  };
  for (const [i, { kind, mapping }] of records.entries())
    if (kind !== 'request' && summary.shape.records[i]?.standing !== 'retired') walk(mapping);
  return found;
}

/** Not asked, not quoted, and not taken back in its own sentence or in the one before its list. */
function isClaimed(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const after = text.slice(at + length, at + length + 300);
  const start = ([...before.matchAll(/[.?!](?=\s)|\n(?=[ \t]*\n|#)/g)].at(-1)?.index ?? -1) + 1;
  const end = /[.?!](?=\s|$)|\n\s*\n/.exec(after);
  if (end?.[0] === '?') return false;
  const lead = before.slice(start);
  if (/["'“‘`*_]$/.test(lead) || (lead.split('"').length - 1) % 2 === 1) return false;
  if (lead.lastIndexOf('“') > lead.lastIndexOf('”')) return false;
  if (isTitle(lead, after) || takenBack.test(lead) || takenBack.test(beforeList(text, at))) return false;
  return !takenBackAfter.test(after.slice(0, end?.index ?? after.length));
}

/** Whether the words stand in the text of a link that names what somebody else has written. */
function isTitle(lead: string, after: string): boolean {
  const open = lead.lastIndexOf('[');
  if (open < 0 || !/^[^\][\n]*\]\(\s*<?https?:/.test(after)) return false;
  return title.test(lead.slice(open)) || /\b(?:see|read|page|post|article):? ?$/i.test(lead.slice(0, open));
}

/** How many characters of a list before an item are looked at. */
const mostOfList = 2000;

/** The line that introduces the list of an item, where it ends in a colon; else nothing. */
function beforeList(text: string, at: number): string {
  const lines = text.slice(Math.max(0, at - mostOfList), at).split('\n');
  if (!listItem.test(lines.at(-1) ?? '')) return '';
  const intro = lines.findLast(line => line.trim() !== '' && !listItem.test(line) && !/^\s/.test(line)) ?? '';
  return /:[*_]*\s*$/.test(intro) ? intro : '';
}

const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/** `completed our SOC 2 examination`, for `passed our SOC 2 audit`. */
function completed(words: string): string {
  const name = nameOfSoc.exec(words);
  const article = words.slice('passed'.length, name?.index).trim() || 'a';
  const verb = /^passes/i.test(words) ? 'completes' : 'completed';
  return `${verb} ${article} ${name?.[0] ?? ''} examination`;
}

const determiner = /\b(?:an?|the|our|its|their|your|his|her|this|that|any|each|every|of|current|valid)\s+$/i;
const having =
  /\b(?:have|has|hold|holds|get|gets|obtain|obtains|achieve|achieves|receive|receives|maintain|maintains|need|needs|with|for|without|require|requires)\s+$/i;

/** The noun for the same thing, and whether it is surely what is wanted. */
function reportIn(words: string, before: string): [text: string, preferred: boolean] {
  const isOne = !/s$/i.test(words);
  const noun = `${nameOfSoc.exec(words)?.[0] ?? ''} ${isOne ? 'report' : 'reports'}`;
  const near = before.slice(-30);
  if (isOne && having.test(near)) return [`a ${noun}`, true];
  return [noun, !isOne || determiner.test(near)];
}

/**
 * What to write for `are SOC 2 certified`, and how many characters before the finding it replaces. That the organization has
 * a report is written only where the manifest says that it was issued.
 */
function havingReport({
  facts,
  range,
  program,
  args: { soc: kind = '' },
}: FixTarget): { readonly text: string; readonly before: number } | undefined {
  const words = facts.text.slice(range.start, range.end);
  const lead = facts.text.slice(Math.max(0, range.start - 120), range.start);
  const found = /\b(is|are|be) (?:(?:also|fully|now|already|currently) )?$/i.exec(lead);
  const [, be = ''] = found ?? [];
  const name = nameOfSoc.exec(words)?.[0];
  if (!found || name === undefined) return undefined;
  const before = lead.length - found.index;
  if (/^be$/i.test(be)) return { before, text: `have a ${name} report` };
  const has = /^is$/i.test(be) ? 'has' : 'have';
  if (!isOurselves(lead.slice(0, found.index), program.manifest?.shape.organization))
    return /compliant/i.test(words) ? undefined : { before, text: `${has} a ${name} report` };
  const reports = program.reports.filter(
    one => !one.assumed && one.kind === kind.toLowerCase().replace(' ', ''),
  );
  const issued = reports.filter(({ state }) => state === 'issued').at(-1);
  if (issued) return { before, text: `${has} a ${withType(name, issued)} report` };
  const [next] = reports;
  return next && { before, text: `${be} preparing for a ${withType(name, next)} report` };
}

/** @param before what stands before the verb */
function isOurselves(before: string, organization: string | undefined): boolean {
  const said = before.trim().toLowerCase();
  if (organization !== undefined && said.endsWith(organization.toLowerCase())) return true;
  return /(?:^|\s)(?:we|our (?:company|organization|service|platform|product|team))$/.test(said);
}

function withType(name: string, { type }: Report): string {
  if (type === undefined || /type/i.test(name)) return name;
  return `${name} Type ${type === 1 ? 'I' : 'II'}`;
}
