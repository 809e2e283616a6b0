import { bodyOf } from './body.ts';
import { linkAnywhere } from './links.ts';
import type { Plan, PlannedFile } from './plan.ts';
import type { Voice } from './prose.ts';
import type { Random } from './random.ts';
import { controlRecord, documentRecord, evidenceRecord } from './records.ts';

/** The text of one planned file. One in twenty has text outside ASCII, one in twenty ends its lines with CRLF. */
export function documentText(file: PlannedFile, plan: Plan, random: Random): string {
  const voice: Voice = {
    random,
    topic: file.topic,
    accented: random.chance(0.05),
    link: () => linkAnywhere(file, plan, random),
  };
  const text = file.kind === 'register' ? registerText(file, voice, plan) : pageText(file, voice, plan);
  return random.chance(0.05) ? text.replaceAll('\n', '\r\n') : text;
}

type Register = Extract<PlannedFile, { kind: 'register' }>;
type Page = Exclude<PlannedFile, Register>;

function registerText(file: Register, voice: Voice, plan: Plan): string {
  const records = file.controls.map((control, index) => {
    const lines = controlRecord(
      control,
      index === 0 ? file.flaws : [],
      { ...voice, topic: control.topic },
      plan,
    );
    return `- ${lines.join('\n  ')}\n`;
  });
  return `# ${file.title}\n${records.join('\n')}`;
}

function pageText(file: Page, voice: Voice, plan: Plan): string {
  const frontMatter = `---\n${recordOf(file, voice, plan).join('\n')}\n---\n\n`;
  return frontMatter + bodyOf(file, voice, plan, file.size - frontMatter.length);
}

function recordOf(file: Page, voice: Voice, plan: Plan): string[] {
  switch (file.kind) {
    case 'control':
      return controlRecord(file, file.flaws, voice, plan);
    case 'evidence':
      return evidenceRecord(file, voice);
    default:
      return documentRecord(file, voice);
  }
}
