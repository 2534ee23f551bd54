// What the practice clinic lets a patient's app ask for, as SMART App Launch 2 scopes.

/** Types that the patient writes, too; nothing is ever deleted by a patient, so never `d`. */
export const PATIENT_WRITES = [
  'Appointment', 'Communication', 'Consent', 'DocumentReference', 'Observation', 'QuestionnaireResponse',
  'RelatedPerson',
];

/** Types of the patient's own compartment that only the clinic writes. */
export const PATIENT_READS = [
  'CarePlan', 'CareTeam', 'CommunicationRequest', 'Condition', 'Encounter', 'Goal', 'MedicationRequest',
  'MedicationStatement', 'Patient',
];

/** Types that hold no patient's data. Never `*` and never Binary: either would show one patient another's. */
export const EVERYBODY_READS = [
  'ActivityDefinition', 'HealthcareService', 'Library', 'Location', 'Organization', 'PlanDefinition',
  'Practitioner', 'PractitionerRole', 'Questionnaire', 'Schedule', 'Slot',
];

/** Every ordered, non-empty choice of `letters`: SMART allows any of them in a scope. */
function choices(letters) {
  const all = [];
  for (let bits = 1; bits < 2 ** letters.length; bits += 1) {
    all.push([...letters].filter((_, place) => bits & (2 ** place)).join(''));
  }
  return all;
}

const each = (context, types, letters) =>
  types.flatMap((type) => choices(letters).map((chosen) => `${context}/${type}.${chosen}`));

/** Where patients take times themselves, in the same transaction as their appointment. */
const TAKES_TIMES = 'user/Slot.crus';

/** What may stand in a patient's access token. */
export const PATIENT_SCOPES = [
  'launch/patient',
  ...each('patient', PATIENT_WRITES, 'crus'),
  ...each('patient', PATIENT_READS, 'rs'),
  ...each('user', EVERYBODY_READS, 'rs'),
  TAKES_TIMES,
];

/** What the clinic's own programs may do. */
export const CLINIC_SCOPE = 'system/*.cruds';

export const SIGN_IN_SCOPES = ['openid', 'fhirUser', 'offline_access'];

/** The short list that discovery shows: the widest of each type. `times`: patients take times themselves. */
export const advertised = (times) => [
  ...SIGN_IN_SCOPES,
  'launch/patient',
  ...PATIENT_WRITES.map((type) => `patient/${type}.crus`),
  ...PATIENT_READS.map((type) => `patient/${type}.rs`),
  ...EVERYBODY_READS.map((type) => (times && type === 'Slot' ? TAKES_TIMES : `user/${type}.rs`)),
];
