// The part of the front desk that gives times away: a time has one owner, whoever else is at another desk.
//
// Everything that belongs together is one transaction, each record in it only if it still is as the desk saw it: the
// time of each clinician, the appointment, and, when a visit is moved, the old appointment with its times.
import { Refused } from './records.mjs';

const ANSWERS = 'https://cairn.example/fhir/CodeSystem/booking';
/** HL7's name in R4 for R5's Appointment.replaces: the visit that is moved. */
const REPLACES = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.replaces';

/** What a patient reads, by the code of the answer. */
const WORDS = {
  'time-gone': 'Please choose another time. We are sorry.',
  declined: 'We cannot offer this time. Please choose another, or call us.',
  'not-booked': 'The visit you want to move is not booked any more. Please call us.',
  moved: 'You have another time now.',
  clinic: 'The clinic cancelled',
};

/** An appointment that has its times, or an offer of them. */
const LIVE = ['pending', 'booked', 'arrived', 'checked-in'];
const TRIES = 20;

const nameOf = ({ resourceType, id }) => `${resourceType}/${id}`;
const isPatient = ({ actor }) => actor?.reference?.startsWith('Patient/');
const answerOf = (appointment) => appointment.participant?.find(isPatient)?.status;
const slotsOf = ({ slot = [] }) => [...new Set(slot.map(({ reference }) => reference))];
const replacedBy = ({ extension = [] }) => extension.find(({ url }) => url === REPLACES)?.valueReference?.reference;

/** The appointment with other answers: the patient's, and that of everybody else who comes. */
const answered = (appointment, patient, others) => ({
  ...appointment,
  participant: appointment.participant.map((one) => ({ ...one, status: isPatient(one) ? patient : others })),
});

const reason = (code) => ({ coding: [{ system: ANSWERS, code }], text: WORDS[code] });

/** The appointment as one that will not take place, and why. */
const cancelled = (appointment, code) => ({ ...appointment, status: 'cancelled', cancelationReason: reason(code) });

/** What a refusal means that says "somebody was quicker": HFS answers 400 where others answer 409 or 412. */
const overtaken = (trouble) => trouble instanceof Refused && [400, 409, 412].includes(trouble.status);

export class Bookings {
  #records;

  constructor(records) {
    this.#records = records;
  }

  /** Answers a wish: `confirm` gives the times if they are still free, `decline` never does. */
  decide(appointment, decision) {
    return this.#until(appointment, async (now) => {
      // In between the patient may have taken it back, or another desk may have answered.
      if (!['proposed', 'pending'].includes(now.status)) return undefined;
      if (now.status === 'pending' && answerOf(now) !== 'accepted') return undefined;
      return decision === 'decline' ? this.#refusal(now, 'declined') : this.#confirmation(now);
    });
  }

  /** Frees the times of an appointment that the patient cancelled, or of an offer that they let pass. */
  release(appointment) {
    return this.#until(appointment, async (now) => {
      const freed = ['cancelled', 'waitlist'].includes(now.status) ? await this.#freed(now) : [];
      return freed.length ? freed : undefined;
    });
  }

  /** Offers times to a patient who waits for an earlier one; they are nobody else's until the patient answers. */
  async offer(id, references) {
    const waiting = await this.#records.read(`Appointment/${id}`);
    if (waiting.status !== 'waitlist') throw new Error('nobody waits');
    const slots = await Promise.all(references.map((one) => this.#records.read(one)));
    if (slots.some(({ status }) => status !== 'free')) throw new Error('that time is not free');
    await this.#records.together([
      ...slots.map((slot) => ({ ...slot, status: 'busy-tentative' })),
      {
        ...answered(waiting, 'needs-action', 'accepted'),
        status: 'pending',
        slot: references.map((reference) => ({ reference })),
        start: slots[0].start,
        end: slots[0].end,
      },
    ]);
    return this.#records.read(`Appointment/${id}`);
  }

  /** Cancels for the clinic and frees the times. */
  async cancel(id) {
    await this.#until({ resourceType: 'Appointment', id }, async (now) =>
      [cancelled(now, 'clinic'), ...await this.#freed(now)]);
    return this.#records.read(`Appointment/${id}`);
  }

  /** Writes what `plan` makes of the appointment as it is now, all or nothing, again and again while overtaken. */
  async #until(appointment, plan) {
    for (let tries = 0; ; tries += 1) {
      const now = await this.#records.read(nameOf(appointment));
      const records = await plan(now);
      if (!records) return;
      try {
        await this.#records.together(records);
        return;
      } catch (trouble) {
        if (!overtaken(trouble) || tries === TRIES) throw trouble;
      }
    }
  }

  async #confirmation(wish) {
    const slots = await Promise.all(slotsOf(wish).map((one) => this.#records.find(one)));
    const mine = wish.status === 'pending' ? await this.#had(wish) : [];
    const free = (slot) => slot && (slot.status === 'free' || mine.some(({ id }) => slot.id === id));
    if (!slots.every(free)) return this.#refusal(wish, 'time-gone');
    const old = await this.#replaced(wish);
    if (old === undefined) return this.#refusal(wish, 'not-booked');
    const kept = new Set(slotsOf(wish));
    const freed = old ? (await this.#freed(old)).filter((slot) => !kept.has(nameOf(slot))) : [];
    const { start, end } = slots[0] ?? (wish.start ? wish : wish.requestedPeriod?.[0] ?? {});
    if (!start || !end) return this.#refusal(wish, 'declined');
    return [
      ...slots.map((slot) => ({ ...slot, status: 'busy' })),
      ...freed,
      { ...answered(wish, 'accepted', 'accepted'), status: 'booked', start, end },
      ...(old ? [cancelled(old, 'moved')] : []),
    ];
  }

  /** The booked visit of the same patient that a wish takes the place of: null where it takes none, undefined where
   *  it cannot any more. */
  async #replaced(wish) {
    const name = replacedBy(wish);
    if (!name) return null;
    const old = await this.#records.find(name);
    const whose = (one) => one?.participant?.find(isPatient)?.actor.reference;
    return whose(old) === whose(wish) && old?.status === 'booked' ? old : undefined;
  }

  async #refusal(wish, code) {
    return [cancelled(wish, code), ...await this.#freed(wish)];
  }

  async #freed(appointment) {
    return (await this.#had(appointment)).map((slot) => ({ ...slot, status: 'free' }));
  }

  /**
   * The times that are taken through this appointment: it had them, or an offer of them, and no other has them. Who only
   * wished for a time never had it.
   */
  async #had(appointment) {
    const versions = await this.#records.search(`${nameOf(appointment)}/_history?_count=100`);
    const given = (one) => LIVE.includes(one.status) && (one.status !== 'pending' || answerOf(one) === 'needs-action');
    const names = new Set(versions.filter(given).flatMap(slotsOf));
    const had = [];
    for (const name of names) {
      const slot = await this.#records.find(name);
      const live = await this.#records.search(`Appointment?slot=${name}&status=${LIVE.join(',')}&_count=50`);
      const taken = ['busy', 'busy-tentative'].includes(slot?.status);
      // What is off has no time, even if it was booked since it was read.
      const own = ({ id }) => id === appointment.id && LIVE.includes(appointment.status);
      if (taken && live.every(own)) had.push(slot);
    }
    return had;
  }
}
