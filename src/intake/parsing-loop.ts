import { parentPort } from 'node:worker_threads';
import { type ParsingTask, parse } from './parsing.ts';

parentPort?.on('message', async (task: ParsingTask) => parentPort?.postMessage(await parse(task)));
