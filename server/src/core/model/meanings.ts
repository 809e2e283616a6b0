// What the words mean that keys allow or suggest, for those who choose one of them.
import type { RecordKind } from './kinds.ts';

type Meanings = Readonly<Record<string, string>>;

const often: Meanings = {
  continuous: 'All the time, usually by a system. Show the configuration and its changes.',
  daily: 'Every day. Evidence covers each month, such as a log.',
  weekly: 'Every week. Evidence covers each month, such as a log.',
  monthly: 'Once in each calendar month.',
  quarterly: 'Once in each quarter.',
  semiannual: 'Once in each half of the year.',
  annual: 'Once a year.',
  'event-driven':
    'Whenever something calls for it, such as a new hire. Show all of these events in the period (a population).',
};

const ofDocuments: Meanings = {
  draft: 'It is being written. It is not in force and does not count.',
  review: 'It waits for approval. It is not in force and does not count.',
  approved: 'It is in force.',
  retired: 'It is no longer in force. It counts only for the time before.',
};

const statuses: Partial<Record<RecordKind, Meanings>> = {
  control: {
    planned: 'It is intended. It does not count.',
    designed: 'It is described, and nobody performs it yet.',
    implemented: 'It is in place and is performed.',
    retired: 'It is no longer performed. It counts only for the time before.',
  },
  task: { open: 'The gap is still there.', done: 'Somebody says that the gap is closed.' },
  request: {
    open: 'Nobody has answered it.',
    submitted: 'The evidence was handed to the auditor.',
    returned: 'The auditor asks for more.',
    accepted: 'The auditor accepts the answer.',
  },
};

const ofEvidence: Meanings = {
  'system-log': 'What a system recorded.',
  'access-review': 'A review of who has which access, and what was changed.',
  'incident-report': 'The record of an incident, from detection to closure.',
  'change-record': 'A change with its review, tests, and approval.',
  'training-attendance': 'Who took part in a training, and when.',
  configuration: 'The settings of a system on a day.',
  'vendor-report': "A vendor's own report, with your assessment.",
  'board-minutes': 'Minutes of a meeting of the board or a committee.',
  acknowledgment: 'Who confirmed a policy, and when.',
  'background-check': 'That a check was made. Keep its result elsewhere: it is personal data.',
  'performance-review': 'That a review was held. Keep its content elsewhere: it is personal data.',
  'risk-assessment': 'The risks with their ratings, and who took part.',
  'penetration-test': 'The report of a penetration test, and what became of its findings.',
  scan: 'The result of a scan for vulnerabilities or malware.',
  'restore-test': 'A backup that was restored, and what was checked.',
  tabletop: 'An exercise of a plan, and what was learned.',
  'policy-approval': 'Who approved a policy, and when.',
  population: 'All items of a kind in a period, from which the auditor chooses.',
  other: 'Evidence of another type.',
};

const categories: Meanings = {
  security: 'The common criteria, CC1 to CC9. They apply whichever categories you choose.',
  availability: 'A1: capacity, backups, and recovery, so that the system can be used as promised.',
  'processing-integrity': 'PI1: processing is complete, accurate, and on time.',
  confidentiality: 'C1: confidential information is kept and disposed of as promised.',
  privacy: 'P1 to P8: personal information, from notice to disposal.',
};

const byKey: Readonly<Record<string, Meanings>> = {
  frequency: often,
  reviewEvery: often,
  categories,
  expects: ofEvidence,
  nature: {
    preventive: 'It keeps something unwanted from happening.',
    detective: 'It finds what has happened.',
    corrective: 'It corrects what has been found.',
  },
  execution: {
    manual: 'A person performs it.',
    automated: 'A system performs it without a person.',
    hybrid: 'A person performs it with what a system delivers.',
  },
  treatment: {
    mitigate: 'Controls make the risk smaller. Name them under `controls`.',
    transfer: 'Somebody else bears it, such as an insurer.',
    accept: 'Nothing is done, and somebody has decided so.',
    avoid: 'What causes the risk is not done.',
  },
  by: {
    management: "Management's own test.",
    auditor: "The auditor's test, as you received it. No other test may be called this.",
  },
  method: {
    inquiry: 'Somebody was asked. On its own, it shows little.',
    observation: 'Somebody watched while the control was performed.',
    inspection: 'Somebody looked at what the control left behind.',
    reperformance: 'Somebody performed the control again, and compared.',
  },
  result: {
    passed: 'The control operated as its statement says.',
    exception: 'In at least one case it did not. Record a deviation.',
  },
  type: {
    cuec: 'A complementary user entity control: without it, a criterion would not be met.',
    responsibility: 'Advice to customers on which no criterion depends.',
    1: 'Type I: the description and the design, as of a date.',
    2: 'Type II: also the operation, over a period.',
    ...ofEvidence,
  },
  subservice: {
    'carve-out': 'The report leaves out its controls. Name what you assume of it under `csocs`.',
    inclusive: 'The report includes its controls, and it gives an assertion of its own.',
    none: 'A vendor on which no criterion depends.',
  },
  opinion: {
    unqualified: 'The auditor has no reservation.',
    qualified: 'The auditor has a reservation about a part.',
    adverse: 'The auditor says that the report misstates the matter.',
    disclaimer: 'The auditor could not form an opinion.',
  },
  kind: {
    soc1: "Controls relevant to user entities' financial reporting, against your own objectives.",
    soc2: 'Controls against the Trust Services Criteria. Its use is restricted.',
    soc3: 'A short report for general use, over a period.',
    iso27001: 'A certificate of an information security management system.',
    commitment: 'What you promised to customers, or what the system needs for it.',
    control: 'What somebody does, and what evidence it leaves.',
    policy: 'What is expected, and why.',
    procedure: 'How something is done, step by step.',
    narrative: 'A part of the system description.',
    evidence: 'What shows that a control operated.',
    test: 'A test of a control.',
    deviation: 'A time when a control did not operate.',
    waiver: 'An approved exception to a policy.',
    risk: 'What could go wrong, how bad it would be, and what you do about it.',
    vendor: 'A supplier, and how you rely on it.',
    userControl: 'What you expect of customers.',
    task: 'What is left to do about a gap, by whom and when.',
    request: 'What the auditor asked for.',
    answer: 'An answer to a questionnaire.',
  },
  state: {
    planned: 'The report is intended.',
    current: 'You work toward it now. Findings are about it.',
    issued: 'The auditor has issued it.',
  },
  privacyRole: {
    controller: 'You decide why and how personal information is processed.',
    processor: 'You process personal information for your customers, as they instruct.',
    both: 'You do both.',
  },
  classification: {
    public: 'Anybody may see it.',
    internal: 'Only staff may see it.',
    confidential: 'Only those who need it may see it.',
    restricted: 'Only named people may see it.',
  },
  preset: {
    start: 'For the first weeks: what is wrong, and not what is missing.',
    recommended: 'The default.',
    strict: 'For the weeks before the audit.',
  },
  tickmark: { 1: 'The only version there is.' },
};

/** What can be set for a rule. */
const severities: Meanings = {
  error: '`check` fails.',
  warning: '`check` fails, unless it is run with `--fail-on error`.',
  information: 'It is worth knowing, and never fails a build.',
  hint: 'Editors show it faintly. It never fails a build.',
  off: 'It is not reported.',
};

/**
 * What a word means as the value of a key; undefined where nothing is known of it.
 * @param kind of the record; undefined in the manifest
 */
export function meaningOf(key: string, word: string, kind?: RecordKind): string | undefined {
  const written = word.trim().toLowerCase();
  const meanings = key === 'status' ? ((kind && statuses[kind]) ?? ofDocuments) : byKey[key];
  return own(meanings, word.trim()) ?? own(meanings, written);
}

/** What a severity means that the manifest sets for a rule. */
export function meaningOfSeverity(word: string): string | undefined {
  return own(severities, word.trim().toLowerCase());
}

function own(meanings: Meanings | undefined, word: string): string | undefined {
  return meanings && Object.hasOwn(meanings, word) ? meanings[word] : undefined;
}
