import type { PresetEditResult } from '../../../protocol/preset.ts';

/** How many findings of each severity there are, in words: hints and informational findings are the others. */
export function countWords({ error, warning, information, hint }: PresetEditResult['counts']): string {
  const others = counted(information + hint, 'other finding');
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}, and ${others}`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
