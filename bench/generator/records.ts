import { criteriaOutOfScope, type Flaw, misspelledCriteria, unknownCriteria } from './flaws.ts';
import { approvers, owners, systems } from './organization.ts';
import type { Control, DocumentFile, EvidenceFile, Plan } from './plan.ts';
import { statement, type Voice, vagueStatement } from './prose.ts';
import { at, type Random } from './random.ts';

/** One record of YAML, about fifteen keys: each line without its indentation inside the file. */
type Lines = string[];

/** What a control says of itself, in Markdown front matter as in a register. */
export function controlRecord(control: Control, flaws: readonly Flaw[], voice: Voice, plan: Plan): Lines {
  const { random } = voice;
  const policy = flaws.includes('unknown reference')
    ? `POL-9${random.whole(1000, 9999)}`
    : random.pick(plan.policyIds);
  return [
    ...heading(control, 'control', flaws, random),
    `statement: ${flaws.includes('vague statement') ? vagueStatement(voice) : statement(voice)}`,
    ...satisfies(control.topic.criteria, flaws, random),
    `status: ${control.planned ? 'planned' : 'implemented'}`,
    `nature: ${random.pick(['preventive', 'detective', 'corrective'])}`,
    `execution: ${random.pick(['manual', 'hybrid'])}`,
    `frequency: ${control.frequency}`,
    ...(control.planned
      ? []
      : [`implementedOn: 2024-${twoDigits(random.whole(1, 12))}-${twoDigits(random.whole(1, 28))}`]),
    `policies: [${policy}]`,
    `systems: [${systemOf(control)}]`,
    `expects: [${control.topic.evidence}]`,
    ...reviewed(random),
    ...tags(control.team, voice),
  ];
}

/** The front matter of a policy, a procedure or a narrative; `layout` and `weight` belong to a site generator. */
export function documentRecord(file: DocumentFile, voice: Voice): Lines {
  const { random } = voice;
  return [
    ...heading(file, file.kind, file.flaws, random),
    ...satisfies(file.topic.criteria, file.flaws, random),
    `status: ${random.chance(0.9) ? 'approved' : 'review'}`,
    'effective: 2025-02-01',
    `approvedBy: ${random.pick(approvers)}`,
    `approvedOn: 2025-01-${twoDigits(random.whole(10, 28))}`,
    ...reviewed(random),
    ...(file.kind === 'narrative' ? [`describes: [DC ${random.whole(1, 9)}]`] : []),
    ...tags(file.team, voice),
    'confidential: false',
    'layout: handbook',
    `weight: ${random.whole(1, 900)}`,
  ];
}

/** The front matter of evidence: performed late in its window, collected some days after. */
export function evidenceRecord(file: EvidenceFile, voice: Voice): Lines {
  const { random } = voice;
  const month = twoDigits(lastMonth(file.window));
  const control = file.flaws.includes('unknown reference')
    ? `CTL-9${random.whole(1000, 9999)}`
    : file.control.id;
  return [
    ...heading(file, 'evidence', file.flaws, random),
    `controls: [${control}]`,
    `systems: [${systemOf(file.control)}]`,
    `type: ${file.topic.evidence}`,
    `expects: ${file.topic.evidence}`,
    `window: ${file.window}`,
    `performed: 2025-${month}-${twoDigits(random.whole(8, 18))}`,
    `collected: 2025-${month}-${twoDigits(random.whole(19, 28))}`,
    `collectedBy: ${at(owners, 0)}`,
    `reviewedBy: ${random.pick(approvers)}`,
    `source: https://records.example.com/${file.id.toLowerCase()}`,
    `sha256: ${Array.from({ length: 8 }, () => random.whole(0x10000000, 0xffffffff).toString(16)).join('')}`,
    ...tags(file.team, voice),
  ];
}

function heading(
  { id, title }: { id: string; title: string },
  kind: string,
  flaws: readonly Flaw[],
  random: Random,
): Lines {
  const owner = flaws.includes('no owner') ? [] : [`owner: ${random.pick(owners)}`];
  return [`id: ${id}`, `title: ${title}`, `kind: ${kind}`, ...owner];
}

/** The mapping to criteria, in one of the spellings that people use. */
function satisfies(criteria: readonly string[], flaws: readonly Flaw[], random: Random): Lines {
  const ids = [...criteria];
  if (flaws.includes('unknown criterion')) ids.push(random.pick(unknownCriteria));
  if (flaws.includes('misspelled criterion')) ids.push(random.pick(misspelledCriteria));
  if (flaws.includes('criterion out of scope')) ids.push(random.pick(criteriaOutOfScope));
  return random.chance(0.6)
    ? ['satisfies:', `  TSC: [${ids.join(', ')}]`]
    : ['satisfies:', '  TSC:', ...ids.map(id => `    - ${id}`)];
}

function reviewed(random: Random): Lines {
  return [
    `version: ${random.whole(1, 4)}.${random.whole(0, 12)}`,
    `reviewed: 2025-${twoDigits(random.whole(4, 12))}-${twoDigits(random.whole(1, 28))}`,
    'reviewEvery: annual',
  ];
}

function tags(team: string, { accented, topic }: Voice): Lines {
  return [`tags: [${team}, ${topic.slug}${accented ? ', "Zürich – 東京"' : ''}]`];
}

/** A control runs in one system, the same in every record about it. */
function systemOf(control: Control): string {
  return at(systems, Number(control.id.replace(/\D/g, '')));
}

/** The month, 1 to 12, that a window of the year ends with. */
function lastMonth(window: string): number {
  const [, part = 'H2'] = window.split('-');
  const count = Number(part.replace(/\D/g, ''));
  return part.startsWith('H') ? count * 6 : part.startsWith('Q') ? count * 3 : count;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
