// Runs the front desk as a process of its own, as a clinic's people are no part of its servers; whoever opens it
// tells it what to do, and it ends when they do.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FrontDesk } from './front_desk.mjs';
import { Records } from './records.mjs';

const VERBS = ['treat', 'reschedule', 'cancel', 'begin', 'finish', 'measure', 'withdraw', 'spoil'];
const ME = fileURLToPath(import.meta.url);

/** Opens the desk at the FHIR server `base`; what can be told it is what `FrontDesk` does. */
export async function openDesk(base, token, every) {
  const child = fork(ME, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map();
  let count = 0;
  child.on('message', ({ number, answer, trouble }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (trouble) reject(new Error(trouble)); else resolve(answer);
  });
  child.on('exit', () => waiting.forEach(({ reject }) => reject(new Error('the front desk is closed'))));
  const tell = (verb, said) => new Promise((resolve, reject) => {
    waiting.set(++count, { resolve, reject });
    child.send({ number: count, verb, said });
  });
  await tell('open', [base, token, every]);
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.disconnect();
    await once(child, 'exit');
  };
  return { ...Object.fromEntries(VERBS.map((verb) => [verb, (...said) => tell(verb, said)])), close };
}

if (process.argv[1] === ME && process.send) {
  let desk;
  process.on('message', async ({ number, verb, said }) => {
    try {
      if (verb === 'open') {
        const [base, token, every] = said;
        desk = new FrontDesk(new Records(base, token), every);
        process.send({ number });
      } else {
        process.send({ number, answer: await desk[verb](...said) });
      }
    } catch (trouble) {
      process.send({ number, trouble: trouble.message });
    }
  });
  // Whatever it was doing, nobody is there any more to do it for.
  process.on('disconnect', () => process.exit(0));
}
