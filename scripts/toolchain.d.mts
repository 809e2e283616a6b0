// The types of toolchain.mjs, which is plain JavaScript because it runs before anything is installed.
export const root: string;
export function install(): void;
export function modernNode(): string;
export function run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): number;
