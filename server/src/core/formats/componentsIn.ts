import type { MarkdownFacts } from '../markdown/facts.ts';
import { type Component, components } from '../model/components.ts';

/** Words that speak of a component. Rather too many than too few: what is not found here is called missing. */
const spokenOf: Readonly<Record<Component, RegExp>> = {
  infrastructure:
    /\b(?:infrastructures?|networks?|servers?|serverless|clouds?|host(?:s|ed|ing)?|data ?cent(?:er|re)s?|hardware|facilit(?:y|ies)|premises|offices?|devices?|equipment|laptops?|workstations?|endpoints?|virtual (?:machines?|private)|vpcs?|vpns?|containers?|clusters?|nodes?|kubernetes|docker|regions?|availability zones?|aws|amazon|azure|gcp|google cloud|heroku|digitalocean|hetzner|firewalls?|load balancers?|routers?|switches|storage|platforms?)\b/i,
  software:
    /\b(?:software|applications?|apps?|program(?:me)?s?|code|codebase|repositor(?:y|ies)|databases?|operating systems?|linux|windows|macos|tools?|tooling|apis?|saas|browsers?|librar(?:y|ies)|frameworks?|middleware|modules?|microservices?|platforms?|packages?|utilities)\b/i,
  people:
    /\b(?:people|persons?|personnel|staff|employ(?:ee|ees|s|ed)|colleagues?|workforce|workers?|headcount|human resources|hr|teams?|departments?|contractors?|engineers?|engineering|developers?|administrators?|operators?|analysts?|users?|managers?|management|executives?|directors?|officers?|founders?|board|chief|head of|c[eotfp]o|ciso|roles?)\b/i,
  procedures:
    /\b(?:procedur(?:e|es|al)|process(?:es)?|polic(?:y|ies)|runbooks?|playbooks?|handbooks?|manuals?|workflows?|practices?|guidelines?|instructions?|checklists?|sops?|routines?|standards?)\b/i,
  data: /\b(?:data|datasets?|databases?|information|records?|files?|content|contents|documents?|transactions?|messages?|pii|phi)\b/i,
};

/** What brings in words that stand elsewhere: templates, snippets, modules. */
const brought = /\{\{|\{%|--8<--|^(?:import\s|\.\. include|:::? ?include)|!include|!\[\[/m;

/**
 * The components of the system that a document speaks of, in its title or its body; a heading with nothing below it says
 * nothing. Undefined where that cannot be told: the text is not in English, brings in words from elsewhere, or speaks of none.
 */
export function componentsIn(
  text: string,
  bodyStart: number,
  { headings }: MarkdownFacts,
  title: string | undefined,
): readonly Component[] | undefined {
  const said = `${title ?? ''}\n${withoutEmptySections(text, bodyStart, headings)}`;
  if (!/\bthe\b/i.test(said) || brought.test(said)) return undefined;
  const found = components.filter(component => spokenOf[component].test(said));
  return found.length > 0 ? found : undefined;
}

function withoutEmptySections(text: string, start: number, headings: MarkdownFacts['headings']): string {
  const pieces: string[] = [];
  let at = start;
  for (const [i, heading] of headings.entries()) {
    const next = headings[i + 1];
    if (next && next.level > heading.level) continue;
    if (text.slice(heading.end, next?.start).trim() !== '') continue;
    pieces.push(text.slice(at, heading.start));
    at = heading.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
