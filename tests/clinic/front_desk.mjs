// Plays the people at the clinic: answers what patients ask for, and does what a test tells it to.
import { setTimeout as pause } from 'node:timers/promises';
import { Bookings } from './bookings.mjs';
import { isKept } from './holds.mjs';

const GREETING = 'Thank you. Your message reached the practice clinic. Nobody real reads it here.';

/** Moves an instant by minutes and keeps FHIR's form of it. */
const moved = (instant, minutes) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

export class FrontDesk {
  #records;
  #every;
  #answers;
  #bookings;
  #decisions = new Map();
  #seen = new Set();
  #since = new Date(Date.now() - 1000).toISOString();

  /**
   * Looks at the server every `every` milliseconds, with the clinic's rights and nothing but FHIR. Where several desks
   * work side by side, all of them give times away and one `answers` messages.
   */
  constructor(records, every, answers = true) {
    this.#records = records;
    this.#every = every;
    this.#answers = answers;
    this.#bookings = new Bookings(records);
    this.#run();
  }

  async #run() {
    for (;;) {
      await this.#round().catch((trouble) => console.error('front desk:', trouble.message));
      await pause(this.#every);
    }
  }

  async #round() {
    const looked = new Date(Date.now() - 1000).toISOString();
    for (const appointment of await this.#records.search('Appointment?status=proposed,pending&_count=50')) {
      if (!isKept(appointment)) await this.#decide(appointment);
    }
    for (const left of await this.#records.search(`Appointment?status=cancelled,waitlist&_lastUpdated=ge${this.#since}&_count=50`)) {
      await this.#once(left, () => this.#bookings.release(left));
    }
    if (this.#answers) await this.#answerAll();
    this.#since = looked;
  }

  async #answerAll() {
    for (const message of await this.#records.search(`Communication?_lastUpdated=ge${this.#since}&_count=50`)) {
      if (message.sender?.reference?.startsWith('Patient/')) await this.#once(message, () => this.#answer(message));
    }
  }

  /** Each version of a record is looked at once, also when the answer to it was refused. */
  async #once({ resourceType, id, meta }, work) {
    const name = `${resourceType}/${id}/${meta?.versionId}`;
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    await work();
  }

  #patientOf(record) {
    const person = record.participant?.map(({ actor }) => actor?.reference).find((at) => at?.startsWith('Patient/'));
    return person?.slice('Patient/'.length);
  }

  async #decide(appointment) {
    const decision = this.#decisions.get(this.#patientOf(appointment)) ?? 'confirm';
    // What is left lying is looked at again, once the desk is told otherwise.
    if (decision !== 'ignore') await this.#once(appointment, () => this.#bookings.decide(appointment, decision));
  }

  #answer(message) {
    return this.#records.write({
      resourceType: 'Communication',
      id: `re-${message.id}`,
      status: 'completed',
      subject: message.subject ?? message.sender,
      inResponseTo: [{ reference: `Communication/${message.id}` }],
      sent: new Date().toISOString(),
      recipient: [message.sender],
      ...(message.recipient ? { sender: message.recipient[0] } : {}),
      payload: [{ contentString: GREETING }],
    });
  }

  /** What is done with this patient's wishes from now on: 'confirm' (as at first), 'decline' or 'ignore'. */
  treat(patient, decision) {
    if (!['confirm', 'decline', 'ignore'].includes(decision)) throw new TypeError('confirm, decline or ignore');
    this.#decisions.set(patient, decision);
  }

  /** Moves an appointment to `start`, or by `minutes`; it stays as long as it was. */
  async reschedule(id, { start, minutes }) {
    const appointment = await this.#records.read(`Appointment/${id}`);
    const by = minutes ?? (Date.parse(start) - Date.parse(appointment.start)) / 60_000;
    return this.#records.write(
      { ...appointment, start: moved(appointment.start, by), end: moved(appointment.end, by) }, { only: true });
  }

  cancel(id) {
    return this.#bookings.cancel(id);
  }

  /** Offers times, by reference, to the patient whose appointment waits for an earlier one. */
  offer(id, slots) {
    return this.#bookings.offer(id, slots);
  }

  /** Gives a free time to somebody who called: no appointment says who. */
  async take(slot) {
    const free = await this.#records.read(slot);
    if (free.status !== 'free') throw new Error('that time is not free');
    return this.#records.write({ ...free, status: 'busy' }, { only: true });
  }

  /** Notes that the patient of an appointment is there. */
  async begin(id) {
    const appointment = await this.#records.read(`Appointment/${id}`);
    await this.#records.write({ ...appointment, status: 'checked-in' }, { only: true });
    return this.#records.write(this.#stay(appointment, 'in-progress', { start: new Date().toISOString() }));
  }

  /** Notes that the patient of an appointment left, now or at `end`. */
  async finish(id, end = new Date().toISOString()) {
    const appointment = await this.#records.read(`Appointment/${id}`);
    await this.#records.write({ ...appointment, status: 'fulfilled' }, { only: true });
    return this.#records.write(this.#stay(appointment, 'finished', { end }));
  }

  #stay(appointment, status, period) {
    return {
      resourceType: 'Encounter',
      id: `stay-${appointment.id}`,
      status,
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: { reference: `Patient/${this.#patientOf(appointment)}` },
      appointment: [{ reference: `Appointment/${appointment.id}` }],
      period,
    };
  }

  /** Takes a patient's blood pressure and pulse, as 118/76 and 72. */
  async measure(patient) {
    const loinc = (code, display) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
    const measured = (name, code, what) => this.#records.write({
      resourceType: 'Observation',
      id: `${name}-${patient}`,
      status: 'final',
      category: [{ coding: [{
        system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs',
      }] }],
      code,
      subject: { reference: `Patient/${patient}` },
      effectiveDateTime: new Date().toISOString(),
      ...what,
    });
    const amount = (value, unit, code) => ({
      valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code },
    });
    await measured('bp', loinc('85354-9', 'Blood pressure panel'), {
      component: [
        { code: loinc('8480-6', 'Systolic blood pressure'), ...amount(118, 'mmHg', 'mm[Hg]') },
        { code: loinc('8462-4', 'Diastolic blood pressure'), ...amount(76, 'mmHg', 'mm[Hg]') },
      ],
    });
    return measured('pulse', loinc('8867-4', 'Heart rate'), amount(72, '/min', '/min'));
  }

  withdraw(reference) {
    return this.#records.remove(reference);
  }

  /** Makes a record one that the server keeps and no careful reader may interpret: its meaning is modified. */
  async spoil(reference) {
    const record = await this.#records.read(reference);
    const modifier = { url: 'https://example.org/fhir/StructureDefinition/means-something-else', valueBoolean: true };
    return this.#records.write({ ...record, modifierExtension: [modifier] }, { only: true });
  }
}
