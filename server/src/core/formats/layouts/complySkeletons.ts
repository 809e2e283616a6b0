import type { RecordKind } from '../../model/kinds.ts';
import { type Hole, id, line, type Skeleton, title } from '../../model/skeletons/skeleton.ts';

/** The ids of criteria; Comply reads no catalog but the TSC. */
const criteria: Hole = { fact: 'criteria', text: '' };

const document = [
  line`name: ${title}`,
  line`acronym: ${id}`,
  line`satisfies:`,
  line`  TSC: [${criteria}]`,
  line`majorRevisions:`,
];

/** The documents that Comply knows, in its form. When one was revised is for its author to write. */
export const complySkeletons: Readonly<Partial<Record<RecordKind, Skeleton>>> = {
  policy: {
    description: 'A policy, in the form that Comply reads',
    metadata: document,
    body: [
      line`# Purpose and Scope`,
      line``,
      line`${'[Describe what the policy is for, and to whom and what it applies]'}`,
      line``,
      line`# Rules`,
      line``,
      line`${'[List the rules: who must do what]'}`,
    ],
  },
  procedure: {
    description: 'A procedure, in the form that Comply reads; with `cron`, it is a control',
    metadata: [
      line`id: ${id}`,
      line`name: ${title}`,
      line`cron: ${''}`,
      line`satisfies:`,
      line`  TSC: [${criteria}]`,
    ],
    body: [line`- [ ] ${'[Describe who does what]'}`],
  },
  narrative: {
    description: 'A narrative, in the form that Comply reads',
    metadata: document,
    body: [line`# ${'[Title]'}`, line``, line`${'[Describe this part of the system]'}`],
  },
};
