import type { Random } from './random.ts';
import type { Topic } from './topics.ts';

/** How the sentences of one document come about. */
export interface Voice {
  readonly random: Random;
  readonly topic: Topic;
  /** Whether names and words outside ASCII occur. */
  readonly accented: boolean;
  /** A Markdown link to another document, a new one each time. */
  readonly link: () => string;
}

const actors: readonly string[] = [
  'the control owner',
  'the duty manager',
  'the on-call engineer',
  'the team lead',
  'the security team',
  'the people team',
  'the release manager',
  'the service desk',
  'internal audit',
  'a second engineer',
];

const accentedActors: readonly string[] = [
  'Zoë Lefèvre (équipe sécurité)',
  'Łukasz Żak',
  'das Büro in Zürich',
  '東京のオフィス',
  'the “night shift” 🌙 in Tromsø',
];

const actions: readonly ((thing: string) => string)[] = [
  thing => `checks every ${thing}`,
  thing => `records each ${thing} in the register`,
  thing => `approves any ${thing} that differs from the standard`,
  thing => `compares each ${thing} with the ticket behind it`,
  thing => `rejects any ${thing} that nobody owns`,
  thing => `asks for the reason of each ${thing}`,
  thing => `samples the ${thing} list and follows five items to their source`,
  thing => `closes every ${thing} that is no longer used`,
  thing => `signs off each ${thing} together with the owner`,
  thing => `reports how many ${thing} records are open`,
];

const times: readonly string[] = [
  'within two working days',
  'before the next release',
  'in the first week of the quarter',
  'on the day it is raised',
  'during the weekly review',
  'before the month is closed',
  'at the end of each shift',
  'within 24 hours of the request',
  'ahead of the management meeting',
  'once the nightly job has finished',
];

const reasons: readonly string[] = [
  'because a late answer is the usual cause of a second incident',
  'so that the next reviewer can follow what was decided',
  'which keeps the number of open exceptions below ten',
  'as agreed with the customers in their contracts',
  'since the tool alone does not see contractors',
  'and keeps the export beside the ticket',
  'unless the risk owner has accepted the difference in writing',
  'so that no one approves their own request',
];

const conditions: readonly string[] = [
  'a supplier changes',
  'someone joins or leaves the team',
  'the tool is unavailable',
  'two records contradict each other',
  'a customer asks for proof',
  'the threshold of three failures is passed',
  'a new region is opened',
  'a test has failed twice in a row',
];

const aspects: readonly string[] = [
  'the steps in order',
  'the exceptions that were granted',
  'who decides in the absence of the owner',
  'the figures of the last year',
  'how long records are kept',
  'the wording agreed with customers',
];

const places: readonly string[] = [
  'ops/register',
  'audit-export',
  'review_log.csv',
  's3://records',
  'tickets --closed',
];

type Shape = (voice: Voice, act: string, time: string) => string;

/** The plain shapes are named more than once because they are the more frequent ones. */
const plain: Shape = (voice, act, time) => `${capital(actor(voice))} ${act} ${time}.`;
const reasoned: Shape = (voice, act, time) =>
  `${capital(actor(voice))} ${act} ${time}, ${voice.random.pick(reasons)}.`;
const conditional: Shape = (voice, act) => `When ${voice.random.pick(conditions)}, ${actor(voice)} ${act}.`;
const shapes: readonly Shape[] = [
  plain,
  plain,
  reasoned,
  reasoned,
  reasoned,
  conditional,
  conditional,
  ({ random, topic }, _act, time) =>
    `Any **${random.pick(topic.things)}** without an owner is closed _${time}_.`,
  ({ random }, _act, time) => `The result is kept under \`${random.pick(places)}\` and reviewed ${time}.`,
  ({ random, link }) => `See ${link()} for ${random.pick(aspects)}.`,
];

/** One sentence about the topic, with its full stop. */
export function sentence(voice: Voice): string {
  const { random, topic } = voice;
  const act = random.pick(actions)(random.pick(topic.things));
  return random.pick(shapes)(voice, act, random.pick(times));
}

/** What a control does, who does it and when: a statement that can be tested. */
export function statement({ random, topic }: Voice): string {
  return `${capital(random.pick(actors))} ${random.pick(actions)(random.pick(topic.things))} ${random.pick(times)}.`;
}

/** A statement that no auditor could test. */
export function vagueStatement({ random, topic }: Voice): string {
  return `Each ${random.pick(topic.things)} should be reviewed periodically, as appropriate.`;
}

/** A few words for an item of a list or a cell of a table. */
export function phrase({ random, topic }: Voice): string {
  return `${capital(random.pick(topic.things))}, ${random.pick(times)}`;
}

function actor({ random, accented }: Voice): string {
  return random.pick(accented && random.chance(0.3) ? accentedActors : actors);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
