// Takes one measure (the first argument) once, over so many documents (the second), of the build that the environment names;
// prints its results as JSON. A process of its own, started by against.ts: no round finds what another has left.
import { chosenOf, ofBuild } from './measures.ts';

const [, , name, documents] = process.argv;
const settings = { many: Number(documents), most: undefined, runs: 1, peers: false };
for (const [, measure] of chosenOf(ofBuild, name)) console.log(JSON.stringify(await measure(settings)));
