/** One subject of a program: the criteria it serves and the words its documents are made of. */
export interface Topic {
  readonly slug: string;
  readonly title: string;
  readonly criteria: readonly string[];
  /** The type of evidence that shows its controls at work. */
  readonly evidence: string;
  readonly things: readonly string[];
}

/** Between them they serve every criterion of Security, Availability and Confidentiality. */
export const topics: readonly Topic[] = [
  {
    slug: 'code-of-conduct',
    title: 'Code of conduct',
    criteria: ['CC1.1', 'CC1.5'],
    evidence: 'acknowledgment',
    things: ['signed acknowledgment', 'conduct report', 'gift declaration', 'conflict of interest form'],
  },
  {
    slug: 'board-oversight',
    title: 'Board oversight',
    criteria: ['CC1.2', 'CC1.3'],
    evidence: 'board-minutes',
    things: ['board pack', 'committee charter', 'organization chart', 'delegation of authority'],
  },
  {
    slug: 'hiring',
    title: 'Hiring and screening',
    criteria: ['CC1.4', 'CC1.1'],
    evidence: 'background-check',
    things: ['reference check', 'job description', 'screening result', 'offer letter'],
  },
  {
    slug: 'security-training',
    title: 'Security training',
    criteria: ['CC1.4', 'CC2.2'],
    evidence: 'training-attendance',
    things: ['course completion', 'phishing exercise', 'onboarding session', 'refresher quiz'],
  },
  {
    slug: 'asset-inventory',
    title: 'Asset inventory',
    criteria: ['CC2.1', 'CC6.1'],
    evidence: 'configuration',
    things: ['asset entry', 'data flow diagram', 'server record', 'data owner'],
  },
  {
    slug: 'customer-communication',
    title: 'Customer communication',
    criteria: ['CC2.3', 'CC2.2'],
    evidence: 'other',
    things: ['status notice', 'service commitment', 'support ticket', 'release note'],
  },
  {
    slug: 'risk-assessment',
    title: 'Risk assessment',
    criteria: ['CC3.1', 'CC3.2', 'CC3.4'],
    evidence: 'risk-assessment',
    things: ['risk entry', 'treatment plan', 'threat scenario', 'likelihood score'],
  },
  {
    slug: 'fraud-risk',
    title: 'Fraud risk',
    criteria: ['CC3.3', 'CC5.1'],
    evidence: 'risk-assessment',
    things: ['refund approval', 'payment change', 'privileged query', 'conflict of duties'],
  },
  {
    slug: 'internal-audit',
    title: 'Internal audit',
    criteria: ['CC4.1', 'CC4.2'],
    evidence: 'other',
    things: ['working paper', 'open deficiency', 'corrective action', 'test of a control'],
  },
  {
    slug: 'policy-upkeep',
    title: 'Policy upkeep',
    criteria: ['CC5.3', 'CC5.2'],
    evidence: 'policy-approval',
    things: ['policy revision', 'approval record', 'exception request', 'published version'],
  },
  {
    slug: 'access-review',
    title: 'User access review',
    criteria: ['CC6.2', 'CC6.3'],
    evidence: 'access-review',
    things: ['dormant account', 'group membership', 'administrator grant', 'leaver ticket'],
  },
  {
    slug: 'authentication',
    title: 'Authentication',
    criteria: ['CC6.1', 'CC6.6'],
    evidence: 'configuration',
    things: ['hardware key', 'sign-in session', 'service credential', 'password reset'],
  },
  {
    slug: 'office-security',
    title: 'Office security',
    criteria: ['CC6.4', 'CC6.5'],
    evidence: 'system-log',
    things: ['visitor badge', 'door event', 'office key', 'retired laptop'],
  },
  {
    slug: 'encryption',
    title: 'Encryption and transfer',
    criteria: ['CC6.7', 'C1.1'],
    evidence: 'configuration',
    things: ['certificate', 'encryption key', 'outbound transfer', 'laptop disk'],
  },
  {
    slug: 'endpoint-protection',
    title: 'Endpoint protection',
    criteria: ['CC6.8', 'CC7.1'],
    evidence: 'scan',
    things: ['endpoint alert', 'unsigned package', 'quarantined file', 'hardening baseline'],
  },
  {
    slug: 'vulnerability-management',
    title: 'Vulnerability management',
    criteria: ['CC7.1', 'CC4.1'],
    evidence: 'penetration-test',
    things: ['scan finding', 'missing patch', 'exposed port', 'penetration test report'],
  },
  {
    slug: 'monitoring',
    title: 'Monitoring and alerting',
    criteria: ['CC7.2', 'CC7.3'],
    evidence: 'system-log',
    things: ['alert rule', 'unusual sign-in', 'log source', 'detection gap'],
  },
  {
    slug: 'incident-response',
    title: 'Incident response',
    criteria: ['CC7.3', 'CC7.4', 'CC7.5'],
    evidence: 'incident-report',
    things: ['incident record', 'customer notice', 'containment step', 'review after an incident'],
  },
  {
    slug: 'change-management',
    title: 'Change management',
    criteria: ['CC8.1', 'CC5.2'],
    evidence: 'change-record',
    things: ['pull request', 'deployment', 'emergency change', 'rollback plan'],
  },
  {
    slug: 'vendor-management',
    title: 'Vendor management',
    criteria: ['CC9.2', 'CC9.1'],
    evidence: 'vendor-report',
    things: ['vendor report', 'contract clause', 'subprocessor', 'insurance certificate'],
  },
  {
    slug: 'capacity',
    title: 'Capacity planning',
    criteria: ['A1.1', 'A1.2'],
    evidence: 'configuration',
    things: ['disk forecast', 'queue depth', 'scaling rule', 'load test'],
  },
  {
    slug: 'backup',
    title: 'Backup and recovery',
    criteria: ['A1.2', 'A1.3', 'CC9.1'],
    evidence: 'restore-test',
    things: ['backup job', 'restore test', 'recovery objective', 'offsite copy'],
  },
  {
    slug: 'data-handling',
    title: 'Handling of confidential data',
    criteria: ['C1.1', 'C1.2'],
    evidence: 'configuration',
    things: ['confidential export', 'retention label', 'customer contract', 'deletion job'],
  },
  {
    slug: 'disposal',
    title: 'Disposal of media and data',
    criteria: ['C1.2', 'CC6.5'],
    evidence: 'change-record',
    things: ['deletion request', 'storage volume', 'destruction certificate', 'expired archive'],
  },
];
