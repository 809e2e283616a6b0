import {
  type PresetEditParams,
  type PresetEditResult,
  presetEditRequest,
} from '../../../../protocol/preset.ts';
import { setPreset } from '../../core/formats/manifestEdits.ts';
import { presetNamed } from '../../core/rules/severity.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { object, string } from '../shapes.ts';
import { plainEdits } from '../workspaceEdits.ts';
import { type Feature, request } from './feature.ts';

/** The preset of rules that a program moves on to. */
export const preset: Feature = {
  answers: [request(requestOf(presetEditRequest), object({ root: string, preset: string }), presetEdit)],
};

async function presetEdit(
  { root, preset: name }: PresetEditParams,
  context: ServerContext,
): Promise<PresetEditResult | null> {
  const host = context.hostAt(root);
  const next = presetNamed(name);
  const manifest = host && (await context.manifestOf(host));
  if (!host || !manifest || !next) return null;
  const written = setPreset(manifest.facts, next);
  if (!written) return null;
  const edit = await plainEdits(context.editsContext, host, [{ path: manifest.path, ...written }]);
  return edit ? { edit, counts: host.engine.countsUnder(next) } : null;
}
