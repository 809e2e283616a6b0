import type { DocumentFacts } from '../../formats/facts.ts';
import { saysComingSoon } from '../../formats/placeholders.ts';
import { addKey } from '../../formats/yamlEdits.ts';
import { isProse } from '../../markdown/scan.ts';
import { entry } from '../../yaml/lookup.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { DocumentRule } from '../rule.ts';

// A bracket is a placeholder when it holds an instruction (insert ..., list ...) or the name of what belongs there.
const bracket =
  /\[(?:\s*)((?:insert|list|enter|add|set|specify|describe|replace|choose|select|define|identify|provide|fill)\b[^\][\n]*|(?:your|the|our|name of|full|legal|company|organi[sz]ation|entity|customer|client|vendor|supplier|product|service|system|department|team|role|title|job title|person|persons|employee|owner|author|approver|manager|date|day|month|year|time|number|amount|version|address|email|e-mail|phone|url|link|city|state|country|location|frequency|effective date|dd|mm|yyyy)\b(?:[ /.,'’&()-]+[^\][\n]*)?|x{2,}|\.{3}|_{2,}|tbd|tbc|todo)(?:\s*)\]/gi;
const angle = /<\s*(?:insert|your|enter|add|company|organi[sz]ation|name|date|todo|tbd)\b[^<>\n]{0,80}>/gi;
const words = /\b(?:TBD|TBC|TODO|FIXME|XXX)\b|\blorem ipsum\b/gi;
const capitals = /^(?:TBD|TBC|TODO|FIXME|XXX)$/;
const mustache = /\{\{[^{}\n]{1,80}\}\}/g;

export const rule: DocumentRule = {
  name: 'documents/placeholder',
  reads: 'document',
  severity: 'warning',
  summary:
    "Something that a template left to be filled in: `[Company]`, `TBD`, `<insert ...>`, `{{name}}`, 'Coming soon'.",
  why: 'A policy with holes was never adopted. An auditor who meets one doubts the rest of the document, and its approval.',
  fix: 'Write what belongs there. A document that is still being written says `status: draft`; it is then left alone and does not count.',
  messages: {
    default:
      '`{words}` is left from a template. Write what belongs there, or mark the document `status: draft`.',
    comply: '`{words}` is left from a template. Write what belongs there.',
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
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      Reviews happen [quarterly], see [the list](list.md) and [Company].

      [Company]: https://example.com

      Run \`deploy {{env}}\` and tick [x] each box. It links to [Your account][1].

      [1]: https://example.com/account
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
    const record = facts.records.findLast(({ mapping }) => mapping && mapping.start <= range.end);
    if (facts.format === 'comply' || !record?.mapping || entry(record.mapping, 'status')) return [];
    const edit = addKey(facts.text, record.mapping, 'status', 'draft');
    return [{ title: 'Mark the document as a draft', edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report) {
    const kept = facts.summary.shape.records.filter(
      ({ standing }) => standing !== 'draft' && standing !== 'retired',
    );
    if (facts.role.template || kept.length === 0) return;
    for (const [start, end] of [...inBody(facts), ...inValues(facts)].sort((a, b) => a[0] - b[0])) {
      const message = facts.format === 'comply' ? 'comply' : 'default';
      report({ start, end }, { words: facts.text.slice(start, end).replace(/\s+/g, ' ') }, message);
    }
  },
};

type Found = readonly [start: number, end: number];

function inBody(facts: DocumentFacts): Found[] {
  const { text, markdown, envelope, format } = facts;
  if (!markdown) return [];
  const from = envelope?.bodyStart ?? 0;
  const found: Found[] = [];
  const seek = (pattern: RegExp, wanted: (start: number, end: number) => boolean) => {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (wanted(start, end)) found.push([start, end]);
    }
  };
  const prose = (start: number, end: number) => isProse(markdown, start, end);
  const inLink = (start: number) => markdown.links.some(link => link.start <= start && start < link.end);
  seek(bracket, (start, end) => prose(start, end) && !/[([:]/.test(text.charAt(end)) && !inLink(start));
  seek(
    words,
    (start, end) =>
      prose(start, end) &&
      (text[start] === 'l' || text[start] === 'L' || capitals.test(text.slice(start, end))),
  );
  // `<insert date>` reads as an HTML tag to Markdown, so only code is left aside.
  seek(angle, start => !isCode(markdown.code, start));
  if (format !== 'comply') seek(mustache, prose);
  for (const { textStart, textEnd } of markdown.headings) {
    if (saysComingSoon(text.slice(textStart, textEnd))) found.push([textStart, textEnd]);
  }
  return withoutOverlap(found);
}

function inValues({ records, text }: DocumentFacts): Found[] {
  const found: Found[] = [];
  const walk = (node: YamlNode | undefined): void => {
    if (node?.type === 'mapping') for (const { value } of node.entries) walk(value);
    else if (node?.type === 'sequence') for (const item of node.items) walk(item);
    else if (node?.type === 'scalar' && isPlaceholderValue(node.value.trim())) {
      const quote = text[node.start] === '"' || text[node.start] === "'" ? 1 : 0;
      found.push([node.start + quote, node.end - quote]);
    }
  };
  for (const { mapping } of records) walk(mapping);
  return found;
}

function isPlaceholderValue(value: string): boolean {
  if (value.length > 120) return false;
  if (capitals.test(value) || saysComingSoon(value)) return true;
  return [bracket, angle].some(pattern => {
    pattern.lastIndex = 0;
    return pattern.exec(value)?.[0] === value;
  });
}

function isCode(code: readonly number[], offset: number): boolean {
  for (let i = 0; i < code.length; i += 2) {
    if ((code[i] ?? 0) <= offset && offset < (code[i + 1] ?? 0)) return true;
  }
  return false;
}

function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const range of [...found].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (range[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(range);
  }
  return kept;
}
