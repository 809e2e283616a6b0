// The invented organization whose program is written: its dates, people, systems and teams.
import { at } from './random.ts';

export const organization = 'Harborlight Freight Systems';
export const period = { start: '2025-01-01', end: '2025-12-31' };

/** A day after the period, by which the year's evidence is on file and no review is overdue. */
export const today = '2026-02-15';

export const owners: readonly string[] = [
  'head-of-platform',
  'head-of-security',
  'head-of-people',
  'head-of-support',
  'head-of-finance',
  'data-protection-lead',
  'internal-audit-lead',
  'release-manager',
];

export const approvers: readonly string[] = [
  'chief-executive',
  'chief-technology-officer',
  'chief-risk-officer',
];

export const systems: readonly string[] = [
  'shipment-api',
  'billing',
  'data-warehouse',
  'identity',
  'support-desk',
];

const products = [
  'billing',
  'booking',
  'customs',
  'dispatch',
  'fleet',
  'insights',
  'invoicing',
  'ledger',
  'mobile',
];
const regions = ['americas', 'asia', 'baltics', 'benelux', 'iberia', 'nordics', 'oceania', 'global', 'labs'];
const functions = [
  'data',
  'design',
  'integration',
  'operations',
  'platform',
  'quality',
  'reliability',
  'tooling',
  'web',
];

/** The name of a team, a folder's name, by number: 729 differ. */
export function teamName(index: number): string {
  return `${at(products, index)}-${at(functions, Math.floor(index / 9))}-${at(regions, Math.floor(index / 81))}`;
}
