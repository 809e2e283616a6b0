// Keys that several kinds of records have, each with a meaning of its own.
import type { Key } from '../key.ts';

/** The status of a record that has words of its own for it. */
export function status(words: readonly string[], description: string) {
  return { name: 'status', type: 'word', words, description } as const satisfies Key;
}

/** A key that names one control. */
export function control(description: string) {
  return { name: 'control', type: 'reference', refersTo: 'control', description } as const satisfies Key;
}

/** A key that names controls. */
export function controls(description: string) {
  return {
    name: 'controls',
    type: 'reference',
    refersTo: 'control',
    list: true,
    description,
  } as const satisfies Key;
}

/** A key that holds a first and a last day. */
export function period<const Name extends string>(name: Name, description: string) {
  return {
    name,
    type: 'mapping',
    description,
    keys: [
      { name: 'start', type: 'date', description: 'The first day.' },
      { name: 'end', type: 'date', description: 'The last day.' },
    ],
  } as const satisfies Key;
}
