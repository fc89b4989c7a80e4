import { parentPort } from 'node:worker_threads';
import { makeReports } from './commands/report-thread.ts';

if (parentPort) makeReports(parentPort);
