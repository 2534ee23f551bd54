// Makes patients on demand, new ones or copies of one that the clinic has, each with a person who can sign in.
import { randomBytes, randomUUID } from 'node:crypto';
import { PATIENT_READS, PATIENT_WRITES } from './scopes.mjs';

/** All that the clinic has about one patient. */
async function everythingOf(records, patient) {
  const types = [...PATIENT_READS, ...PATIENT_WRITES].filter((type) => type !== 'Patient');
  const found = await Promise.all([
    records.read(`Patient/${patient}`).then((one) => [one]),
    ...types.map((type) => records.search(`${type}?patient=Patient/${patient}&_count=100`)),
  ]);
  return found.flat();
}

/** The same records about somebody else: every id is new, every reference among them follows. */
function copied(originals, from, to) {
  const named = new Map(originals.map(({ resourceType, id }) =>
    [`${resourceType}/${id}`, `${resourceType}/${resourceType === 'Patient' && id === from ? to : randomUUID()}`]));
  const renamed = (value) => {
    if (typeof value === 'string') return named.get(value) ?? value;
    if (Array.isArray(value)) return value.map(renamed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
  };
  return originals.map(({ meta: _, ...record }) => ({
    ...renamed(record), id: named.get(`${record.resourceType}/${record.id}`).split('/')[1],
  }));
}

/**
 * Adds a patient: a copy of the patient `like`, or one of whom the clinic knows only a name.
 * Answers { user, password, patient }.
 */
export async function newPatient(records, people, { like, lifetimes } = {}) {
  const patient = randomUUID();
  const user = `user-${randomBytes(6).toString('hex')}`;
  const password = randomBytes(9).toString('base64url');
  await records.writeAll(like
    ? copied(await everythingOf(records, like), like, patient)
    : [{ resourceType: 'Patient', id: patient, active: true, name: [{ family: 'Practice', given: ['Sam'] }] }]);
  people.set(user, { password, patient, lifetimes });
  return { user, password, patient };
}
