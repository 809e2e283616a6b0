/** How grave a finding is. Hints and information never fail a build. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What can be set for a rule: `off` shows none of its findings. */
export type SetSeverity = Severity | 'off';

/**
 * A choice of severities for all rules: `start` for the first weeks, only what is wrong and not what is missing;
 * `recommended` where nothing is said; `strict` is what an auditor would want the week before.
 */
export type Preset = 'start' | 'recommended' | 'strict';

export const presets: readonly Preset[] = ['start', 'recommended', 'strict'];

/** The severity of this name, `off` among them. */
export function severityNamed(name: string): SetSeverity | undefined {
  return name === 'off' ? 'off' : severities.find(severity => severity === name);
}

/** The preset of this name. */
export function presetNamed(name: string): Preset | undefined {
  return presets.find(preset => preset === name);
}
