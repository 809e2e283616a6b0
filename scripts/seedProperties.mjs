// Before a test (`node --import`): has properties try the inputs of one seed, which `npm test` takes from the commit. So a commit
// gives the same result wherever it is tested, and each commit tries other inputs.
import fc from 'fast-check';

const { TICKMARK_SEED: seed } = process.env;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
