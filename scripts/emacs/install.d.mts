// The types of install.mjs.
export function installEmacs(): string;
