// The types of install.mjs.
export function installPandoc(): string;
