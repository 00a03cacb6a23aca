// The beginning of a thread. It has none of what the program that starts it has set up to run TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
// What a library has to say about a damaged file is for nobody. Silenced here: a program that reads a thread's output is kept from ending.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
const { [workerData.name]: run } = await import(workerData.module);
parentPort.on('message', async (task) => parentPort.postMessage(await run(task)));
