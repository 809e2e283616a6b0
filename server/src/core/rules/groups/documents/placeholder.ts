import { isForm, makesTickets } from '../../../formats/callsItself.ts';
import type { DocumentFacts } from '../../../formats/facts.ts';
import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import {
  angle,
  bracket,
  capitals,
  isPlaceholder,
  saysComingSoon,
  unfilledFields,
} from '../../../formats/placeholders.ts';
import { labels, processKeys } from '../../../formats/placeholderWords.ts';
import { namesIn } from '../../../formats/readDocument.ts';
import { recordAround } from '../../../formats/recordAt.ts';
import { addKey } from '../../../formats/yamlEdits.ts';
import type { Heading, Link } from '../../../markdown/facts.ts';
import { isProse } from '../../../markdown/scan.ts';
import { sectionEnds } from '../../../markdown/sections.ts';
import { keysOf } from '../../../model/keys.ts';
import type { RecordShape } from '../../../model/shape.ts';
import { entry } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../../yaml/node.ts';
import { words as listOf } from '../../options.ts';
import type { DocumentRule } from '../../rule.ts';

/** What at the start of a line or cell tells who acts: `[Manager] approves`. */
const label = new RegExp(`^\\[(?:${labels.join('|')})\\]$`, 'i');
// Without the flag for any case, which would make every letter of every document worth a look.
const words = /\b(?:T(?:BD|BC|ODO)|FIXME|XXX)\b|\b[Ll](?:orem|OREM) [Ii](?:psum|PSUM)\b/g;

const options = {
  words: listOf({
    default: [],
    description:
      'Placeholders from your own templates, such as `ACME Inc`. Uppercase and lowercase must match.',
  }),
};

export const rule: DocumentRule<typeof options> = {
  name: 'documents/placeholder',
  reads: 'document',
  options,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'A placeholder that a template left behind, such as `[Company]`, `TBD`, `<insert ...>`, `{{name}}`, or `Coming soon`.',
  why: 'A policy with placeholders was never really adopted. An auditor who sees one doubts the rest of the document, and its approval.',
  fix: 'Replace it with the real text. If you are still writing, set `status: draft` for a document, or `status: planned` for a control. The rule then ignores it, and it does not count toward coverage.',
  messages: {
    default:
      '`{words}` is a placeholder from a template. Replace it, or set `status: draft` in the front matter (in YAML: in the record).',
    control: '`{words}` is a placeholder from a template. Replace it, or set `status: planned`.',
    withoutStatus: '`{words}` is a placeholder from a template. Replace it.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      owner: TBD
             ^^^
      ---
      This policy of [Company Name] applies to all staff. Exceptions go to TBD.
                     ^^^^^^^^^^^^^^
                                                                           ^^^

      {{company}} reviews it yearly. It lists [list all systems].
      ^^^^^^^^^^^
                                              ^^^^^^^^^^^^^^^^^^

      # Coming soon
        ^^^^^^^^^^^
      `,
      `
      === policies/backup.md
      # Backup policy

      Approved by [CEO NAME].
                  ^^^^^^^^^^

      It is in force from the [Approval Date].
                              ^^^^^^^^^^^^^^^

      The [Policy Owner] reviews it.
          ^^^^^^^^^^^^^^
      `,
      `
      === policies/incidents.md
      # Incident policy template

      Report incidents to [email].
                          ^^^^^^^

      ## Sample report

      What happened, on [date].

      ## Review

      [Name] reviews this policy.
      ^^^^^^
      `,
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: >-
        [Describe who does what]
        ^^^^^^^^^^^^^^^^^^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      status: planned
      statement: "[Describe who does what]"
      ---
      The owner is [name].
      `,
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      Enter the day in [Start date]. Reviews happen [quarterly], see [the list](list.md) and [Company].

      [Company]: https://example.com

      Run \`deploy {{env}}\` and tick [x] each box. It links to [Your account][1].

      [1]: https://example.com/account
      `,
      `
      === policies/changes.md
      ---
      title: Change policy
      layout: page
      ---
      - [Manager] approves.
      - [System] records: {{ site.company }} keeps {{< ref "log.md" >}}.

      The standard says "[the] entity [...] selects [the company's] controls". Work is trunk-based (TBD).

      Code has no TODO or FIXME comments. Tickets are SEC-XXX, numbers XXX-XX-1234, files <date>-<control>.pdf.
      `,
      `
      === policies/breaches.md
      # Breach policy

      Customers are told within two days.

      ## Sample letter to customers

      [Date]

      Dear [Name],

      ### Closing

      Yours, {{sender}}

      ## Checklist

      - [ ] Told [name] on [date]
      `,
      `
      === registers/plan.yaml
      - {kind: task, id: T-1, status: todo}
      - {kind: policy, id: P-1, status: draft, owner: TBD}
      `,
      `
      === policies/laptops.md
      name: Laptop policy
      acronym: LP
      satisfies: {TSC: [CC6.7]}
      ---
      {{.Name}} keeps laptops safe; in Comply's layout that is how the source is written.
      `,
    ],
  },
  fixes({ path, facts, range }) {
    const record = recordAround(facts, range.start);
    if (!layoutNamed(facts.format).hasStatus || !record || entry(record.mapping, 'status')) return [];
    const words = keysOf(record.kind).get('status')?.words ?? [];
    const mark = (title: string, status: string, mapping: YamlMapping) => [
      { title, edits: [{ path, ...addKey(facts.text, mapping, 'status', status) }], preferred: false },
    ];
    if (words.includes('draft')) return mark('Mark the document as a draft', 'draft', record.mapping);
    // A control has no drafts: it is planned, or not there yet.
    return record.kind === 'control' ? mark('Mark the control as planned', 'planned', record.mapping) : [];
  },
  check(facts, report, { options }) {
    if (facts.role.template || !facts.summary.shape.records.some(isKept)) return;
    const found = [...inBody(facts, options.words), ...inValues(facts, options.words)];
    if (found.length === 0 || isFilledInLater(facts)) return;
    const messageAt = (offset: number) =>
      recordAround(facts, offset)?.kind === 'control' ? 'control' : 'default';
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
      const words = facts.text.slice(start, end).replace(/\s+/g, ' ');
      report(
        { start, end },
        { words },
        layoutNamed(facts.format).hasStatus ? messageAt(start) : 'withoutStatus',
      );
    }
  },
};

type Found = readonly [start: number, end: number];

/** Whether the document is a form: whoever uses it fills it in. */
function isFilledInLater({ text, markdown, envelope, role, records: [record] }: DocumentFacts): boolean {
  if (!markdown || !envelope || !record) return false;
  return isForm(namesIn(role, record.mapping, markdown), text, envelope.bodyStart);
}

function inBody(
  { text, markdown, envelope, format, role, records: [record] }: DocumentFacts,
  own: readonly string[],
): Found[] {
  if (!markdown || !envelope) return [];
  const isTicket = record !== undefined && makesTickets(record.kind, record.mapping);
  const found: Found[] = [...unfilledFields(text, format, role, envelope, markdown, isTicket)];
  const seek = (pattern: RegExp, isLeft: (start: number, end: number) => boolean) => {
    pattern.lastIndex = envelope.bodyStart;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isLeft(start, end)) found.push([start, end]);
    }
  };
  // Brackets and angles are seldom, so they are gone to, and only there an expression is tried.
  const seekFrom = (
    sign: string,
    pattern: RegExp,
    mayBe: (start: number) => boolean,
    isLeft: (start: number, end: number) => boolean,
  ) => {
    for (let at = text.indexOf(sign, envelope.bodyStart); at >= 0; at = text.indexOf(sign, at + 1)) {
      if (!mayBe(at)) continue;
      pattern.lastIndex = at;
      const end = at + (pattern.exec(text)?.[0].length ?? 0);
      if (end > at && isLeft(at, end)) found.push([at, end]);
    }
  };
  const isInLink = linksInOrder(markdown.links);
  seekFrom(
    '[',
    bracket,
    start => !isInLink(start),
    (start, end) =>
      isProse(markdown, start, end) && !/[([:]/.test(text.charAt(end)) && isOpenBracket(text, start, end),
  );
  let ofTrunks: boolean | undefined;
  seek(words, (start, end) => {
    if (!isProse(markdown, start, end) || !isLeftWord(text, start, end)) return false;
    // TBD is trunk-based development to whoever writes of that.
    return text.slice(start, end) !== 'TBD' || !(ofTrunks ??= /\btrunk[- ]based/i.test(text));
  });
  for (const word of own) seek(anywhere(word), (start, end) => isProse(markdown, start, end));
  // `<insert date>` reads as an HTML tag to Markdown, so only code is left aside.
  seekFrom(
    '<',
    angle,
    () => true,
    (start, end) => isProse({ hidden: markdown.code }, start, end) && standsAlone(text, start, end),
  );
  for (const { text: heading, textStart, textEnd } of markdown.headings) {
    if (saysComingSoon(heading)) found.push([textStart, textEnd]);
  }
  if (found.length === 0) return found;
  const samples = samplesIn(text, markdown.headings);
  let next = 0;
  let end = 0;
  return withoutOverlap(found).filter(([start]) => {
    for (let sample = samples[next]; sample && sample[0] <= start; sample = samples[++next])
      end = Math.max(end, sample[1]);
    return start >= end;
  });
}

/**
 * The sections that show a letter or a form which others fill in, from below the heading to the next that is no part of
 * them. A document's title calls it a template where it was made from one.
 */
function samplesIn(text: string, [, ...sections]: readonly Heading[]): Found[] {
  const ends = sectionEnds(sections, text.length);
  return sections.flatMap(({ text: heading, end }, i) =>
    /\b(?:samples?|templates?|examples?|specimens?)\b/i.test(heading)
      ? [[end, ends[i] ?? text.length] as const]
      : [],
  );
}

/** Finds a word where it is no part of a longer one. */
function anywhere(word: string): RegExp {
  return new RegExp(`(?<!\\w)${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?!\\w)`, 'g');
}

/** Tells of one offset after another, in order, whether it is in a link. */
function linksInOrder(links: readonly Link[]): (offset: number) => boolean {
  let next = 0;
  let end = 0;
  return offset => {
    for (let link = links[next]; link && link.start <= offset; link = links[++next])
      end = Math.max(end, link.end);
    return offset < end;
  };
}

function isOpenBracket(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  // `t[he]`, `\\[`, and notes such as `^[...]`.
  if (/[\w\\^!\]]$/.test(line)) return false;
  // A checklist is filled in each time it is used.
  if (/^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/.test(line)) return false;
  if (label.test(text.slice(start, end)) && /(?:^[\s>*_\d.+-]*|[|.;:,]\s*)$/.test(line)) return false;
  const isQuoted = (line.split('"').length - 1) % 2 === 1 || line.lastIndexOf('“') > line.lastIndexOf('”');
  return !isQuoted;
}

/** TODO and its like are left where they say what is to do; `no TODO comments` speaks of them, and SEC-XXX is a form. */
function isLeftWord(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (!capitals.test(word)) return /^lorem/i.test(word);
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 20);
  if (/\w-$|\bno $/i.test(before) || /^[-/]\w/.test(after)) return false;
  // An address with a part left open: `10.0.255.XXX`.
  if (word === 'XXX' && (/(?:\d|XXX)\.$/.test(before) || /^\.(?:\d|XXX)/.test(after))) return false;
  if (word === 'TBD' || word === 'TBC' || /^[ \t]*(?::|\)|\]|\||$|[\r\n])/.test(after)) return true;
  return (
    /(?:^|[\r\n|([>-])[ \t*_]*$|[*_][ \t]*$/.test(before) &&
    !/^[ \t]*(?:,|\/|(?:and|or|comment|tag|marker|item|list)s?\b)/.test(after)
  );
}

/** Not a part of a longer name, as in `<date>-<control>.pdf`. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\w@/-]/.test(text.charAt(start - 1)) && !/^(?:[\w@/-]|\.\w)/.test(text.slice(end, end + 2));
}

function inValues({ records, summary, text }: DocumentFacts, own: readonly string[]): Found[] {
  const found: Found[] = [];
  const isLeft = (value: string) => own.includes(value) || isPlaceholder(value);
  const walk = (node: YamlNode | undefined): void => {
    if (node?.type === 'mapping') {
      for (const { key, value } of node.entries) if (!processKeys.has(key.value)) walk(value);
    } else if (node?.type === 'sequence') for (const item of node.items) walk(item);
    else if (node?.type === 'scalar' && isLeft(node.value.trim())) {
      const source = text.slice(node.start, node.end);
      const opening = /^(?:[|>][^\r\n]*\s*|["'])?/.exec(source)?.[0].length ?? 0;
      const closing = /(?:(?<!\s)\s+|["'])?$/.exec(source)?.[0].length ?? 0;
      found.push([node.start + opening, node.end - closing]);
    }
  };
  for (const [i, { mapping }] of records.entries()) if (isKept(summary.shape.records[i])) walk(mapping);
  return found;
}

/** Drafts and planned controls may have holes; what is retired nobody mends. */
function isKept(shape: RecordShape | undefined): boolean {
  if (!shape || shape.standing === 'draft' || shape.standing === 'retired') return false;
  return shape.kind !== 'control' || shape.values['status']?.text.toLowerCase() !== 'planned';
}

function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const range of [...found].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (range[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(range);
  }
  return kept;
}
