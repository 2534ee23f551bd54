// Lets patients book where no front desk decides: by a transaction over appointment and times, by the operations $find, $hold
// and $book of IHE's Scheduling profile (ITI-115 to 117), or by those of Argonaut Scheduling.
//
// HFS lets no patient do either. So this door looks that a patient touches nothing but what is theirs, and then does it with
// the clinic's rights: whether a time is still free is decided by HFS, in one transaction.
import { randomUUID } from 'node:crypto';
import { Holds, slotsOf } from './holds.mjs';
import { claims } from './proxy.mjs';
import { Refused } from './records.mjs';

export const MANNERS = ['desk', 'transaction', 'operation', 'argonaut'];
const IHE = 'https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-';
const ARGONAUT = 'http://fhir.org/guides/argonaut-scheduling/OperationDefinition/appointment-';
/** What each operation is called by, in each manner that has operations. */
const OPERATIONS = {
  operation: { from: IHE, names: ['find', 'hold', 'book'], resource: 'appointment-resource' },
  argonaut: { from: ARGONAUT, names: ['hold', 'book'], resource: 'appt-resource' },
};

const answer = (status, body, headers = {}) =>
  ({ status, headers: { 'content-type': 'application/fhir+json', ...headers }, body: JSON.stringify(body) });
const outcome = (code) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code }] });
const forbidden = () => answer(403, outcome('forbidden'));
const bundle = (resources, headers) => {
  const entry = [resources].flat().map((resource) => ({ resource }));
  return answer(200, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry }, headers);
};
const given = (asked, wanted) => asked?.parameter?.find(({ name }) => name === wanted);

const patientOf = ({ participant = [] }) =>
  participant.map(({ actor }) => actor?.reference).find((at) => at?.startsWith('Patient/'))?.slice('Patient/'.length);
/** The participants, once the patient said yes: what needs their answer would be an offer. */
const accepted = ({ participant = [] }) => participant.map((one) =>
  (one.actor?.reference?.startsWith('Patient/') ? { ...one, status: 'accepted' } : one));
const withoutState = ({ status, meta, ...rest }) => JSON.stringify(rest);

const parsed = (text) => {
  try {
    return JSON.parse(text.toString('utf8') || 'null');
  } catch {
    return null;
  }
};

/** What HFS makes of it; a refusal is an answer, too. */
const passedOn = (work) => work.catch((trouble) => {
  if (trouble instanceof Refused) return answer(trouble.status, outcome('conflict'));
  throw trouble;
});

class Door {
  #records;
  #operations;
  /** What was proposed and is nowhere yet, by its reference. */
  #proposals = new Map();
  /** The patients whose bookings a person at the clinic has to approve. */
  approved = new Set();

  constructor(records, manner) {
    this.#records = records;
    this.#operations = OPERATIONS[manner];
    this.holds = new Holds(records);
  }

  /** `POST /` with a transaction, as far as it is the patient's to make. */
  async transaction(asked, patient) {
    for (const { resource, request } of asked.entry ?? []) {
      const name = `${resource?.resourceType}/${resource?.id}`;
      if (request?.method !== 'PUT' || request.url !== name) return forbidden();
      const there = await this.#records.find(name);
      const theirs = resource.resourceType === 'Appointment'
        ? patientOf(resource) === patient && (!there || patientOf(there) === patient)
        : resource.resourceType === 'Slot' && there && request.ifMatch && withoutState(resource) === withoutState(there);
      if (!theirs) return forbidden();
    }
    return passedOn(this.#records.passOn(asked).then((done) => answer(200, done)));
  }

  /** `POST /Appointment/$find`: what is free between the two instants, with whoever is named. */
  async find(asked, patient) {
    const at = (name) => given(asked, name)?.valueDateTime;
    if (given(asked, 'patient-reference')?.valueReference?.reference !== `Patient/${patient}`) return forbidden();
    const named = (wanted) => asked.parameter.filter(({ name }) => name === wanted).map((one) => one.valueReference.reference);
    const [system, code] = given(asked, 'visit-type')?.valueString?.split('|') ?? [];
    const [people, places] = [named('practitioner'), named('location-reference')];
    const free = await this.#records.search(`Slot?status=free&start=${encodeURIComponent(at('start'))}`);
    const whose = async (slot) => (await this.#records.read(slot.schedule.reference)).actor.map(({ reference }) => reference);
    const known = await Promise.all(free.map(async (slot) => ({ slot, actors: await whose(slot) })));
    const fits = known.filter(({ slot, actors }) => Date.parse(slot.end) === Date.parse(at('end'))
      && (!people.length || actors.some((actor) => people.includes(actor)))
      && places.every((place) => actors.includes(place)));
    if (!fits.length || (people.length && fits.length < people.length)) return bundle([]);
    const proposal = {
      resourceType: 'Appointment',
      id: randomUUID(),
      status: 'proposed',
      ...(code ? { appointmentType: { coding: [{ system, code }] } } : {}),
      start: at('start'),
      end: at('end'),
      slot: fits.slice(0, people.length || 1).map(({ slot }) => ({ reference: `Slot/${slot.id}` })),
      participant: [`Patient/${patient}`, ...new Set(fits.flatMap(({ actors }) => actors))]
        .map((reference) => ({ actor: { reference }, status: 'needs-action' })),
    };
    this.#proposals.set(`Appointment/${proposal.id}`, proposal);
    return bundle(proposal);
  }

  /** `POST /Appointment/$hold` */
  async hold(asked, patient) {
    const wanted = this.#operations.from === IHE
      ? this.#proposals.get(given(asked, 'appointment-reference')?.valueReference?.reference)
      : { ...given(asked, this.#operations.resource)?.resource, id: randomUUID() };
    if (!wanted || patientOf(wanted) !== patient) return forbidden();
    const kept = await this.holds.keep(wanted);
    if (!kept) return bundle(outcome('not-found'));
    return bundle(kept.held, { date: new Date().toUTCString(), expires: kept.ends.toUTCString() });
  }

  /** `POST /Appointment/$book` */
  async book(asked, patient) {
    const reference = given(asked, 'appointment-reference')?.valueReference?.reference;
    if (reference) return this.#held(reference, patient, { comment: given(asked, 'comment')?.valueString });
    const resource = given(asked, this.#operations.resource)?.resource;
    if (!resource || patientOf(resource) !== patient) return forbidden();
    if (resource.status === 'pending' && resource.id) {
      return this.#held(`Appointment/${resource.id}`, patient, { comment: resource.comment });
    }
    if (resource.status === 'pending') return this.#new(resource);
    const cancels = resource.status === 'cancelled' && this.#operations.from === IHE;
    return cancels ? this.#cancelled(resource, patient) : answer(422, outcome('not-supported'));
  }

  async #held(reference, patient, { comment }) {
    const there = await this.#records.find(reference);
    if (there && patientOf(there) !== patient) return forbidden();
    const more = comment === undefined ? {} : { comment };
    const booked = this.approved.has(patient)
      ? await this.holds.ask(reference, { ...more, participant: accepted(there ?? {}) })
      : await this.holds.book(reference, more);
    return bundle(booked ?? outcome('not-found'));
  }

  async #new(given) {
    const slots = await Promise.all(slotsOf(given).map((one) => this.#records.find(one)));
    if (!slots.length || slots.some((slot) => slot?.status !== 'free')) return bundle(outcome('not-found'));
    const [status, taken] = this.approved.has(patientOf(given)) ? ['pending', 'busy-tentative'] : ['booked', 'busy'];
    const booked = { ...given, id: randomUUID(), status };
    try {
      await this.#records.together([...slots.map((slot) => ({ ...slot, status: taken })), booked]);
    } catch (trouble) {
      if (trouble instanceof Refused) return bundle(outcome('not-found'));
      throw trouble;
    }
    return bundle(await this.#records.read(`Appointment/${booked.id}`));
  }

  async #cancelled(given, patient) {
    const there = await this.#records.find(`Appointment/${given.id}`);
    if (!there || patientOf(there) !== patient) return forbidden();
    const back = await this.holds.giveBack(`Appointment/${given.id}`, { cancelationReason: given.cancelationReason });
    if (back) return bundle(back);
    const slots = await Promise.all(slotsOf(there).map((one) => this.#records.find(one)));
    const freed = slots.filter((slot) => slot?.status === 'busy').map((slot) => ({ ...slot, status: 'free' }));
    await this.#records.together([{ ...given, meta: there.meta }, ...freed]);
    return bundle(await this.#records.read(`Appointment/${given.id}`));
  }

  async capabilities() {
    const told = await this.#records.read('metadata');
    const appointments = told.rest?.[0]?.resource?.find(({ type }) => type === 'Appointment');
    const { from, names } = this.#operations;
    const own = names.map((name) => ({ name, definition: `${from}${name}` }));
    appointments.operation = [...appointments.operation ?? [], ...own];
    return answer(200, told);
  }

  /** `PUT /Appointment/…`: in Argonaut's manner this is how a patient cancels. */
  async cancel(resource, patient, version) {
    const reference = `Appointment/${resource?.id}`;
    const there = await this.#records.find(reference);
    if (!there || patientOf(there) !== patient || resource.status !== 'cancelled') return forbidden();
    if (version && version !== `W/"${there.meta.versionId}"`) return answer(412, outcome('conflict'));
    const slots = await Promise.all(slotsOf(there).map((one) => this.#records.find(one)));
    const freed = slots.filter((slot) => slot?.status?.startsWith('busy')).map((slot) => ({ ...slot, status: 'free' }));
    return passedOn(this.#records.together([{ ...resource, meta: there.meta }, ...freed])
      .then(() => this.#records.read(reference)).then((done) => answer(200, done)));
  }

  /** Asked of by a path below `Appointment`: the answer, or undefined where it is no operation of this clinic. */
  operation(path, asked, patient) {
    const name = path.slice('/Appointment/$'.length);
    return path.startsWith('/Appointment/$') && this.#operations.names.includes(name)
      ? this[name](asked, patient) : undefined;
  }
}

/** The part of the FHIR door that books, for `manner`: { ready(records), own(req, body), holdFor(ms), approves(patient) }. */
export function bookingDoor(manner) {
  let door;
  return {
    ready(records) {
      door = new Door(records, manner);
    },
    holdFor(milliseconds) {
      door.holds.lasts = milliseconds;
    },
    approves(patient) {
      door.approved.add(patient);
    },
    async own(req, body) {
      const { patient, scope = '' } = claims(req);
      if (manner === 'desk' || !door) return undefined;
      if (manner in OPERATIONS && req.method === 'GET' && req.url === '/metadata') return door.capabilities();
      if (!patient) return undefined;
      if (manner === 'transaction') {
        const asked = req.method === 'POST' && req.url === '/' && /\/Slot\.\w*u/.test(scope) ? parsed(body) : undefined;
        return asked?.type === 'transaction' ? door.transaction(asked, patient) : undefined;
      }
      if (req.method === 'GET' || !req.url.startsWith('/Appointment')) return undefined;
      if (manner === 'argonaut' && req.method === 'PUT') return door.cancel(parsed(body), patient, req.headers['if-match']);
      return door.operation(req.url, parsed(body), patient) ?? forbidden();
    },
  };
}
