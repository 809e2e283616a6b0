import { ladder } from '../program/ladder.ts';
import type { Program } from '../program/program.ts';
import { type Preset, presetNamed, presets } from '../rules/severity.ts';

/**
 * The preset to move on to from the one that the manifest names for the whole program, once it is time: that one reports no
 * error and no warning any more, and at least half of the criteria in scope have a control. Undefined before, and where the
 * manifest names none or the last.
 * @param hasGrave whether there is an error or a warning; asked last, for it takes longest
 */
export function nextPreset(program: Program, hasGrave: () => boolean): Preset | undefined {
  const stated = statedPreset(program);
  const next = stated && presets[presets.indexOf(stated) + 1];
  return next && program.complete && isHalfControlled(program) && !hasGrave() ? next : undefined;
}

function statedPreset({ manifest }: Program): Preset | undefined {
  const whole = manifest?.shape.rules.findLast(({ folder }) => folder === '');
  return whole?.preset && presetNamed(whole.preset.text);
}

function isHalfControlled(program: Program): boolean {
  const { report } = program;
  const inScope = [...report.criteria].filter(id => !report.excluded.has(id));
  const documented = ladder.indexOf('documented');
  const controlled = inScope.filter(
    id => ladder.indexOf(program.coverage.stateOf(report, id).state) > documented,
  );
  return inScope.length > 0 && controlled.length * 2 >= inScope.length;
}
