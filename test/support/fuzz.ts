import fc from 'fast-check';

/** How many inputs a property is tried on; more by `FEDPLAN_FUZZ_RUNS`. */
export const runs = Number(process.env.FEDPLAN_FUZZ_RUNS ?? 100);

// The same inputs each time, so that a change is blamed for what it did and not for the draw. To look further:
// FEDPLAN_FUZZ_SEED=$RANDOM FEDPLAN_FUZZ_RUNS=5000 npm run unit -- planItems; a failure prints its seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FEDPLAN_FUZZ_SEED ?? 2018) });
