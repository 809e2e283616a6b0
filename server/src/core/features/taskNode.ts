import { paragraph } from '../pages/page.ts';
import { titled } from '../pages/words.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { type ProgramNode, step } from './treeNode.ts';

/** An open task below the gap that it is to close: who does it, and by when. */
export function taskNode(parent: string, task: RecordEntry): ProgramNode {
  const { path, index, shape } = task;
  const { owner, due } = shape.values;
  const label = titled(nameOf(task), shape.title ?? '');
  const said = [
    'task',
    ...(due ? [`due ${due.text}`] : ['no due date']),
    ...(owner ? [owner.text] : ['no owner']),
  ].join(', ');
  return {
    id: `${parent}/${step(`${path}#${index}`)}`,
    label,
    description: said,
    tooltip: [
      paragraph({ text: label, style: 'strong' }),
      paragraph(`${said}.`),
      paragraph({ text: path, style: 'code' }),
    ],
    spoken: `${label}, ${said}`,
    icon: 'task',
    children: 'none',
    place: { path, record: index, at: shape.at },
    context: 'task',
  };
}
