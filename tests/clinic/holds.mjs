// Times that the practice clinic keeps for a patient who is making up their mind: each is an appointment that is pending, over
// slots that are busy for now, until it is booked, given back, or its time is up.
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from './records.mjs';

const KEPT = { system: 'https://cairn.example/fhir/CodeSystem/booking', code: 'kept' };

/** True for an appointment that only keeps a time: no desk has to decide about it. */
export const isKept = ({ status, meta }) => status === 'pending' && Boolean(meta?.tag?.some(({ code }) => code === KEPT.code));

export const slotsOf = ({ slot = [] }) => slot.map(({ reference }) => reference);

export class Holds {
  #records;
  /** The references of those that are kept. */
  #kept = new Set();

  /** How long one is kept from now on, in milliseconds. */
  lasts = 300_000;

  constructor(records) {
    this.#records = records;
  }

  /** Keeps the slots of `wanted`, which becomes the appointment; undefined where they are not free. */
  async keep(wanted) {
    const slots = await this.#slots(wanted);
    if (!slots.length || slots.some((slot) => slot?.status !== 'free')) return undefined;
    const held = { ...wanted, status: 'pending', meta: { tag: [KEPT] } };
    const done = await this.#together([...slots.map((slot) => ({ ...slot, status: 'busy-tentative' })), held]);
    if (!done) return undefined;
    const reference = `Appointment/${held.id}`;
    const ends = new Date(Date.now() + this.lasts);
    this.#kept.add(reference);
    void this.#expire(reference, this.lasts);
    return { held: await this.#records.read(reference), ends };
  }

  /** Books what is kept, with `more` in it; undefined where it is not kept any more. */
  async book(reference, more = {}) {
    return this.#end(reference, 'booked', 'busy', more);
  }

  /** Takes what is kept for asked for: a person decides, and until then nobody else gets it; undefined as with `book`. */
  async ask(reference, more = {}) {
    return this.#end(reference, 'pending', 'busy-tentative', more);
  }

  /** Gives back what is kept; undefined where it is not kept any more. */
  async giveBack(reference, more = {}) {
    return this.#end(reference, 'cancelled', 'free', more);
  }

  /** Gives back what nobody booked in time, tried again where somebody else or trouble came between. */
  async #expire(reference, after) {
    await sleep(after, undefined, { ref: false });
    while (this.#kept.has(reference)) {
      await this.giveBack(reference).catch(() => undefined);
      await sleep(200, undefined, { ref: false });
    }
  }

  async #end(reference, status, slotStatus, more) {
    const there = await this.#records.find(reference);
    if (there?.status !== 'pending') {
      this.#kept.delete(reference);
      return undefined;
    }
    const slots = (await this.#slots(there)).map((slot) => ({ ...slot, status: slotStatus }));
    const done = await this.#together([{ ...there, ...more, status }, ...slots]);
    if (!done) return undefined;
    this.#kept.delete(reference);
    return this.#records.read(reference);
  }

  #slots(appointment) {
    return Promise.all(slotsOf(appointment).map((one) => this.#records.find(one)));
  }

  /** False where somebody else was faster. */
  async #together(records) {
    try {
      await this.#records.together(records);
      return true;
    } catch (trouble) {
      if (trouble instanceof Refused) return false;
      throw trouble;
    }
  }
}
