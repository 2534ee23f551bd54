// Lets patients book where no front desk decides: by a transaction over appointment and times, or by the operation $book of
// IHE's Scheduling profile (ITI-117).
//
// HFS lets no patient do either. So this door looks that a patient touches nothing but what is theirs, and then does it with
// the clinic's rights: whether a time is still free is decided by HFS, in one transaction.
import { randomUUID } from 'node:crypto';
import { claims } from './proxy.mjs';
import { Refused } from './records.mjs';

export const MANNERS = ['desk', 'transaction', 'operation'];
const DEFINITION = 'https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-book';

const answer = (status, body) =>
  ({ status, headers: { 'content-type': 'application/fhir+json' }, body: JSON.stringify(body) });
const outcome = (code) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code }] });
const forbidden = () => answer(403, outcome('forbidden'));
const bundle = (resource) => answer(200, { resourceType: 'Bundle', type: 'searchset', entry: [{ resource }] });

const patientOf = ({ participant = [] }) =>
  participant.map(({ actor }) => actor?.reference).find((at) => at?.startsWith('Patient/'))?.slice('Patient/'.length);
const slotsOf = ({ slot = [] }) => slot.map(({ reference }) => reference);
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

  constructor(records) {
    this.#records = records;
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

  /** `POST /Appointment/$book` */
  async book(asked, patient) {
    const given = asked?.parameter?.find(({ name }) => name === 'appointment-resource')?.resource;
    if (!given || patientOf(given) !== patient) return forbidden();
    if (given.status === 'pending') return this.#new(given);
    return given.status === 'cancelled' ? this.#cancelled(given, patient) : answer(422, outcome('not-supported'));
  }

  async #new(given) {
    const slots = await Promise.all(slotsOf(given).map((one) => this.#records.find(one)));
    if (!slots.length || slots.some((slot) => slot?.status !== 'free')) return bundle(outcome('not-found'));
    const booked = { ...given, id: randomUUID(), status: 'booked' };
    try {
      await this.#records.together([...slots.map((slot) => ({ ...slot, status: 'busy' })), booked]);
    } catch (trouble) {
      if (trouble instanceof Refused) return bundle(outcome('not-found'));
      throw trouble;
    }
    return bundle(await this.#records.read(`Appointment/${booked.id}`));
  }

  async #cancelled(given, patient) {
    const there = await this.#records.find(`Appointment/${given.id}`);
    if (!there || patientOf(there) !== patient) return forbidden();
    const slots = await Promise.all(slotsOf(there).map((one) => this.#records.find(one)));
    const freed = slots.filter((slot) => slot?.status === 'busy').map((slot) => ({ ...slot, status: 'free' }));
    await this.#records.together([{ ...given, meta: there.meta }, ...freed]);
    return bundle(await this.#records.read(`Appointment/${given.id}`));
  }

  async capabilities() {
    const told = await this.#records.read('metadata');
    const appointments = told.rest?.[0]?.resource?.find(({ type }) => type === 'Appointment');
    appointments.operation = [...appointments.operation ?? [], { name: 'book', definition: DEFINITION }];
    return answer(200, told);
  }
}

/** The part of the FHIR door that books, for `manner`: { ready(records), own(req, body) }. */
export function bookingDoor(manner) {
  let door;
  return {
    ready(records) {
      door = new Door(records);
    },
    async own(req, body) {
      const { patient, scope = '' } = claims(req);
      if (manner === 'desk' || !door) return undefined;
      if (manner === 'operation' && req.method === 'GET' && req.url === '/metadata') return door.capabilities();
      if (!patient) return undefined;
      if (manner === 'operation' && req.method === 'POST' && req.url === '/Appointment/$book') {
        return door.book(parsed(body), patient);
      }
      if (manner === 'operation' && req.method !== 'GET' && /^\/Appointment/.test(req.url)) return forbidden();
      if (manner === 'transaction' && req.method === 'POST' && req.url === '/' && /\/Slot\.\w*u/.test(scope)) {
        const asked = parsed(body);
        return asked?.type === 'transaction' ? door.transaction(asked, patient) : undefined;
      }
      return undefined;
    },
  };
}
