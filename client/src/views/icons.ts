import { ThemeColor, ThemeIcon, Uri } from 'vscode';
import type { Progress } from '../../../protocol/tree.ts';
import { progressSvg } from './progressSvg.ts';

/**
 * Every state differs in its shape and not in its color alone, and every color is one that themes define for dark, light
 * and high contrast. Up the ladder the circle fills. No state has a tick or is green: a reader would take it for passed.
 */
const states: Readonly<Record<string, readonly [icon: string, color: string]>> = {
  missing: ['error', 'charts.red'],
  listed: ['list-unordered', 'charts.red'],
  documented: ['circle-large-outline', 'charts.yellow'],
  designed: ['color-mode', 'charts.blue'],
  implemented: ['circle-large-filled', 'charts.foreground'],
  evidenced: ['target', 'charts.foreground'],
  relies: ['link-external', 'charts.blue'],
  excluded: ['circle-slash', 'disabledForeground'],
  gap: ['calendar', 'charts.red'],
  late: ['history', 'charts.yellow'],
  deviation: ['warning', 'charts.yellow'],
  aside: ['circle-small', 'disabledForeground'],
  'description.open': ['error', 'charts.red'],
  'description.part': ['color-mode', 'charts.yellow'],
  'description.unknown': ['question', 'charts.yellow'],
  'description.described': ['circle-large-filled', 'charts.foreground'],
  'description.notExpected': ['circle-small', 'disabledForeground'],
  'audit.overdue': ['bell', 'charts.orange'],
  'audit.open': ['circle-large-outline', 'charts.yellow'],
  'audit.settled': ['circle-large-filled', 'charts.foreground'],
  'window.overdue': ['bell', 'charts.orange'],
  'window.due': ['watch', 'charts.yellow'],
  'window.later': ['circle-large-outline', 'charts.blue'],
  'window.gap': ['error', 'charts.red'],
  'window.partial': ['color-mode', 'charts.red'],
  'window.complete': ['circle-large-filled', 'charts.foreground'],
  'window.late': ['history', 'charts.yellow'],
  'window.notExercised': ['circle-slash', 'charts.foreground'],
  'window.notExpected': ['circle-small', 'disabledForeground'],
};

const things: Readonly<Record<string, string>> = {
  program: 'root-folder',
  report: 'checklist',
  catalog: 'library',
  category: 'folder',
  group: 'folder',
  manifest: 'settings-gear',
  commitment: 'comment-discussion',
  control: 'shield',
  policy: 'law',
  procedure: 'list-ordered',
  narrative: 'book',
  evidence: 'archive',
  test: 'beaker',
  deviation: 'warning',
  waiver: 'unlock',
  risk: 'flame',
  vendor: 'organization',
  userControl: 'person',
  person: 'person',
  nobody: 'question',
  task: 'tasklist',
  request: 'mail',
  answer: 'comment',
  document: 'file',
  mention: 'mention',
};

/** The icon of what a node of a tree is (`TreeNode.icon`); none for what this client does not know. */
export function iconOf(name: string): ThemeIcon | undefined {
  const state = states[name];
  if (state !== undefined) return new ThemeIcon(state[0], new ThemeColor(state[1]));
  const thing = things[name];
  return thing === undefined ? undefined : new ThemeIcon(thing);
}

/**
 * A gauge of how far along something is. Its grays stand out in every theme: high contrast themes take either, depending on
 * the version of VS Code.
 */
export function gaugeOf(progress: Progress): { readonly light: Uri; readonly dark: Uri } {
  const icon = (color: string) =>
    Uri.parse(`data:image/svg+xml;base64,${btoa(progressSvg(progress, color))}`);
  return { light: icon('#616161'), dark: icon('#8b8b8b') };
}
