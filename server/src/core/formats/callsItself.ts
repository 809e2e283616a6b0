// What a document calls itself, where that is no policy in force: a report on policies, an index of them, or a form.
import type { MarkdownFacts } from '../markdown/facts.ts';
import type { RecordKind } from '../model/kinds.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlMapping } from '../yaml/node.ts';
import { textIn } from './stated.ts';

const policyWord = /\b(?:polic(?:y|ies)|procedures?|standards?)\b/i;
const aboutWords = '(?:report|index|overview|list|summary|reviews?|register|inventory)';
const endsAbout = new RegExp(`\\b${aboutWords}$`, 'i');
const beginsAbout = new RegExp(`^(?:the )?${aboutWords} (?:of|on|about)\\b|^about\\b`, 'i');

/** Whether a name, title, or path calls a page a policy, a procedure, or a standard. */
export function isCalledPolicy(name: string): boolean {
  return policyWord.test(name.replace(/[-_/]/g, ' '));
}

/**
 * What front matter says by `policy`, in any usual way to write it (`true # since May`, `"false"`): anything but `true` says
 * that the page is no policy. Undefined where it says nothing by it.
 * @param meta the text of the front matter
 */
export function policyFlag(meta: string): boolean | undefined {
  const [, double, single, plain] =
    /^policy[ \t]*:[ \t]+(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'[{|>#&*!~][^\r\n#]*))/m.exec(meta) ?? [];
  const said = (double ?? single ?? plain)?.trim();
  return said === undefined ? undefined : /^(?:true|yes|on)$/i.test(said);
}

/** Whether a name or title is that of a page about policies: `Policies index`, `Report on the review of every policy`. */
export function isAboutPolicies(name: string): boolean {
  const words = name.slice(0, 200).replace(/[-_]/g, ' ').trim();
  return policyWord.test(words) && (endsAbout.test(words) || beginsAbout.test(words));
}

const markOfItem = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*/;

/** Whether a body is a list of links to other documents and nothing else, headings aside. */
export function isOnlyLinks(text: string, bodyStart: number, { links, headings }: MarkdownFacts): boolean {
  if (links.length < 2) return false;
  let rest = '';
  let at = bodyStart;
  const parts = [...links, ...headings].sort((a, b) => a.start - b.start);
  for (const { start, end } of parts) {
    rest += start > at ? text.slice(at, start) : '';
    at = Math.max(at, end);
  }
  rest += text.slice(at);
  return rest.split(/\r\n|\n|\r/).every(line => line.replace(markOfItem, '').trim() === '');
}

const fillable =
  /^(?:letters?|forms?) (?:for|to|of)\b|\b(?:letters?|forms?)$|\b(?:letter|message|notification|communication|e-?mail)s?\b.{0,60}\btemplates?$/i;
const hole =
  /\{\{[^{}\n]{1,80}\}\}|\[[A-Za-z][^\]\n]{1,60}\](?![([:])|\[_{2,}\]|_{4,}|<(?:insert|your|enter|name|date)\b/i;
/** At the beginning of a sentence: `Copy this entire template into ...`. */
const copyMe =
  /(?:^|[.!:>\n])[ \t*_]*(?:please )?(?:copy|duplicate) this (?:entire |whole )?(?:template|form|checklist|document|file|page)\b|\bthis (?:document|page|file) is a (?:template|form)\b/i;
/** What those words are not without: most texts have none of it, and this is asked first. */
const mayBeCopied = /(?:copy|duplicate) this|is a (?:template|form)/i;
/** So much of a body says what to do with it. */
const introduction = 2000;

/**
 * Whether a document is there to be copied and filled in: its name or title calls it a letter or a form, or its first words
 * say so, and it has holes to fill.
 */
export function isForm(names: readonly (string | undefined)[], text: string, bodyStart: number): boolean {
  const isCalled = names.some(
    name => name !== undefined && fillable.test(name.slice(0, 200).replace(/[-_]/g, ' ').trim()),
  );
  if (!isCalled && !saysToCopyIt(text.slice(bodyStart, bodyStart + introduction))) return false;
  return hole.test(text.slice(bodyStart));
}

function saysToCopyIt(words: string): boolean {
  return mayBeCopied.test(words) && copyMe.test(words);
}

/** Whether a record is the text of a ticket that is made again and again, with fields that are filled in each time. */
export function makesTickets(kind: RecordKind, mapping: YamlMapping | undefined): boolean {
  if (kind !== 'procedure' || !mapping) return false;
  return ['cron', 'frequency'].some(key => textIn(entry(mapping, key)?.value) !== undefined);
}

const fieldOfTicket =
  /^\{\{[ \t]?(?:\w+[ _-])?(?:quarter|month|week|year|date|day|today|period|assignee|ticket|issue|sprint)(?:[ _-](?:name|number|start|end|id))?[ \t]?\}\}$/i;

/** Whether a field is filled in when a ticket is made, as what it is called tells. */
export function isFieldOfTicket(field: string): boolean {
  return fieldOfTicket.test(field);
}
