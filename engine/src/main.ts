// The process: has the heap that it is to have before anything else is read, then runs a node with the environment.
import { beginWithHeap } from './heap.ts';

beginWithHeap();
const { run } = await import('./run.ts');
await run(process.env);
