// Runs the front desk as a process of its own, as a clinic's people are no part of its servers; whoever opens it
// tells it what to do, and it ends when they do.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FrontDesk } from './front_desk.mjs';
import { Records } from './records.mjs';

const VERBS = ['treat', 'reschedule', 'cancel', 'offer', 'take', 'begin', 'finish', 'measure', 'withdraw', 'spoil'];
const ME = fileURLToPath(import.meta.url);

/**
 * Opens `count` desks at the FHIR server `base`; what can be told them is what `FrontDesk` does. The first does it;
 * how a patient is to be treated is known at all of them.
 */
export async function openDesks(count, base, token, every) {
  const desks = await Promise.all(
    Array.from({ length: count }, (_, number) => openDesk(base, token, every, number === 0)));
  return {
    ...desks[0],
    treat: (...said) => Promise.all(desks.map((desk) => desk.treat(...said))),
    close: () => Promise.all(desks.map((desk) => desk.close())),
  };
}

async function openDesk(base, token, every, answers) {
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
  await tell('open', [base, token, every, answers]);
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
        const [base, token, every, answers] = said;
        desk = new FrontDesk(new Records(base, token), every, answers);
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
