import { owners } from './organization.ts';
import { at } from './random.ts';
import { topics } from './topics.ts';

/** A YAML list of so many controls, in force and without flaws, of about 250 bytes each. */
export function largeRegister(controls: number): string {
  return Array.from({ length: controls }, (_, index) => {
    const topic = at(topics, index);
    const number = String(index + 1).padStart(4, '0');
    return [
      `- id: REG-CTL-${number}`,
      `  title: ${topic.title} ${number}`,
      '  kind: control',
      `  owner: ${at(owners, index)}`,
      `  statement: The control owner checks every ${at(topic.things, index)} in the register.`,
      `  satisfies: [${topic.criteria.join(', ')}]`,
      '  status: implemented',
      '  frequency: quarterly',
      '',
    ].join('\n');
  }).join('');
}
