/** The components of a system that its description is about (DC 3 of DC section 200). */
export const components = ['infrastructure', 'software', 'people', 'procedures', 'data'] as const;

export type Component = (typeof components)[number];
